// Reads one sheet of an .xlsx or .xlsm workbook as a stream of rows of text.
// The rule: a damaged workbook is an AppError, never a raw throw, and hidden sheets wait to be asked for.
import { readFile, stat } from 'node:fs/promises';
import { streamXlsxRows } from 'hucre/xlsx';
import { AppError } from '#shared/errors.ts';
import { cellText } from './cell-text.ts';
import type { ReaderNote, ReadRequest, RowBatch, SheetInfo, SourceTable } from './source-table.ts';
import { TrailingRows } from './trailing-rows.ts';
import { countRows, listWorksheets, type WorksheetPart } from './xlsx-parts.ts';

const rowsPerBatch = 2048;
/** A workbook is held in memory whole. */
const largestFile = 512 * 1024 * 1024;
/** Rows a workbook leaves out are filled up with empty ones as far as this. */
const widestGap = 1000;

/**
 * Opens a workbook at the sheet asked for, else at the first visible one that holds anything.
 * Throws AppError `sheet-not-found`, `file-format-refused`, `file-too-large` or `file-damaged`.
 */
export async function openXlsx(request: ReadRequest): Promise<SourceTable> {
  if ((await stat(request.path)).size > largestFile) {
    throw new AppError('file-too-large', { name: request.name, reason: 'a workbook above 512 MB' });
  }
  const bytes = new Uint8Array(await readFile(request.path));
  const worksheets = listWorksheets(bytes, request.name);
  const sheet = await chooseSheet(bytes, worksheets, request);
  const counted = countRows(bytes, sheet);
  const sheets = worksheets.map(
    ({ name, hidden }): SheetInfo =>
      name === sheet.name && counted ? { name, hidden, rows: counted.rows } : { name, hidden },
  );
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheet: sheet.name,
    sheets,
    notes: sheetNotes(worksheets, sheet, request.sheet === undefined, counted?.hidden ?? 0),
    batches: () => readBatches(bytes, sheet, counted?.rows ?? 0, request),
  };
}

async function chooseSheet(
  bytes: Uint8Array,
  worksheets: readonly WorksheetPart[],
  request: ReadRequest,
): Promise<WorksheetPart> {
  if (request.sheet !== undefined) {
    const wanted = request.sheet.trim().toLowerCase();
    const found = worksheets.find(({ name }) => name.trim().toLowerCase() === wanted);
    if (found) return found;
    const sheets = worksheets.map(({ name }) => name).join(', ');
    throw new AppError('sheet-not-found', { name: request.name, sheet: request.sheet, sheets });
  }
  const visible = worksheets.filter(({ hidden }) => !hidden);
  const offered = visible.length > 0 ? visible : worksheets;
  for (const sheet of offered) {
    for await (const _ of readBatches(bytes, sheet, 0, request)) return sheet;
  }
  throw new AppError('no-rows', { name: request.name });
}

function sheetNotes(
  worksheets: readonly WorksheetPart[],
  chosen: WorksheetPart,
  byDefault: boolean,
  hiddenRows: number,
): ReaderNote[] {
  const notes: ReaderNote[] = [];
  const listed = (sheets: readonly WorksheetPart[]): string =>
    sheets.map(({ name }) => `“${name}”`).join(', ');
  const others = worksheets.filter((sheet) => sheet !== chosen);
  const hidden = others.filter((sheet) => sheet.hidden);
  const visible = others.filter((sheet) => !sheet.hidden);
  if (byDefault && hidden.length > 0) {
    notes.push({ code: 'hidden-sheet-skipped', text: `Hidden sheets were left out: ${listed(hidden)}.` });
  }
  if (byDefault && visible.length > 0) {
    notes.push({
      code: 'other-sheets',
      text: `“${chosen.name}” was read; the workbook also has ${listed(visible)}.`,
    });
  }
  if (hiddenRows > 0) {
    notes.push({
      code: 'hidden-rows',
      text: `${hiddenRows} hidden or filtered rows were read like the others.`,
    });
  }
  return notes;
}

async function* readBatches(
  bytes: Uint8Array,
  sheet: WorksheetPart,
  rowsExpected: number,
  request: ReadRequest,
): AsyncGenerator<RowBatch> {
  const trailing = new TrailingRows();
  const numbering = new RowNumbering();
  let rowsRead = 0;
  const progress = () => ({
    bytesRead: Math.round(sheet.bytes * Math.min(1, rowsRead / Math.max(1, rowsExpected))),
    bytesTotal: sheet.bytes,
  });
  try {
    for await (const row of streamXlsxRows(bytes, { sheet: sheet.name })) {
      rowsRead++;
      const full = numbering.add(row.index + 1, row.values.map(cellText));
      if (full === null) continue;
      request.signal?.throwIfAborted();
      const batch = trailing.push(full);
      if (batch.rows.length > 0) yield { ...batch, ...progress() };
    }
  } catch (error) {
    if (error instanceof AppError || request.signal?.aborted) throw error;
    const reason = `the sheet “${sheet.name}” cannot be read`;
    throw new AppError('file-damaged', { name: request.name, reason }, { cause: error });
  }
  const last = trailing.push(numbering.take());
  if (last.rows.length > 0) yield { ...last, bytesRead: sheet.bytes, bytesTotal: sheet.bytes };
}

/** Collects rows into batches so that the n-th row handed on is the sheet's n-th row. */
class RowNumbering {
  #rows: string[][] = [];
  #next = 1;

  /** Adds the row with that number; gives the batch when it is full. Trailing blank cells go. */
  add(number: number, cells: string[]): string[][] | null {
    const gap = Math.min(number - this.#next, widestGap);
    for (let filler = 0; filler < gap; filler++) this.#push(['']);
    let width = cells.length;
    while (width > 1 && cells[width - 1] === '') width--;
    cells.length = Math.max(1, width);
    this.#push(cells);
    return this.#rows.length >= rowsPerBatch ? this.take() : null;
  }

  take(): string[][] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #push(cells: string[]): void {
    cells[0] ??= '';
    this.#rows.push(cells);
    this.#next++;
  }
}
