// What is locked is not in memory: a process that read flags, a decision and a name, and was locked, holds none
// of them in its heap any more.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../../..');

/** Runs the built core; what it looks for is put together at the end, so that the search does not find itself. */
const script = (home: string) => `
import { createReadStream } from 'node:fs';
import { getHeapSnapshot } from 'node:v8';
const { createApp } = await import(${JSON.stringify(pathToFileURL(join(project, 'out/main/app.js')).href)});
const app = createApp({
  home: ${JSON.stringify(home)},
  resources: ${JSON.stringify(join(project, 'resources'))},
  worker: new URL(${JSON.stringify(pathToFileURL(join(project, 'out/main/worker.js')).href)}),
  user: 'tester',
  log: (line) => console.error(line),
});
const call = async (name, input) => {
  const reply = await app.call(name, input);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
};
const turned = (text) => [...text].reverse().join('');
const heap = async () => {
  for (let round = 0; round < 5; round++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc();
  }
  const chunks = [];
  for await (const chunk of getHeapSnapshot()) chunks.push(chunk);
  const text = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))).toString('latin1');
  return Object.fromEntries(
    Object.entries({ name: 'rehtaeflliuQ', reason: 'dniramat', case: '1719-VEZ' }).map(([key, word]) => [
      key,
      text.includes(turned(word)),
    ]),
  );
};
const passphrase = 'a long enough passphrase';
await call('workspace.create', { id: 'kirkham' });
await call('officer.setKey', { passphrase });
await call('officer.unlock', { passphrase });
await call('officer.keepIdentities', { on: true });
await call('pattern.setRule', { interventions: 2, months: 12, minuted: 'Standards Committee' });
const received = await app.receive('log.csv', createReadStream(${JSON.stringify(join(home, 'log.csv'))}));
await call('import.commit', { file: received.value.file, kind: 'incident' });
const held = {};
const use = async () => {
  held.flags = await call('pattern.flags', {});
  const [{ pseudonym }] = held.flags.flags;
  held.decided = await call('pattern.decide', { pseudonym, decision: 'other', reason: turned('tset dniramat a') });
  held.named = await call('officer.reidentify', { pseudonym, reason: 'to test what is kept' });
  held.flags = await call('pattern.flags', {});
};
await use();
const open = await heap();
for (const key of Object.keys(held)) delete held[key];
await call('officer.lock', {});
const locked = await heap();
const { code } = (await app.call('pattern.flags', {})).error;
console.log(JSON.stringify({ open, locked, code }));
await app.close();
`;

it('lets go of flags, decisions and names when it is locked', () => {
  const home = mkdtempSync(join(tmpdir(), 'candour-memory-'));
  try {
    const rows = [1, 2].map((at) => `ZEV-917${at},2024-0${at}-20,Cllr Zebedee Quillfeather,Words of advice`);
    writeFileSync(join(home, 'log.csv'), `Case ref,Date received,Subject name,Outcome\n${rows.join('\n')}\n`);
    writeFileSync(join(home, 'run.mjs'), script(home));
    const said = execFileSync(process.execPath, ['--expose-gc', join(home, 'run.mjs')], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toEqual({
      open: { name: true, reason: true, case: true },
      locked: { name: false, reason: false, case: false },
      code: 'officer-locked',
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
