// The audit log: what was edited, taken out, moved, put in or cut off is found, by line; a process that ended
// between the database and the file is mended.
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Audit, openAudit } from '#core/identity/audit.ts';
import { canonical, entryOf, nextEntry } from '#core/identity/audit-chain.ts';
import { openStore, type Store } from '#core/store/store.ts';

let folder = '';
let store: Store;
let audit: Audit;
const path = () => join(folder, 'audit.jsonl');
const lines = () => readFileSync(path(), 'utf8').trimEnd().split('\n');
const write = (changed: readonly string[]) => writeFileSync(path(), `${changed.join('\n')}\n`);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candour-audit-'));
  store = await openStore(folder, 'audit');
  audit = await openAudit(folder, store);
  for (const step of [1, 2, 3, 4, 5]) await audit.add('tester', 'policy', { step });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const faults = async () => {
  const { holds, problems } = await audit.verify();
  expect(holds).toBe(problems.length === 0);
  return problems.map(({ line, fault }) => `${line} ${fault}`);
};

/** A line with one thing of it changed and its hash made anew, as one would who knows how it is made. */
const forged = (line: string, seq: number, prev: string): string => {
  const { detail = {} } = entryOf(line) ?? {};
  return nextEntry(
    { seq: seq - 1, hash: prev, line: '' },
    { at: '2026-01-01T00:00:00.000Z', by: 'forger', action: 'policy', detail },
  ).line;
};

describe('the audit log', () => {
  it('holds as it was written, in the order it was asked for, also when asked all at once', async () => {
    await Promise.all([6, 7, 8].map((step) => audit.add('tester', 'policy', { step })));
    expect(await audit.verify()).toMatchObject({ holds: true, entries: 8 });
    const { entries, total } = await audit.list();
    expect(total).toBe(8);
    expect(entries.map(({ detail }) => detail.step)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(entries.at(-1)).toMatchObject({ seq: 1, by: 'tester', action: 'policy', prev: '0'.repeat(64) });
  });

  it('finds an edited word, an edited number and an added blank', async () => {
    const before = lines();
    for (const change of [
      (line: string) => line.replace('tester', 'nobody'),
      (line: string) => line.replace('"step":3', '"step":4'),
      (line: string) => line.replace('{', '{ '),
    ]) {
      write(before.map((line, index) => (index === 2 ? change(line) : line)));
      expect(await faults()).toContain('3 changed');
    }
    write(before);
    expect(await faults()).toEqual([]);
  });

  it('finds lines taken out, moved, doubled, unreadable and cut off', async () => {
    const [one = '', two = '', three = '', four = '', five = ''] = lines();
    write([one, two, four, five]);
    expect(await faults()).toEqual(['3 moved-or-missing', '5 cut-off']);
    write([one, three, two, four, five]);
    expect(await faults()).toEqual(['2 moved-or-missing', '3 moved-or-missing', '4 moved-or-missing']);
    write([one, two, two, three, four, five]);
    expect(await faults()).toContain('3 moved-or-missing');
    write([one, two, 'nothing', four, five]);
    expect(await faults()).toContain('3 unreadable');
    write([two, three, four, five]);
    expect(await faults()).toContain('1 moved-or-missing');
    write([one, two, three]);
    expect(await faults()).toEqual(['4 cut-off']);
    rmSync(path());
    expect(await faults()).toEqual(['1 cut-off']);
  });

  it('finds a line that was added, and an end that was written anew with good hashes', async () => {
    const before = lines();
    const last = entryOf(before.at(-1) ?? '');
    appendFileSync(path(), `${forged(before[4] ?? '', 6, last?.hash ?? '')}\n`);
    expect(await faults()).toEqual(['6 not-ours']);
    const fourth = entryOf(before[3] ?? '');
    write([...before.slice(0, 4), forged(before[4] ?? '', 5, fourth?.hash ?? '')]);
    expect(await faults()).toEqual(['5 not-ours']);
  });

  it('is mended when the process ended before the file had the entry, or had half of it', async () => {
    const before = lines();
    for (const end of ['', (before[4] ?? '').slice(0, 40)]) {
      writeFileSync(path(), `${before.slice(0, 4).join('\n')}\n${end}`);
      audit = await openAudit(folder, store);
      expect(lines()).toEqual(before);
      expect(await faults()).toEqual([]);
    }
    // Two entries short is no unfinished writing.
    write(before.slice(0, 3));
    audit = await openAudit(folder, store);
    expect(await faults()).toEqual(['4 cut-off']);
  });

  it('takes an entry inside a transaction that writes settings, too', async () => {
    const setting = 'insert or replace into setting values ($key, $key, $key, now()::timestamp)';
    for (const step of [6, 7]) {
      await store.transaction(async (session) => {
        await session.run(setting, { key: 'council' });
        await audit.add('tester', 'policy', { step });
        await session.run(setting, { key: 'adoptionDate' });
      });
    }
    expect(await audit.verify()).toMatchObject({ holds: true, entries: 7 });
  });

  it('writes nothing where nothing was done', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'candour-audit-'));
    const other = await openStore(empty, 'empty');
    const fresh = await openAudit(empty, other);
    expect(await fresh.verify()).toEqual({
      holds: true,
      entries: 0,
      reading: 'The audit log is empty.',
      problems: [],
    });
    expect(existsSync(join(empty, 'audit.jsonl'))).toBe(false);
    await other.close();
    await rm(empty, { recursive: true, force: true });
  });
});

it('one content has one text', () => {
  expect(canonical({ b: [1, { d: null, c: 'é' }], a: true })).toBe('{"a":true,"b":[1,{"c":"é","d":null}]}');
});
