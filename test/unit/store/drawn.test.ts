import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '#core/store/store.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candour-drawn-'));
  store = await openStore(folder, 'test');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const steps = JSON.stringify({ outcome: {}, action: {}, general: {}, stage: {}, substantiated: {} });
const add = (ref: string) =>
  store.transaction((session) =>
    session.run(
      `insert into clean.incident (import_id, row_no, case_ref, status, category, received_precision)
       values ('i', 1, $ref, 'open', 'a; b', 'unknown')`,
      { ref },
    ),
  );
const cases = async () =>
  (await store.all<{ ref: string }>('select case_ref as ref from incident_told order by all', { steps })).map(
    ({ ref }) => ref,
  );

describe('tables that are drawn', () => {
  it('are as the rows are after every change, and as they were after one that was taken back', async () => {
    expect(await cases()).toEqual([]);
    await add('one');
    expect(await cases()).toEqual(['one']);
    const failed = store.transaction(async (session) => {
      await session.run('delete from clean.incident');
      expect(await cases()).toEqual(['one']);
      throw new Error('taken back');
    });
    await expect(failed).rejects.toThrow('taken back');
    expect(await cases()).toEqual(['one']);
    await add('two');
    const [both, words] = await Promise.all([
      cases(),
      store.all('from incident_word join incident_told using (case_ref)', { steps }),
    ]);
    expect(both).toEqual(['one', 'two']);
    expect(words).toHaveLength(4);
  });

  it('are drawn once for many statements of one state', async () => {
    await add('one');
    const oid = async () =>
      await store.all("select table_oid from duckdb_tables() where table_name = 'incident_told'", { steps });
    const first = await oid();
    await Promise.all([cases(), cases(), cases()]);
    expect(await oid()).toEqual(first);
    await add('two');
    await cases();
    expect(await oid()).not.toEqual(first);
  });

  it('are never in the file', async () => {
    await add('one');
    await cases();
    await store.close();
    const file = await DuckDBInstance.create(join(folder, 'candour.duckdb'), { access_mode: 'READ_ONLY' });
    const connection = await file.connect();
    const names = await connection.runAndReadAll('select table_name from duckdb_tables()');
    file.closeSync();
    expect(names.getRows().flat()).not.toContain('incident_told');
    store = await openStore(folder, 'test');
  });
});
