// Owns finding one record of a file again by its number, as an import counted it.
import { readHeading } from '#core/readers/head.ts';
import { openSource } from '#core/readers/open.ts';

export interface RecordTask {
  readonly path: string;
  readonly name: string;
  readonly sheet: string | null;
  readonly headerRows: number | null;
  /** From 1, headings and title lines included. */
  readonly row: number;
}

export type FoundRecord = readonly { readonly header: string; readonly value: string }[];

const headRecords = 200;

/** The cells of a record by their headings; null where the file has no such record. */
export async function findRecord({
  path,
  name,
  sheet,
  headerRows,
  row,
}: RecordTask): Promise<FoundRecord | null> {
  const table = await openSource(path, { name, ...(sheet === null ? {} : { sheet }) });
  const head: string[][] = [];
  for await (const { firstRow, rows } of table.batches()) {
    head.push(...rows.slice(0, Math.max(0, headRecords - head.length)));
    const cells = rows[row - firstRow];
    if (!cells) continue;
    const { columns } = readHeading(head, headerRows === null ? {} : { headerRows });
    return cells.map((value, index) => ({ header: columns[index]?.header ?? `Column ${index + 1}`, value }));
  }
  return null;
}
