// Imports one file into a new workspace in a process of its own, and prints how long it took and the
// most memory it held: node test/bench/import-once.mjs FILE KIND
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [path, kind] = process.argv.slice(2);
const project = resolve(import.meta.dirname, '../..');
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
unwrap(await app.call('workspace.create', { id: 'bench' }));
const started = performance.now();
const before = process.cpuUsage();
const { file } = unwrap(
  await app.receive(basename(path), createReadStream(path, { highWaterMark: 1 << 20 })),
);
const receivedMs = performance.now() - started;
const { accepted, rejected } = unwrap(
  await app.call('import.commit', { file, kind, mapping: { dateOrder: 'dmy' } }),
);
const elapsedMs = performance.now() - started;
const { user, system } = process.cpuUsage(before);
await app.close();
rmSync(home, { recursive: true, force: true });
const peakMb = process.resourceUsage().maxRSS / 1024;
const cpuMs = (user + system) / 1000;
console.log(JSON.stringify({ elapsedMs, cpuMs, receivedMs, peakMb, accepted, rejected }));
