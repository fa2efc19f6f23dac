// Owns addresses: "B4", "$A$2:$C$9", "'My sheet'!B2", lists of them. Rows and columns count from 1.

export const mostRows = 1_048_576;
export const mostColumns = 16_384;

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A range on a named sheet; `sheet` is null where none is named. */
export interface Area extends Range {
  readonly sheet: string | null;
}

/** "A" for 1, "AA" for 27. */
export const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

/** 1 for "A"; 0 where there are no letters. */
export function columnNumber(text: string): number {
  let number = 0;
  for (const char of text.toUpperCase()) number = number * 26 + char.charCodeAt(0) - 64;
  return number;
}

export const address = (row: number, column: number): string => `${letters(column)}${row}`;

export const rangeText = ({ top, left, bottom, right }: Range): string =>
  top === bottom && left === right ? address(top, left) : `${address(top, left)}:${address(bottom, right)}`;

export const isInside = ({ top, left, bottom, right }: Range, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

export const meets = (a: Range, b: Range): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

const corner = /^\$?([A-Za-z]{1,4})\$?(\d+)$/;
const wholeColumns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const wholeRows = /^\$?(\d+):\$?(\d+)$/;

/** The range that a text without a sheet names, or null. */
export function parseRange(text: string): Range | null {
  const columns = wholeColumns.exec(text);
  if (columns)
    return {
      top: 1,
      bottom: mostRows,
      left: columnNumber(columns[1] ?? ''),
      right: columnNumber(columns[2] ?? ''),
    };
  const rows = wholeRows.exec(text);
  if (rows) return { top: Number(rows[1]), bottom: Number(rows[2]), left: 1, right: mostColumns };
  const [first = '', second = first, ...more] = text.split(':');
  const a = corner.exec(first);
  const b = corner.exec(second);
  if (!a || !b || more.length > 0) return null;
  const [top, bottom] = [Number(a[2]), Number(b[2])];
  const [left, right] = [columnNumber(a[1] ?? ''), columnNumber(b[1] ?? '')];
  return {
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
    left: Math.min(left, right),
    right: Math.max(left, right),
  };
}

/** Splits at commas that stand outside quotes. */
function split(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (const char of text) {
    if (char === "'") quoted = !quoted;
    if (char === ',' && !quoted) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  return [...parts, part];
}

/** The sheet that a reference names and the rest of it. */
export function splitSheet(text: string): { sheet: string | null; rest: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const bare = /^([^'!]+)!(.*)$/s.exec(text);
  return bare ? { sheet: bare[1] ?? '', rest: bare[2] ?? '' } : { sheet: null, rest: text };
}

/** The areas of a reference, in order; null where a part of it is no plain reference. */
export function parseAreas(text: string): Area[] | null {
  const bare = text
    .trim()
    .replace(/^=/, '')
    .replace(/^\((.*)\)$/s, '$1');
  const areas: Area[] = [];
  for (const part of split(bare)) {
    const { sheet, rest } = splitSheet(part.trim());
    const range = parseRange(rest);
    if (!range) return null;
    areas.push({ sheet, ...range });
  }
  return areas;
}
