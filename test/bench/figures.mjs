// Times every figure, plain and split by each of its dimensions, in a workspace of the sample council. Before each
// first asking the workspace changes, so that nothing kept is counted; then the same is asked again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const project = resolve(import.meta.dirname, '../..');
const turns = 3;
const aim = 100;

const middle = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const shown = (times) =>
  `${middle(times, 0.5).toFixed(0).padStart(5)} ms ${middle(times, 0.95).toFixed(0).padStart(6)} ms`;
const within = (times) =>
  `${((100 * times.filter((time) => time <= aim).length) / times.length).toFixed(1)} % within ${aim} ms`;

/** The Standards pack as a fresh process builds it, how long other calls wait meanwhile, and the same again. */
async function benchPack(call) {
  const build = async (title) => {
    const begun = performance.now();
    let built = false;
    let longest = 0;
    const building = call('pack.build', { edition: 'standards', period: '2024/25' }).finally(() => {
      built = true;
    });
    while (!built) {
      const asked = performance.now();
      await call('workspace.list');
      longest = Math.max(longest, performance.now() - asked);
      await new Promise((later) => setTimeout(later, 5));
    }
    await building;
    const took = performance.now() - begun;
    console.log(
      `${title.padEnd(50)} ${took.toFixed(0).padStart(5)} ms, another call waited ${longest.toFixed(0)} ms at most (aim: 2000, ${aim})`,
    );
  };
  console.log();
  await build('Standards pack, first');
  await call('workspace.close');
  await call('workspace.open', { id: 'bench' });
  await build('Standards pack, workspace opened again');
  await build('Standards pack, again');
}

export async function benchFigures() {
  const { createApp } = await import(pathToFileURL(join(project, 'out/main/app.js')).href);
  const home = mkdtempSync(join(tmpdir(), 'candour-bench-home-'));
  const app = createApp({
    home,
    resources: join(project, 'resources'),
    worker: pathToFileURL(join(project, 'out/main/worker.js')),
    log: console.error,
  });
  const call = async (name, input = {}) => {
    const reply = await app.call(name, input);
    if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
    return reply.value;
  };
  const timed = async (request) => {
    const asked = performance.now();
    await call('figure.read', request);
    return performance.now() - asked;
  };
  await call('workspace.sample', { id: 'bench' });
  await benchPack(call);
  console.log('\nfigure                     split                         first asking         again');
  const first = [];
  const again = [];
  const medians = [];
  for (const { id, dimensions } of (await call('catalogue.read')).metrics) {
    for (const split of [undefined, ...dimensions]) {
      const request = { metric: id, ...(split === undefined ? {} : { split }) };
      // Some dimensions only pick a population.
      if (!(await app.call('figure.read', request)).ok) continue;
      const times = [];
      const repeats = [];
      for (let turn = 0; turn < turns; turn++) {
        await call('workspace.settings', { council: `Bench ${turn}` });
        times.push(await timed(request));
        repeats.push(await timed(request));
      }
      first.push(...times);
      again.push(...repeats);
      medians.push(middle(times, 0.5));
      console.log(`${id.padEnd(26)} ${(split ?? '-').padEnd(22)} ${shown(times)}  ${shown(repeats)}`);
    }
  }
  console.log(`all figures${' '.repeat(38)} ${shown(first)}  ${shown(again)}`);
  console.log(
    `first askings: ${within(first)}, by figure ${within(medians)}; again: ${within(again)} (aim: 95 %)`,
  );
  await app.close();
  rmSync(home, { recursive: true, force: true });
}
