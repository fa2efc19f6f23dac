// Answers for a row found again: the record of the analyst's own file beside what is stored of it.
// The rule: the file is the one that was imported, byte for byte, and nothing of it is kept.
import { importProblems } from '#core/importers/history.ts';
import { importerOf } from '#core/importers/index.ts';
import { rejectedCells, storedRows } from '#core/importers/stored-row.ts';
import { AppError } from '#shared/errors.ts';
import type { FoundRow } from '#shared/schemas/again.ts';
import type { TextEncoding } from '#shared/schemas/import.ts';
import type { CallContext } from './context.ts';

interface Asked {
  readonly file: string;
  readonly importId?: string | undefined;
  readonly row: number;
}

interface Imported {
  readonly importId: string;
  readonly kind: string;
  readonly sha256: string;
  readonly sheet: string | null;
  readonly headerRows: number | null;
  readonly encoding: TextEncoding | null;
}

/** @throws AppError import-unknown, file-not-imported, row-unknown, and what the reader throws */
export async function findRow(
  { file, importId, row }: Asked,
  { house, job }: CallContext,
): Promise<FoundRow> {
  const { store } = house.workspace();
  const { path, name } = (await house.inbox()).find(file);
  const imports = await store.all<Imported>(`
    select import_id as "importId", kind, sha256, sheet, header_rows as "headerRows",
      mapping->'reading'->>'encoding' as encoding
    from import order by imported_at desc`);
  const found = imports.find((entry) =>
    importId === undefined ? entry.sha256 === file : entry.importId === importId,
  );
  if (!found && importId !== undefined) throw new AppError('import-unknown', { importId });
  if (!found || found.sha256 !== file) throw new AppError('file-not-imported', { name });
  const { sheet, headerRows, encoding, kind } = found;
  const cells = await house.threads.run(
    'record',
    { path, name, sheet, headerRows, encoding, row },
    { signal: job.signal },
  );
  if (cells === null) throw new AppError('row-unknown', { name, row });
  const importer = importerOf(kind);
  const kept = importer ? (await storedRows(store, importer, found.importId, [row])).get(row) : undefined;
  const rejected = kept ? null : await rejectedCells(store, found.importId, row);
  const stored = Object.entries(kept ?? rejected ?? {}).flatMap(([column, value]) =>
    value === null ? [] : [{ column, value }],
  );
  return {
    importId: found.importId,
    file: name,
    row,
    cells: [...cells],
    outcome: kept ? 'accepted' : rejected ? 'rejected' : 'not-a-record',
    stored,
    problems: await importProblems(store, found.importId, row),
  };
}
