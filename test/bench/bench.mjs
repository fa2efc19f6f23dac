// Measures what should be fast, beside a plain baseline in the same run, and prints ratios:
// imports (against DuckDB's bare read_csv, and the bare workbook reader), memory, then every figure at the size of
// the sample council, and figures at 150 times that size against bare SQL.
// CANDOUR_BENCH_SCALE=0.1 makes the files a tenth as long.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchFigures } from './figures.mjs';
import { writeSpells, writeSurvey, writeWorkbook } from './files.mjs';

const scale = Number(process.env.CANDOUR_BENCH_SCALE ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'candour-bench-'));
const rounds = 3;

const child = (script, ...given) =>
  JSON.parse(
    execFileSync(process.execPath, [join(import.meta.dirname, script), ...given], { encoding: 'utf8' }),
  );
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const least = (values) => Math.min(...values);

/** Each round times the import and the plain reading one after the other; the best of each counts. */
function compare(title, path, kind, plain, aim, times = rounds) {
  const runs = Array.from({ length: times }, () => ({
    plain: child('plain.mjs', plain, path).elapsedMs,
    ours: child('import-once.mjs', path, kind),
  }));
  const bare = least(runs.map((run) => run.plain));
  const whole = least(runs.map(({ ours }) => ours.elapsedMs));
  const { accepted, rejected } = runs[0].ours;
  console.log(`\n${title} (${(statSync(path).size / 1e6).toFixed(0)} MB)`);
  console.log(
    `  import ${seconds(whole)}, of which ${seconds(least(runs.map(({ ours }) => ours.receivedMs)))} to receive the file; plain ${seconds(bare)} (${plain})`,
  );
  console.log(
    `  accepted ${accepted.toLocaleString('en-GB')}, rejected ${rejected}; most memory ${Math.round(Math.max(...runs.map(({ ours }) => ours.peakMb)))} MB`,
  );
  console.log(
    `  ratio ${(whole / bare).toFixed(2)} (aim: at most ${aim}); by round ${runs.map((run) => (run.ours.elapsedMs / run.plain).toFixed(2)).join(', ')}`,
  );
}

const count = (rows) => Math.round(rows * scale);
const spoken = (rows) => count(rows).toLocaleString('en-GB');
const at = (name) => join(folder, name);
mkdirSync(folder, { recursive: true });

await writeSpells(at('spells.csv'), count(1_000_000));
compare(`${spoken(1_000_000)} absence spells`, at('spells.csv'), 'absence-spell', 'read_csv', 2);
await writeSurvey(at('survey.csv'), count(100_000), 60);
compare(`${spoken(100_000)} responses to 60 questions`, at('survey.csv'), 'survey-response', 'read_csv', 2);
rmSync(at('survey.csv'));
await writeWorkbook(at('spells.xlsx'), count(100_000));
compare(`${spoken(100_000)} spells in a workbook`, at('spells.xlsx'), 'absence-spell', 'streamXlsxRows', 1.3);
rmSync(at('spells.xlsx'));
await benchFigures();
rmSync(at('spells.csv'));
await writeSpells(at('many.csv'), count(10_000_000));
compare(`${spoken(10_000_000)} absence spells`, at('many.csv'), 'absence-spell', 'read_csv', 2, 1);
rmSync(folder, { recursive: true, force: true });
await import('./large.mjs');
await import('./pack.mjs');
await import('./standards.mjs');
