// Times every figure, plain and split, in a workspace of the sample council and a large file of spells.
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const project = resolve(import.meta.dirname, '../..');
const turns = 7;

const middle = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const shown = (times) =>
  `${middle(times, 0.5).toFixed(0).padStart(5)} ms ${middle(times, 0.95).toFixed(0).padStart(6)} ms`;

export async function benchFigures(spells) {
  const { createApp } = await import(pathToFileURL(join(project, 'out/main/app.js')).href);
  const home = mkdtempSync(join(tmpdir(), 'candour-bench-home-'));
  const app = createApp({
    home,
    resources: join(project, 'resources'),
    worker: pathToFileURL(join(project, 'out/main/worker.js')),
    log: console.error,
  });
  const unwrap = (reply) => {
    if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
    return reply.value;
  };
  const call = async (name, input = {}) => unwrap(await app.call(name, input));
  await call('workspace.sample', { id: 'bench' });
  const { file } = unwrap(await app.receive('spells.csv', createReadStream(spells)));
  await call('import.commit', { file, kind: 'absence-spell', again: true });
  console.log('\nfigure                     split              median     95th');
  const all = [];
  for (const { id, dimensions } of (await call('catalogue.read')).metrics) {
    for (const split of [undefined, dimensions[0]]) {
      const request = { metric: id, ...(split === undefined ? {} : { split }) };
      const times = [];
      for (let turn = 0; turn < turns; turn++) {
        const asked = performance.now();
        await call('figure.read', request);
        times.push(performance.now() - asked);
      }
      all.push(...times);
      console.log(`${id.padEnd(26)} ${(split ?? '-').padEnd(16)} ${shown(times)}`);
    }
  }
  console.log(`all figures${' '.repeat(32)} ${shown(all)}`);
  await app.close();
  rmSync(home, { recursive: true, force: true });
}
