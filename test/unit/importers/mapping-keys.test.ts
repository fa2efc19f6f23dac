// Every kind's key is made of columns that its table has, and a row's key is what the kind says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importers } from '#core/importers/index.ts';
import { keySql, tableOf } from '#core/importers/row-keys.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';

describe('the key of a kind', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await testWorkspace();
  });
  afterAll(() => workspace.close());

  it.each(importers)('$id names columns of its table, and a date that it covers', async (importer) => {
    const columns = await workspace.store.all<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema = 'clean' and table_name = $name`,
      { name: tableOf(importer).replace('clean.', '') },
    );
    const { key, keyOtherwise = [], about = [] } = importer;
    expect(key?.length, importer.id).toBeGreaterThan(0);
    const names = columns.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...(key ?? []), ...keyOtherwise, ...[about].flat()]));
    if (importer.covers !== undefined)
      expect(importer.fields.find(({ id }) => id === importer.covers)?.type.kind).toMatch(/date|period/);
  });

  it('tells rows apart by it: a person at a date, a unit without a person, nothing where nothing tells', async () => {
    const snapshot = importers.find(({ id }) => id === 'workforce-snapshot');
    if (!snapshot) throw new Error('no workforce snapshot');
    const rows = await workspace.store.all<{ name: string; key: string | null }>(`
      select name, (${keySql(snapshot, 't')})::varchar as key
      from (values
        ('one', date '2024-03-31', 'p-1', 'Housing', null, null),
        ('moved', date '2024-03-31', 'p-1', 'Finance', null, null),
        ('later', date '2025-03-31', 'p-1', 'Housing', null, null),
        ('unit', date '2024-03-31', null, 'Housing', null, null),
        ('other unit', date '2024-03-31', null, 'Finance', null, null),
        ('undated', null, null, 'Housing', null, null)
      ) as t(name, snapshot_date, person, directorate, grade, contract)`);
    const key = Object.fromEntries(rows.map((row) => [row.name, row.key]));
    expect(key.moved).toBe(key.one);
    expect(key.undated).toBeNull();
    expect(new Set([key.one, key.later, key.unit, key['other unit']]).size).toBe(4);
  });
});
