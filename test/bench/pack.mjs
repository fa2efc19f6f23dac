// Measures the workbook writer beside python3-xlsxwriter, which writes the same content in the same run, turn by
// turn: 20 sheets of 5,000 rows and 12 columns, each with a table and a chart. Prints the ratio, CPU and memory.
// Then it measures the checker on that workbook beside python3-openpyxl, which only loads it.
// CANDOUR_BENCH_SCALE=0.1 makes the sheets a tenth as long.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const python = '/usr/bin/python3';
const sheets = 20;
const rows = Math.round(5000 * Number(process.env.CANDOUR_BENCH_SCALE ?? 1));
const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), 'candour-bench-pack-'));
const at = (name) => join(folder, name);

const script = (name) => join(import.meta.dirname, name);
const typescript = (name, ...given) =>
  execFileSync(
    process.execPath,
    // The room that a worker thread of the application has for what is short-lived.
    ['--max-semi-space-size=16', script('../config/run-typescript.mjs'), script(name), ...given],
    { encoding: 'utf8' },
  );
const once = (...given) => typescript('pack-once.ts', String(sheets), String(rows), ...given);
const ours = () => JSON.parse(once('ours', at('ours.xlsx')));
const theirs = () =>
  JSON.parse(
    execFileSync(python, [script('pack-xlsxwriter.py'), at('plan.json'), at('theirs.xlsx')], {
      encoding: 'utf8',
    }),
  );

const best = (runs, key) => Math.min(...runs.map((run) => run[key]));
function told(title, runs) {
  const seconds = (key) => `${(best(runs, key) / 1000).toFixed(2)} s`;
  const peak = Math.round(Math.max(...runs.map(({ peakMb }) => peakMb)));
  const size = runs[0].bytes === undefined ? '' : `, ${(runs[0].bytes / 1e6).toFixed(1)} MB written`;
  console.log(`  ${title}: ${seconds('elapsedMs')}, CPU ${seconds('cpuMs')}, most memory ${peak} MB${size}`);
}

console.log(
  `\nA workbook of ${sheets} sheets x ${rows.toLocaleString('en-GB')} rows x 12 columns, ${sheets} charts`,
);
if (spawnSync(python, ['-c', 'import xlsxwriter']).status === 0) {
  once('plan', at('plan.json'));
  const runs = Array.from({ length: rounds }, () => ({ theirs: theirs(), ours: ours() }));
  const all = { ours: runs.map((run) => run.ours), theirs: runs.map((run) => run.theirs) };
  told('Candour', all.ours);
  told('python3-xlsxwriter', all.theirs);
  const ratio = best(all.ours, 'elapsedMs') / best(all.theirs, 'elapsedMs');
  const byRound = runs.map((run) => (run.ours.elapsedMs / run.theirs.elapsedMs).toFixed(2)).join(', ');
  console.log(`  ratio ${ratio.toFixed(2)} (aim: at most 1); by round ${byRound}`);
  if (ratio > 1)
    console.log('  Slower here: this run took more time to work out rows and to compress than XlsxWriter.');
} else {
  console.log('  python3-xlsxwriter is not installed, so there is nothing to compare with; Candour alone:');
  told('Candour', [ours(), ours()]);
}

console.log('\nThe same workbook checked against every rule');
const check = () => JSON.parse(typescript('check-once.ts', at('ours.xlsx')));
if (spawnSync(python, ['-c', 'import openpyxl']).status === 0) {
  const load = () =>
    JSON.parse(execFileSync(python, [script('check-openpyxl.py'), at('ours.xlsx')], { encoding: 'utf8' }));
  const runs = Array.from({ length: rounds }, () => ({ load: load(), check: check() }));
  const all = { check: runs.map((run) => run.check), load: runs.map((run) => run.load) };
  told(`Candour, ${all.check[0].rules} rules`, all.check);
  told('python3-openpyxl, which only loads it', all.load);
  console.log(`  ratio ${(best(all.check, 'cpuMs') / best(all.load, 'cpuMs')).toFixed(2)} of its CPU`);
} else {
  console.log('  python3-openpyxl is not installed, so there is nothing to compare with; Candour alone:');
  told('Candour', [check(), check()]);
}
rmSync(folder, { recursive: true, force: true });
