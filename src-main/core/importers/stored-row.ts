// Owns what is stored of a record of a file, by the import and the record's number.
import type { Session } from '#core/store/store.ts';
import type { Importer } from './importer.ts';
import { tableOf } from './row-keys.ts';

type Reading = Pick<Session, 'all'>;

const textOf = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

const numbersIn = (rows: readonly number[]): string => JSON.stringify(rows);

/** Stored cells as text by column, of each of these rows that is stored; a survey's answers by their wording. */
export async function storedRows(
  session: Reading,
  importer: Importer,
  importId: string,
  rows: readonly number[],
): Promise<Map<number, Record<string, string | null>>> {
  const params = { import_id: importId, rows: numbersIn(rows) };
  const stored = await session.all<{ rowNo: number; cells: string }>(
    `select t.row_no as "rowNo", to_json(t)::varchar as cells from ${tableOf(importer)} t
     where t.import_id = $import_id and t.row_no in (select unnest(from_json($rows, '["INTEGER"]')))`,
    params,
  );
  const found = new Map(
    stored.map(({ rowNo, cells }) => {
      const { import_id: _, row_no: __, ...own } = JSON.parse(cells) as Record<string, unknown>;
      return [
        rowNo,
        Object.fromEntries(Object.entries(own).map(([name, value]) => [name, textOf(value)])),
      ] as const;
    }),
  );
  if (importer.id !== 'survey-response') return found;
  const answers = await session.all<{ rowNo: number; wording: string; label: string }>(
    `select a.row_no as "rowNo", q.wording, string_agg(a.label, '; ' order by a.label) as label
     from clean.survey_answer a
     join clean.survey_question q using (import_id, column_no)
     where a.import_id = $import_id and a.row_no in (select unnest(from_json($rows, '["INTEGER"]')))
     group by all order by min(a.column_no)`,
    params,
  );
  for (const { rowNo, wording, label } of answers) {
    const row = found.get(rowNo);
    if (row) row[wording] = label;
  }
  return found;
}

/** The kept cells of a rejected row, people as pseudonyms; null where the row was not rejected. */
export async function rejectedCells(
  session: Reading,
  importId: string,
  row: number,
): Promise<Record<string, string> | null> {
  const [found] = await session.all<{ cells: string }>(
    'select cells::varchar as cells from rejected_row where import_id = $import_id and row_no = $row limit 1',
    { import_id: importId, row },
  );
  return found ? (JSON.parse(found.cells) as Record<string, string>) : null;
}
