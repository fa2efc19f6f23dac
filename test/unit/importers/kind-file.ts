// A small export of one kind, written to disk and imported: what every kind must keep to is checked here.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { undoImport } from '#core/importers/load.ts';
import type { StageTask } from '#core/importers/stage-result.ts';
import type { Store } from '#core/store/store.ts';
import type { TestWorkspace } from '../../config/workspace.ts';

type Imported = Awaited<ReturnType<TestWorkspace['import']>>;

/** Every row of every table, as text. */
export async function everything(store: Store): Promise<string> {
  const tables = await store.all<{ name: string }>(
    "select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE'",
  );
  const rows = await Promise.all(tables.map(({ name }) => store.all(`select * from ${name}`)));
  return JSON.stringify(rows);
}

/** Imports a text as a file, recognised by itself unless a kind is given. */
export async function importText(
  workspace: TestWorkspace,
  text: string,
  options: Partial<StageTask> & { name?: string } = {},
): Promise<Imported> {
  const folder = mkdtempSync(join(tmpdir(), 'candour-kind-'));
  const { name = 'export.csv', ...task } = options;
  try {
    const path = join(folder, name);
    writeFileSync(path, text);
    const result = await workspace.import(path, task);
    expect(result.read).toBe(result.accepted + result.rejected);
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Takes an import back and expects its table to be as it was. */
export async function expectUndone(workspace: TestWorkspace, { importId }: Imported, table: string) {
  const count = async () => {
    const [row] = await workspace.store.all<{ n: number }>(
      `select count(*) as n from ${table} where import_id = $import_id`,
      { import_id: importId },
    );
    return row?.n;
  };
  expect(await count()).toBeGreaterThan(0);
  await workspace.store.transaction((session) =>
    undoImport(session, importId, { by: 'tester', at: '2025-01-01T00:00:00Z', replacedBy: null }),
  );
  expect(await count()).toBe(0);
}

export const problemsOf = ({ problems }: Imported) =>
  problems.map(({ row, column, code, value, rejects }) => [row, column, code, value, rejects]);
