// Opens a file on disk as one table of rows of text, whatever it turns out to be.
// The rule: what cannot be read is an AppError that says why; an empty table is never a success.
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { TextEncoding } from '#shared/schemas/import.ts';
import { openCsv } from './csv-source.ts';
import { sniff } from './sniff.ts';
import type { ReadRequest, SourceTable } from './source-table.ts';
import { openXlsx } from './xlsx-source.ts';

export type { ReaderNote, RowBatch, SheetInfo, SourceTable } from './source-table.ts';

/** As many columns as a worksheet can have. */
const mostColumns = 16_384;

/**
 * Opens a CSV, TSV, .xlsx or .xlsm file. `name` is what messages call it (the file's own name by
 * default), `sheet` the sheet of a workbook (the first visible one that holds anything by default),
 * `encoding` how a text file is decoded (found out by default; a workbook names its own).
 * Throws AppError: `file-unknown`, `file-empty`, `file-not-text`, `file-format-refused`,
 * `file-damaged`, `file-protected`, `file-too-large`, `sheet-not-found` or `no-rows`.
 */
export async function openSource(
  path: string,
  options: { name?: string; sheet?: string; encoding?: TextEncoding; signal?: AbortSignal } = {},
): Promise<SourceTable> {
  const { name = basename(path), sheet, encoding, signal } = options;
  const request: ReadRequest = { path, name, sheet, encoding, signal };
  const workbook = (await sniff(path, name)) === 'zip';
  if (!workbook && sheet !== undefined)
    throw new AppError('sheet-not-found', { name, sheet, sheets: 'none, for it is not a workbook' });
  const table = workbook ? await openXlsx(request) : await openCsv(request);
  for await (const { rows } of table.batches()) {
    if (rows.some((row) => row.length > mostColumns)) {
      const reason = `a row of more than ${mostColumns.toLocaleString('en-GB')} cells`;
      throw new AppError('file-too-large', { name, reason });
    }
    return table;
  }
  throw new AppError('no-rows', { name });
}
