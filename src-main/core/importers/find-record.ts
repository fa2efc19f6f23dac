// Owns finding one record of a file again by its number, as an import counted it.
import { openSource } from '#core/readers/open.ts';
import type { TextEncoding } from '#shared/schemas/import.ts';
import { headOf } from './open-table.ts';

/** Which record, of which table: the sheet, the rows of headings and the encoding are those of the import. */
export interface RecordTask {
  readonly path: string;
  readonly name: string;
  readonly sheet: string | null;
  readonly headerRows: number | null;
  readonly encoding: TextEncoding | null;
  /** From 1, headings and title lines included. */
  readonly row: number;
}

export type FoundRecord = readonly { readonly header: string; readonly value: string }[];

/** The cells of a record by their headings; null where the file has no such record. */
export async function findRecord({
  path,
  name,
  sheet,
  headerRows,
  encoding,
  row,
}: RecordTask): Promise<FoundRecord | null> {
  const table = await openSource(path, {
    name,
    ...(sheet === null ? {} : { sheet }),
    ...(encoding === null ? {} : { encoding }),
  });
  for await (const { firstRow, rows } of table.batches()) {
    const cells = rows[row - firstRow];
    if (!cells) continue;
    const { columns } = (await headOf(table, headerRows)).heading;
    return cells.map((value, index) => ({ header: columns[index]?.header ?? `Column ${index + 1}`, value }));
  }
  return null;
}
