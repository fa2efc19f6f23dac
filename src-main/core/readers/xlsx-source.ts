// Reads one sheet of an .xlsx or .xlsm workbook as a stream of rows of text.
// The rule: a damaged workbook is an AppError, never a raw throw, and hidden sheets wait to be asked for.
import { readFile, stat } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import type { CellBatch } from './cell-batch.ts';
import { readSharedStrings, readStyles } from './cell-text.ts';
import type { CellContext } from './cell-values.ts';
import { storeTexts } from './cell-writer.ts';
import { SheetDamage, SheetTooLarge } from './sheet-bytes.ts';
import { factsOf, sheetNotes } from './sheet-facts.ts';
import { SheetScanner } from './sheet-scanner.ts';
import type { ReaderNote, ReadRequest, SheetInfo, SourceTable } from './source-table.ts';
import { filledRows } from './trailing-rows.ts';
import { openWorkbook, undamaged, type WorkbookParts, type WorksheetPart } from './xlsx-parts.ts';
import { ZipDamage } from './zip-archive.ts';

const mebibyte = 1024 * 1024;
/** A workbook is held in memory whole; so are the sheets that are read, while they unpack to no more than this. */
const largestFile = 512 * mebibyte;
const mostHeld = 256 * mebibyte;

/** A workbook with its texts and styles read, and the sheets unpacked so far. */
interface OpenWorkbook {
  readonly name: string;
  readonly parts: WorkbookParts;
  readonly context: CellContext;
  readonly held: Map<WorksheetPart, Buffer>;
}

/**
 * Opens a workbook at the sheet asked for, else at the first visible one that holds anything.
 * Throws AppError `sheet-not-found`, `file-format-refused`, `file-protected`, `file-too-large` or `file-damaged`.
 */
export async function openXlsx(request: ReadRequest): Promise<SourceTable> {
  const { path, name } = request;
  if ((await stat(path)).size > largestFile)
    throw new AppError('file-too-large', { name, reason: 'a workbook above 512 MB' });
  const parts = openWorkbook(await readFile(path), name);
  const workbook: OpenWorkbook = { name, parts, context: contextOf(parts, name), held: new Map() };
  const filled = await chooseSheets(workbook, request);
  const [sheet] = filled;
  if (sheet === undefined) throw new AppError('no-rows', { name });
  return tableOf(workbook, sheet, filled, request);
}

function tableOf(
  workbook: OpenWorkbook,
  sheet: WorksheetPart,
  filled: readonly WorksheetPart[],
  request: ReadRequest,
): SourceTable {
  const { worksheets } = workbook.parts;
  const facts = factsOf(unpacked(workbook, sheet));
  let formulas = 0;
  const cells = () =>
    readCells(workbook, sheet, request, ({ formulasWithoutResult }) => {
      formulas = formulasWithoutResult;
    });
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheet: sheet.name,
    sheets: worksheets.map(
      (part): SheetInfo => ({
        name: part.name,
        hidden: part.hidden,
        ...(part === sheet && facts ? { rows: facts.rows } : {}),
      }),
    ),
    get notes(): ReaderNote[] {
      return sheetNotes(worksheets, sheet, request.sheet === undefined, facts, formulas);
    },
    merged: facts?.merged ?? [],
    others: filled
      .filter((other) => other !== sheet)
      .map((other) => () => tableOf(workbook, other, filled, request)),
    batches: () => filledRows(cells()),
    cells,
  };
}

function contextOf(parts: WorkbookParts, name: string): CellContext {
  try {
    return {
      shared: storeTexts(readSharedStrings(parts.sharedStrings)),
      styles: readStyles(parts.styles),
      epoch1904: parts.epoch1904,
    };
  } catch (error) {
    throw new AppError('file-damaged', { name, reason: 'its texts cannot be read' }, { cause: error });
  }
}

/** The sheet asked for; else the visible ones that hold anything, in order, or the hidden ones where none is visible. */
async function chooseSheets(workbook: OpenWorkbook, request: ReadRequest): Promise<WorksheetPart[]> {
  const { worksheets } = workbook.parts;
  if (request.sheet !== undefined) {
    const wanted = request.sheet.trim().toLowerCase();
    const found = worksheets.find(({ name }) => name.trim().toLowerCase() === wanted);
    if (found) return [found];
    const sheets = worksheets.map(({ name }) => name).join(', ');
    throw new AppError('sheet-not-found', { name: request.name, sheet: request.sheet, sheets });
  }
  const visible = worksheets.filter(({ hidden }) => !hidden);
  const filled: WorksheetPart[] = [];
  for (const sheet of visible.length > 0 ? visible : worksheets) {
    if (await holdsAnything(workbook, sheet, request)) filled.push(sheet);
  }
  return filled;
}

async function holdsAnything(
  workbook: OpenWorkbook,
  sheet: WorksheetPart,
  request: ReadRequest,
): Promise<boolean> {
  for await (const _ of filledRows(readCells(workbook, sheet, request, () => {}))) return true;
  return false;
}

/** A sheet's XML, held for the next pass; null where it is too large to be held. */
function unpacked({ name, parts, held }: OpenWorkbook, sheet: WorksheetPart): Buffer | null {
  if (sheet.entry.size > mostHeld) return null;
  const known = held.get(sheet);
  if (known) return known;
  const size = [...held.values()].reduce((sum, { length }) => sum + length, sheet.entry.size);
  if (size > mostHeld) held.clear();
  const xml = undamaged(name, () => parts.archive.read(sheet.entry));
  held.set(sheet, xml);
  return xml;
}

/** The sheet's XML in pieces that each end behind a tag. */
async function* pieces(workbook: OpenWorkbook, sheet: WorksheetPart): AsyncGenerator<Buffer> {
  const whole = unpacked(workbook, sheet);
  if (whole) {
    yield whole;
    return;
  }
  let rest: Buffer = Buffer.alloc(0);
  for await (const bytes of workbook.parts.archive.stream(sheet.entry)) {
    const joined = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const end = joined.lastIndexOf('>') + 1;
    rest = joined.subarray(end);
    if (end > 0) yield joined.subarray(0, end);
  }
  if (rest.length > 0) yield rest;
}

async function* readCells(
  workbook: OpenWorkbook,
  sheet: WorksheetPart,
  { name, signal }: ReadRequest,
  ended: (scanner: SheetScanner) => void,
): AsyncGenerator<CellBatch> {
  const bytesTotal = sheet.entry.size;
  const scanner = new SheetScanner(workbook.context);
  let before = 0;
  try {
    for await (const piece of pieces(workbook, sheet)) {
      for (const cells of scanner.push(piece)) {
        signal?.throwIfAborted();
        yield { ...cells, bytesRead: Math.min(bytesTotal, before + scanner.position), bytesTotal };
      }
      before += piece.length;
    }
    const last = scanner.end();
    ended(scanner);
    if (last.rows > 0) yield { ...last, bytesRead: bytesTotal, bytesTotal };
  } catch (error) {
    throw damageOf(error, name, sheet.name);
  }
}

function damageOf(error: unknown, name: string, sheet: string): unknown {
  if (error instanceof SheetTooLarge)
    return new AppError('file-too-large', { name, reason: `the sheet “${sheet}” has ${error.message}` });
  if (error instanceof SheetDamage)
    return new AppError('file-damaged', { name, reason: `the sheet “${sheet}” ${error.message}` });
  return error instanceof ZipDamage ? new AppError('file-damaged', { name, reason: error.message }) : error;
}
