// Two thousand broken files through the whole application: each ends in an import or in an error with a code,
// never in a fault or a hang; what is accepted and rejected is what was read; and a refusal leaves nothing.
// CANDOUR_FUZZ_SEED and CANDOUR_FUZZ_FILES run another round.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '#core/store/store.ts';
import { packageFolder } from '#hosts/places.ts';
import { type TestApp, testApp } from '../config/app.ts';
import { randoms } from '../config/randoms.ts';
import { mutated } from './mutations.ts';

const seed = Number(process.env.CANDOUR_FUZZ_SEED ?? 20_260_701);
const files = Number(process.env.CANDOUR_FUZZ_FILES ?? 2000);
const rounds = 2;
/** One file may take no longer than this. */
const patienceMs = 60_000;
const linesKept = 15;

interface SeedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function filesIn(folder: string): SeedFile[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'json' ? [] : filesIn(path);
    if (!/\.(csv|tsv|psv|ssv|xlsx)$/.test(name)) return [];
    const bytes = readFileSync(path);
    if (name.endsWith('.xlsx')) return bytes.length < 12_000 ? [{ name, bytes }] : [];
    const lines = bytes.toString('latin1').split('\n');
    return [{ name, bytes: Buffer.from(lines.slice(0, linesKept).join('\n'), 'latin1') }];
  });
}

const seeds = [
  ...filesIn(join(packageFolder, 'test/fixtures/readers')),
  ...filesIn(join(packageFolder, 'resources/samples/aldermere')),
];

/** What came of one file, or that nothing did. */
async function outcomeOf(
  { app }: TestApp,
  name: string,
  bytes: Uint8Array,
  kind: string | undefined,
): Promise<{ code: string; importId: string | null }> {
  const received = await app.receive(
    name,
    (async function* () {
      yield bytes;
    })(),
  );
  if (!received.ok) return { code: received.error.code, importId: null };
  const { file } = received.value;
  const reply = await app.call('import.commit', { file, kind, instrument: 'Fuzz', wave: '2024-03-31' });
  if (!reply.ok) return { code: reply.error.code, importId: null };
  const { importId, read, accepted, rejected } = reply.value as {
    importId: string;
    read: number;
    accepted: number;
    rejected: number;
  };
  expect(accepted + rejected).toBe(read);
  expect(accepted).toBeGreaterThan(0);
  return { code: 'imported', importId };
}

const tooLong = (ms: number): Promise<{ code: string; importId: null }> =>
  new Promise((resolve) => setTimeout(() => resolve({ code: 'hang', importId: null }), ms).unref());

/** How many rows the tables of a closed workspace hold, those left out that hold none. */
async function rowsLeft(folder: string): Promise<Record<string, number>> {
  const store = await openStore(folder, 'fuzz');
  try {
    const tables = await store.all<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_type = 'BASE TABLE' and (table_schema = 'clean' or table_name = 'import')`,
    );
    const left: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await store.all<{ n: number }>(`select count(*) as n from ${name}`);
      if (row && row.n > 0) left[name] = row.n;
    }
    expect(tables.length).toBeGreaterThan(10);
    return left;
  } finally {
    await store.close();
  }
}

async function round(first: number, end: number): Promise<Record<string, number>> {
  const app = await testApp();
  const outcomes: Record<string, number> = {};
  try {
    await app.call('workspace.create', { id: 'fuzz' });
    for (let number = first; number < end; number++) {
      const random = randoms(seed + number);
      const from = seeds[Math.floor(random() * seeds.length)];
      if (!from) throw new Error('there are no seed files');
      const { bytes, how } = mutated(from.bytes, random);
      // A quarter of the files are said to be of a kind, so that they are read to their end.
      const kind = random() < 0.25 ? 'survey-response' : undefined;
      const what = `file ${number} of seed ${seed}: ${from.name}, ${how}`;
      const { code, importId } = await Promise.race([
        outcomeOf(app, from.name, bytes, kind),
        tooLong(patienceMs),
      ]);
      expect([what, code]).not.toEqual([what, 'fault']);
      expect([what, code]).not.toEqual([what, 'hang']);
      if (importId) await app.call('import.undo', { importId });
      outcomes[code] = (outcomes[code] ?? 0) + 1;
    }
    await app.app.close();
    expect(await rowsLeft(join(app.home, 'fuzz'))).toEqual({});
  } finally {
    await app.close();
  }
  return outcomes;
}

describe('broken files', () => {
  it(`${files} of them: imported whole or refused with a code`, async () => {
    const share = Math.ceil(files / rounds);
    const outcomes = await Promise.all(
      Array.from({ length: rounds }, (_, at) => round(at * share, Math.min(files, (at + 1) * share))),
    );
    const all: Record<string, number> = {};
    for (const outcome of outcomes)
      for (const [code, count] of Object.entries(outcome)) all[code] = (all[code] ?? 0) + count;
    expect(Object.values(all).reduce((sum, count) => sum + count, 0)).toBe(files);
    console.info(`Broken files by outcome: ${JSON.stringify(all)}`);
    // The files are broken, not noise: a good share of them still lands.
    expect(all.imported).toBeGreaterThan(files / 20);
  }, 900_000);
});
