// The data model is described as it is: every table, view, column, type and macro, and no other.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '#core/store/store.ts';
import { openingCodes, readDocument, section, tableRows } from './markdown.ts';

const markdown = readDocument('docs/data-model.md');
let folder = '';
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candour-docs-'));
  store = await openStore(folder, 'docs');
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

interface Column {
  name: string;
  column: string;
  type: string;
}

const columnsInDatabase = async (): Promise<Column[]> =>
  store.all<Column>(`
    select
      case table_schema when 'main' then table_name else table_schema || '.' || table_name end as name,
      column_name as "column", lower(data_type) as type
    from information_schema.columns order by 1, ordinal_position`);

const headings = (): string[] => [...markdown.matchAll(/^### `([^`]+)`/gm)].flatMap(([, name = '']) => name);

describe('docs/data-model.md', () => {
  it('names every table and view, and no other', async () => {
    const tables = [...new Set((await columnsInDatabase()).map(({ name }) => name))];
    expect(tables.length).toBeGreaterThan(15);
    expect(headings().sort()).toEqual(tables.sort());
  });

  it('gives every column with its type and a meaning, in order, and no other', async () => {
    const there = await columnsInDatabase();
    for (const name of headings()) {
      const heading = markdown.split('\n').find((line) => line.startsWith(`### \`${name}\``)) ?? '';
      const rows = tableRows(section(markdown, heading));
      const told = rows.map(([column = '', type]) => [column.replaceAll('`', ''), type]);
      const own = there.filter((column) => column.name === name).map(({ column, type }) => [column, type]);
      expect(told, name).toEqual(own);
      expect(
        rows.filter(([, , meaning = '']) => meaning.length < 5),
        name,
      ).toEqual([]);
    }
  });

  it('names every macro', async () => {
    const macros = await store.all<{ name: string }>(
      "select distinct 'mart.' || function_name as name from duckdb_functions() where schema_name = 'mart' order by 1",
    );
    expect(openingCodes(section(markdown, '## Macros')).map((code) => code.split('(')[0])).toEqual(
      macros.map(({ name }) => name),
    );
  });
});
