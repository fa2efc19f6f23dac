// Measures what should be fast, beside a plain baseline in the same run, and prints ratios.
// Imports 1,000,000 absence spells (CANDOUR_BENCH_ROWS to change that), then reads every figure.
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const project = resolve(import.meta.dirname, '../..');
const samples = join(project, 'resources/samples/aldermere');
const rows = Number(process.env.CANDOUR_BENCH_ROWS ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'candour-bench-'));
const { createApp } = await import(pathToFileURL(join(project, 'out/main/app.js')).href);

/** The sample council's spells again and again, each time of other people, until there are enough. */
async function writeSpells(path) {
  const [heading, ...spells] = readFileSync(join(samples, 'absence-itrent-2019-2022.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const good = spells.filter((line) => /^\d+,.*,\d\d\/\d\d\/\d{4},/.test(line) && !line.includes('twelve'));
  const out = createWriteStream(path);
  out.write(`${heading}\n`);
  let written = 0;
  for (let copy = 0; written < rows; copy++) {
    const part = good.slice(0, rows - written).map((line) => line.replace(/^(\d+)/, `$1-${copy}`));
    written += part.length;
    if (!out.write(`${part.join('\n')}\n`)) await new Promise((drained) => out.once('drain', drained));
  }
  await new Promise((done) => out.end(done));
}

async function baseline(path) {
  const file = join(folder, 'plain.duckdb');
  const instance = await DuckDBInstance.create(file, { memory_limit: '1GB', threads: '2' });
  const connection = await instance.connect();
  const started = performance.now();
  await connection.run('create table spells as select * from read_csv($file)', { file: path });
  const elapsed = performance.now() - started;
  connection.closeSync();
  instance.closeSync();
  rmSync(file);
  return elapsed;
}

const unwrap = (reply) => {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value;
};
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const middle = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

const spells = join(folder, 'spells.csv');
await writeSpells(spells);
console.log(
  `${rows.toLocaleString('en-GB')} absence spells, ${(statSync(spells).size / 1e6).toFixed(0)} MB of CSV`,
);

const home = join(folder, 'home');
mkdirSync(home);
const app = createApp({
  home,
  resources: join(project, 'resources'),
  worker: pathToFileURL(join(project, 'out/main/worker.js')),
  log: console.error,
});
const call = async (name, input = {}) => unwrap(await app.call(name, input));
await call('workspace.sample', { id: 'bench' });

const plain = [await baseline(spells)];
const started = performance.now();
const { file } = unwrap(
  await app.receive('spells.csv', createReadStream(spells, { highWaterMark: 1 << 20 })),
);
const received = performance.now();
const receipt = await call('import.commit', { file, kind: 'absence-spell' });
const whole = performance.now() - started;
plain.push(await baseline(spells));
const bare = Math.min(...plain);
console.log(
  `import: ${seconds(whole)} in all (${seconds(received - started)} to receive, ${seconds(receipt.elapsedMs)} to read, check, pseudonymise and store); accepted ${receipt.accepted.toLocaleString('en-GB')}, rejected ${receipt.rejected}`,
);
console.log(`plain:  ${seconds(bare)} for CREATE TABLE AS SELECT * FROM read_csv of the same file`);
console.log(`ratio:  ${(whole / bare).toFixed(2)} (aim: under 4)`);
console.log(`memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most in this process`);

console.log('\nfigure                     split            median     95th');
const { metrics } = await call('catalogue.read');
const all = [];
for (const { id, dimensions } of metrics) {
  for (const split of [undefined, dimensions[0]]) {
    const request = { metric: id, ...(split === undefined ? {} : { split }) };
    const times = [];
    for (let turn = 0; turn < 7; turn++) {
      const asked = performance.now();
      await call('figure.read', request);
      times.push(performance.now() - asked);
    }
    all.push(...times);
    console.log(
      `${id.padEnd(26)} ${(split ?? '-').padEnd(16)} ${middle(times, 0.5).toFixed(0).padStart(4)} ms ${middle(times, 0.95).toFixed(0).padStart(6)} ms`,
    );
  }
}
console.log(
  `all figures: median ${middle(all, 0.5).toFixed(0)} ms, 95th percentile ${middle(all, 0.95).toFixed(0)} ms`,
);
await app.close();
rmSync(folder, { recursive: true, force: true });
