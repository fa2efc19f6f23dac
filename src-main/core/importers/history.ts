// Owns the history of imports as it is told: who, when, which bytes, how many rows, what was wrong.
import type { Session } from '#core/store/store.ts';
import type { ImportRecord, Note, Problem } from '#shared/schemas/import.ts';

type Row = Omit<ImportRecord, 'notes'> & { notes: string };

/** Newest first. */
export async function importList(session: Pick<Session, 'all'>): Promise<ImportRecord[]> {
  const rows = await session.all<Row>(`
    select
      file_name as "file", sha256, import_id as "importId", kind, dialect, instrument, wave, bytes,
      rows_read as "read", rows_accepted as "accepted", rows_rejected as "rejected",
      problem_count as "problemCount", notes::varchar as "notes", imported_at as "importedAt", imported_by as "importedBy"
    from import order by imported_at desc, import_id`);
  return rows.map((row) => ({ ...row, notes: JSON.parse(row.notes) as Note[] }));
}

/** The problems of one import in row order, 5,000 at most. */
export function importProblems(session: Pick<Session, 'all'>, importId: string): Promise<Problem[]> {
  return session.all<Problem>(
    `select row_no as "row", column_name as "column", code, value, reason, rejects
     from import_problem where import_id = $import_id order by row_no, column_name limit 5000`,
    { import_id: importId },
  );
}
