// Cuts delimited text into records of cells, a piece at a time.
// The rule: RFC 4180, and where files break it the cell stays as typed: a quotation mark inside an
// unquoted cell is text, blanks before an opening one are dropped, rows may be ragged.

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const blank = 32;
/** One record may not grow past this many characters: a quotation mark has been left open. */
const longestRecord = 8 * 1024 * 1024;

/** A quotation mark opened in this record (1-based) is never closed. */
export class UnclosedQuote extends Error {
  constructor(readonly record: number) {
    super(`the quotation mark opened in record ${record} is never closed`);
  }
}

/** Pieces of text in, whole records out. `lineEnd` is `\r` only for files without any line feed. */
export class CsvScanner {
  readonly #delimiter: string;
  readonly #delimiterCode: number;
  readonly #lineEnd: string;
  readonly #lineEndCode: number;
  #rest = '';
  #records = 0;
  /** Where the cell after the one just read begins, and whether that one ended its record. */
  #at = 0;
  #ended = false;

  constructor(delimiter: string, lineEnd: '\n' | '\r' = '\n') {
    this.#delimiter = delimiter;
    this.#delimiterCode = delimiter.charCodeAt(0);
    this.#lineEnd = lineEnd;
    this.#lineEndCode = lineEnd.charCodeAt(0);
  }

  /** The records that end within the text given so far. Throws UnclosedQuote. */
  push(piece: string): string[][] {
    const rows = this.#scan(this.#rest === '' ? piece : this.#rest + piece, false);
    if (this.#rest.length > longestRecord) throw new UnclosedQuote(this.#records + 1);
    return rows;
  }

  /** The last record, where the file does not end in a line end. Throws UnclosedQuote. */
  end(): string[][] {
    const text = this.#rest;
    this.#rest = '';
    return text === '' ? [] : this.#scan(text, true);
  }

  #scan(text: string, final: boolean): string[][] {
    const rows: string[][] = [];
    let start = 0;
    let nextQuote = indexOrEnd(text, '"', 0);
    while (start < text.length) {
      const lineEnd = text.indexOf(this.#lineEnd, start);
      if (lineEnd < 0 && !final) break;
      const end = lineEnd < 0 ? text.length : lineEnd;
      if (nextQuote < start) nextQuote = indexOrEnd(text, '"', start);
      if (nextQuote > end) {
        rows.push(this.#plainRecord(text, start, end));
        start = end + 1;
      } else {
        const row = this.#quotedRecord(text, start, final);
        if (row === null) break;
        rows.push(row);
        start = this.#at;
      }
    }
    this.#records += rows.length;
    this.#rest = start < text.length ? text.slice(start) : '';
    if (final && this.#rest !== '') throw new UnclosedQuote(this.#records + 1);
    return rows;
  }

  /** A record without any quotation mark: the fast path. */
  #plainRecord(text: string, start: number, lineEnd: number): string[] {
    const end = lineEnd > start && text.charCodeAt(lineEnd - 1) === carriageReturn ? lineEnd - 1 : lineEnd;
    const row: string[] = [];
    let from = start;
    for (;;) {
      const to = text.indexOf(this.#delimiter, from);
      if (to < 0 || to >= end) {
        row.push(text.slice(from, end));
        return row;
      }
      row.push(text.slice(from, to));
      from = to + 1;
    }
  }

  /** A record with quotation marks; null when it does not end within the text. */
  #quotedRecord(text: string, start: number, final: boolean): string[] | null {
    const row: string[] = [];
    this.#at = start;
    this.#ended = false;
    while (!this.#ended) {
      const opening = this.#openingQuote(text, this.#at);
      const cell =
        opening < 0 ? this.#openCell(text, this.#at, final) : this.#quotedCell(text, opening, final);
      if (cell === null) return null;
      row.push(cell);
    }
    return row;
  }

  /** Where the cell's opening quotation mark stands (blanks may precede it), or -1. */
  #openingQuote(text: string, start: number): number {
    let at = start;
    while (text.charCodeAt(at) === blank) at++;
    return text.charCodeAt(at) === quote ? at : -1;
  }

  /** Text up to the next delimiter or line end. */
  #openCell(text: string, start: number, final: boolean): string | null {
    let end = start;
    let code = text.charCodeAt(end);
    while (end < text.length && code !== this.#delimiterCode && code !== this.#lineEndCode) {
      code = text.charCodeAt(++end);
    }
    if (end >= text.length && !final) return null;
    this.#ended = code !== this.#delimiterCode;
    this.#at = end + 1;
    const cut =
      this.#ended && end > start && code === lineFeed && text.charCodeAt(end - 1) === carriageReturn;
    return text.slice(start, cut ? end - 1 : end);
  }

  #quotedCell(text: string, opening: number, final: boolean): string | null {
    let cell = '';
    let from = opening + 1;
    for (;;) {
      const closing = text.indexOf('"', from);
      if (closing < 0 || (closing + 1 >= text.length && !final)) return null;
      cell += text.slice(from, closing);
      from = closing + 1;
      if (text.charCodeAt(from) !== quote) break;
      cell += '"';
      from++;
    }
    const after = this.#openCell(text, from, final);
    if (after === null) return null;
    return after.trim() === '' ? cell : cell + after;
  }
}

function indexOrEnd(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
