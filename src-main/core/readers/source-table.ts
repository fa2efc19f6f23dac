// What a reader hands on: one table of one file, as batches of rows of text.
// The rule: cells are as in the file (no trimming, no typing), and every record keeps its number.

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

/** One table in a file. */
export interface SourceTable {
  readonly format: 'csv' | 'tsv' | 'xlsx';
  /** `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be` or `windows-1252`; null for a workbook. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly SheetInfo[];
  readonly notes: readonly ReaderNote[];
  /** Batches of rows from the start of the table; wholly empty records at its end are left out. */
  batches(): AsyncIterable<RowBatch>;
}

/** What both readers are given. `name` is what a person calls the file. */
export interface ReadRequest {
  readonly path: string;
  readonly name: string;
  readonly sheet?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}
