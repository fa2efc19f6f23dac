// What a reader hands on: one table of one file, as batches of rows of text.
// The rule: cells are as in the file (no trimming, no typing), and every record keeps its number.

import type { TextEncoding } from '#shared/schemas/import.ts';
import type { CellBatch } from './cell-batch.ts';

/** Something the reader assumed or left out, which a person should be told. */
export interface ReaderNote {
  readonly code: string;
  readonly text: string;
}

/** A run of consecutive records. `firstRow` is the 1-based number of `rows[0]` in the file or sheet. */
export interface RowBatch {
  readonly firstRow: number;
  readonly rows: string[][];
  /** Progress through the file; for a workbook an estimate by rows. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** One sheet of a workbook. `rows` is known for the sheet that is read. */
export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows?: number;
}

/** A block of merged cells, rows and columns from 0; only its first cell holds a value. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One table in a file. */
export interface SourceTable {
  readonly format: 'csv' | 'tsv' | 'xlsx';
  /** `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `windows-1252` or `mac-roman`; null for a workbook. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly SheetInfo[];
  /** What was assumed or left out; complete when the last batch has been read. */
  readonly notes: readonly ReaderNote[];
  /** The merged cells of a worksheet. */
  readonly merged?: readonly MergedCells[];
  /** Where no sheet was asked for: the other visible sheets that hold anything, each opened when called. */
  readonly others?: readonly (() => SourceTable)[];
  /** Batches of rows from the start of the table; wholly empty records at its end are left out. */
  batches(): AsyncIterable<RowBatch>;
  /** The same records as places in UTF-8, blank ones included, where the reader has them without making texts. */
  cells?(): AsyncIterable<CellBatch>;
}

/** What both readers are given. `name` is what a person calls the file. */
export interface ReadRequest {
  readonly path: string;
  readonly name: string;
  readonly sheet?: string | undefined;
  /** How a text file is to be decoded, where a person said so. */
  readonly encoding?: TextEncoding | undefined;
  readonly signal?: AbortSignal | undefined;
}
