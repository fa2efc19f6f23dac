// Owns the history of imports as it is told: who, when, which bytes, how many rows, what was wrong.
import type { Session } from '#core/store/store.ts';
import { AppError } from '#shared/errors.ts';
import { withMend } from '#shared/problems.ts';
import type { UndoneImport } from '#shared/schemas/again.ts';
import type { ImportRecord, Note, Problem, ShownProblem } from '#shared/schemas/import.ts';

type Row = Omit<ImportRecord, 'notes' | 'replaced' | 'covers'> & {
  notes: string;
  replacedId: string | null;
  replacedFile: string | null;
  replacedRows: number | null;
  coversFrom: string | null;
  coversTo: string | null;
};

/** Newest first. */
export async function importList(session: Pick<Session, 'all'>): Promise<ImportRecord[]> {
  const rows = await session.all<Row>(`
    select
      i.file_name as "file", i.sha256, i.import_id as "importId", i.kind, i.dialect, i.instrument, i.wave, i.bytes,
      i.rows_read as "read", i.rows_accepted as "accepted", i.rows_rejected as "rejected",
      i.problem_count as "problemCount", i.notes::varchar as "notes", i.imported_at as "importedAt",
      i.imported_by as "importedBy", i.saved_mapping as "savedMapping",
      i.covers_from as "coversFrom", i.covers_to as "coversTo",
      u.import_id as "replacedId", u.file_name as "replacedFile", u.rows_accepted as "replacedRows"
    from import i
    left join undone_import u on u.replaced_by = i.import_id
    order by i.imported_at desc, i.import_id`);
  return rows.map(({ notes, replacedId, replacedFile, replacedRows, coversFrom, coversTo, ...row }) => ({
    ...row,
    notes: JSON.parse(notes) as Note[],
    replaced:
      replacedId === null
        ? null
        : { importId: replacedId, file: replacedFile ?? '', rows: replacedRows ?? 0 },
    covers: coversFrom === null || coversTo === null ? null : { from: coversFrom, to: coversTo },
  }));
}

/** Imports that were taken back, the last one first. */
export function undoneImports(session: Pick<Session, 'all'>): Promise<UndoneImport[]> {
  return session.all<UndoneImport>(`
    select
      import_id as "importId", file_name as "file", sha256, kind, bytes, rows_read as "read",
      rows_accepted as "accepted", rows_rejected as "rejected", imported_at as "importedAt",
      imported_by as "importedBy", undone_at as "undoneAt", undone_by as "undoneBy", replaced_by as "replacedBy"
    from undone_import order by undone_at desc, import_id`);
}

/** @throws AppError import-unknown */
export async function findImport(session: Pick<Session, 'all'>, importId: string): Promise<ImportRecord> {
  const found = (await importList(session)).find((record) => record.importId === importId);
  if (!found) throw new AppError('import-unknown', { importId });
  return found;
}

/** The problems of one import (or of one of its rows) in row order, 5,000 at most. */
export async function importProblems(
  session: Pick<Session, 'all'>,
  importId: string,
  row: number | null = null,
): Promise<ShownProblem[]> {
  const problems = await session.all<Problem>(
    `select row_no as "row", column_name as "column", code, value, reason, rejects
     from import_problem where import_id = $import_id and row_no = coalesce($row::integer, row_no) order by row_no, column_name limit 5000`,
    { import_id: importId, row },
  );
  return problems.map(withMend);
}
