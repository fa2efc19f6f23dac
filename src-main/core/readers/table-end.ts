// Finds where a table ends: totals rows, notes and footers below it are no records.
// The rule: only what stands below the last record is left out, it is said, and doubt keeps the row.
import { type CellBatch, cellsOf, isBlankRow, rowTexts } from './cell-batch.ts';
import { CellWriter } from './cell-writer.ts';
import type { Heading } from './headings/heading.ts';
import type { ReaderNote, SourceTable } from './source-table.ts';
import { filledRows } from './trailing-rows.ts';

/** So many filled rows at the end of a table are looked at. */
const rowsLookedAt = 40;

const totals =
  /^((grand|overall|sub-?|column|report|council|organisation|all)[ -]*)?totals?\b.{0,30}$|^(sum|average|mean|number of \w+|count( of \w+)?)\b:?.{0,20}$/i;
const noteWords =
  /^(notes?\b|sources?\b|data source|produced|prepared|generated|printed|exported|extracted|run (on|by|date|at)|report|end of|page \d|\*|†|‡|©|copyright|disclaimer|key\b|legend|filter|applied filter|last (updated|refreshed|modified)|as at\b|correct (as )?at|this (report|table|data|sheet)|these (figures|data)|figures (are|exclude|include|may)|please|contact|for (further|more)|confidential|official|restricted|-{3}|={3}|_{3}|\(?[a-z0-9]{1,2}\)[ .])/i;

interface HeldRow {
  readonly number: number;
  readonly cells: string[];
}

/** The table without what stands below its last record, which `notes` then says. */
export function withoutFooter(table: SourceTable, heading: Heading, firstRows: string[][]): SourceTable {
  const shape = shapeOf(heading, firstRows);
  let notes: readonly ReaderNote[] = [];
  const cells = () =>
    cut(cellsOf(table), shape, (found) => {
      notes = found;
    });
  return {
    ...table,
    get notes() {
      return [...table.notes, ...notes];
    },
    cells,
    batches: () => filledRows(cells()),
  };
}

/** What a record of the table looks like. */
interface Shape {
  readonly firstRow: number;
  readonly width: number;
  /** Filled cells of the usual record. */
  readonly usual: number;
  readonly plain: boolean;
}

function shapeOf(heading: Heading, firstRows: string[][]): Shape {
  const firstRow = heading.headerRow + heading.headerRows;
  const filled = firstRows
    .slice(firstRow - 1)
    .map((row) => filledCells(row).length)
    .filter((count) => count > 0)
    .sort((a, b) => a - b);
  return {
    firstRow,
    width: heading.columns.length,
    usual: filled[Math.floor(filled.length / 2)] ?? 0,
    plain: heading.dialect === 'plain',
  };
}

const filledCells = (row: readonly string[]): string[] =>
  row.map((cell) => cell.trim()).filter((cell) => cell !== '');

async function* cut(
  source: AsyncIterable<CellBatch>,
  shape: Shape,
  tell: (notes: readonly ReaderNote[]) => void,
): AsyncGenerator<CellBatch> {
  let held: HeldRow[] = [];
  const writer = new CellWriter();
  const ragged = new RaggedRows(shape);
  let progress = { bytesRead: 0, bytesTotal: 0 };
  for await (const batch of source) {
    ragged.look(batch);
    progress = { bytesRead: batch.bytesRead, bytesTotal: batch.bytesTotal };
    const { kept, tail } = splitTail(batch);
    if (kept > 0) {
      yield* handOn(held, writer, progress);
      held = tail;
      yield { ...batch, rows: kept };
    } else {
      held.push(...tail);
      if (held.length > 4 * rowsLookedAt)
        yield* handOn(held.splice(0, held.length - rowsLookedAt), writer, progress);
    }
  }
  const { records, notes } = endOf(held, shape);
  tell([...ragged.notes(), ...notes]);
  yield* handOn(records, writer, progress);
}

/** The batch's last filled rows as text, and how many rows stand before them. */
function splitTail(batch: CellBatch): { kept: number; tail: HeldRow[] } {
  const tail: HeldRow[] = [];
  let kept = batch.rows;
  while (kept > 0 && tail.length < rowsLookedAt) {
    kept--;
    if (!isBlankRow(batch, kept))
      tail.unshift({ number: batch.firstRow + kept, cells: rowTexts(batch, kept) });
  }
  return { kept, tail };
}

/** Held rows as batches again, one for each run of consecutive numbers. */
function* handOn(
  rows: readonly HeldRow[],
  writer: CellWriter,
  progress: { bytesRead: number; bytesTotal: number },
): Generator<CellBatch> {
  for (const [index, { number, cells }] of rows.entries()) {
    for (const cell of cells) writer.text(cell);
    writer.endRow();
    if (rows[index + 1]?.number !== number + 1)
      yield { ...writer.take(number + 1 - writer.rows), ...progress };
  }
}

/** What of the last rows are records, and what is said of the others. */
function endOf(held: readonly HeldRow[], shape: Shape): { records: readonly HeldRow[]; notes: ReaderNote[] } {
  const below: { number: number; kind: 'totals' | 'note' }[] = [];
  let end = held.length;
  for (; end > 0; end--) {
    const row = held[end - 1];
    if (!row || row.number <= shape.firstRow) break;
    const kind = kindBelow(held, end - 1, shape);
    if (kind === null) break;
    below.unshift({ number: row.number, kind });
  }
  const listed = (kind: 'totals' | 'note'): number[] =>
    below.filter((row) => row.kind === kind).map(({ number }) => number);
  const notes: ReaderNote[] = [];
  const [sums, words] = [listed('totals'), listed('note')];
  if (sums.length > 0) {
    const text = `${rowsOf(sums)} below the table ${sums.length === 1 ? 'is a total' : 'are totals'}, not a record, and ${sums.length === 1 ? 'was' : 'were'} left out.`;
    notes.push({ code: 'totals-left-out', text });
  }
  if (words.length > 0) {
    const text = `${rowsOf(words)} below the table ${words.length === 1 ? 'is a note' : 'are notes'} and ${words.length === 1 ? 'was' : 'were'} left out.`;
    notes.push({ code: 'notes-left-out', text });
  }
  return { records: held.slice(0, end), notes };
}

function kindBelow(held: readonly HeldRow[], at: number, shape: Shape): 'totals' | 'note' | null {
  const row = held[at];
  if (!row) return null;
  const filled = filledCells(row.cells);
  const lead = row.cells.findIndex((cell) => cell.trim() !== '');
  const first = filled[0] ?? '';
  if (lead < 3 && shape.width > 1 && totals.test(first)) return 'totals';
  if (!shape.plain || shape.usual < 3 || filled.length > Math.max(1, Math.floor(shape.usual / 3)))
    return null;
  // `REPORT-12` is a reference, not the beginning of a note.
  if (noteWords.test(first) && !/^\S*\d\S*$/.test(first)) return 'note';
  // Alone in the first column (or a word and what it means), under a blank row: no start of a record.
  const before = held[at - 1]?.number ?? 0;
  const apart = row.number - before > 1 || noteAbove(held, at, shape);
  const [, second = ''] = filled;
  const alone = filled.length === 1 && /[a-z]{2}/i.test(first);
  const explained = filled.length === 2 && (first.endsWith(':') || second.length > 60);
  return lead === 0 && apart && (alone || explained) ? 'note' : null;
}

/** Whether a blank row parts this row and those like it from the table. */
function noteAbove(held: readonly HeldRow[], at: number, shape: Shape): boolean {
  for (let above = at - 1; above > 0; above--) {
    const row = held[above];
    if (!row || filledCells(row.cells).length > Math.max(1, Math.floor(shape.usual / 3))) return false;
    if (row.number - (held[above - 1]?.number ?? 0) > 1) return true;
  }
  return false;
}

const rowsOf = (numbers: readonly number[]): string =>
  numbers.length === 1 ? `Row ${numbers[0]}` : `Rows ${numbers[0]} to ${numbers.at(-1)}`;

/** Counts records that have cells beyond the last heading. */
class RaggedRows {
  readonly #shape: Shape;
  #count = 0;
  #first = 0;

  constructor(shape: Shape) {
    this.#shape = shape;
  }

  look(batch: CellBatch): void {
    const { width, firstRow } = this.#shape;
    for (let row = Math.max(0, firstRow - batch.firstRow); row < batch.rows; row++) {
      const start = (batch.firstCells[row] ?? 0) + width;
      const end = batch.firstCells[row + 1] ?? 0;
      if (
        end <= start ||
        rowTexts(batch, row)
          .slice(width)
          .every((cell) => cell.trim() === '')
      )
        continue;
      this.#count++;
      if (this.#first === 0) this.#first = batch.firstRow + row;
    }
  }

  notes(): ReaderNote[] {
    if (this.#count === 0) return [];
    const [rows, have] = this.#count === 1 ? ['row', 'has'] : ['rows', 'have'];
    const text = `${this.#count.toLocaleString('en-GB')} ${rows} ${have} cells beyond the last heading, which were left out; the first is row ${this.#first}. A delimiter inside a text may have shifted them.`;
    return [{ code: 'cells-beyond-headings', text }];
  }
}
