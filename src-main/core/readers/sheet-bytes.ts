// Reads the small things of a worksheet's XML from its bytes: marks, references, whole numbers, types.
// The rule: no text is made where a number will do.

/** The sheet's XML is broken; `message` says how. */
export class SheetDamage extends Error {}

/** A cell or a row holds more than any workbook honestly does; `message` says what. */
export class SheetTooLarge extends Error {}

const widestRow = 16_384;
export const [exclamation, quote, apostrophe, point, slash, nought, nine] = [33, 34, 39, 46, 47, 48, 57];
export const [less, equals, greater, blank] = [60, 61, 62, 32];
export const [
  letterB,
  letterC,
  letterD,
  letterN,
  letterO,
  letterR,
  letterS,
  letterT,
  letterV,
  letterW,
  letterX,
] = [98, 99, 100, 110, 111, 114, 115, 116, 118, 119, 120];
/** Types of cells: a letter, or one of these. */
export const shared = letterS;
export const inlineText = 1;
export const storedText = 2;

/** The number that a row's opening mark gives it; null where it gives none. */
export function rowNumber(bytes: Buffer, start: number, end: number): number | null {
  // `<row r="12"`, as nearly every program writes it.
  if (bytes[start + 5] === letterR && bytes[start + 6] === equals && bytes[start + 7] === quote) {
    let to = start + 8;
    while (to < end && bytes[to] !== quote) to++;
    return wholeNumber(bytes, start + 8, to) || 0;
  }
  const given = /\sr\s*=\s*["'](\d+)["']/.exec(bytes.toString('latin1', start, end))?.[1];
  return given === undefined ? null : Number(given);
}

/** Where the next `<` stands, or the end. */
export function nextMark(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== less) at++;
  return at;
}

/** The 0-based column of a reference such as `AB12`. */
export function columnOf(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (column === 0 || column > widestRow)
    throw new SheetDamage('has a cell beyond the last column Excel knows');
  return column - 1;
}

/** The whole number of plain digits; NaN for anything else. */
export function wholeNumber(bytes: Buffer, from: number, to: number): number {
  let value = from < to ? 0 : Number.NaN;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - nought;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

/** A cell's type by one number: its letter, or one of the two longer words. */
export function typeOf(bytes: Buffer, from: number, to: number): number {
  if (to - from === 1) return bytes[from] ?? 0;
  return bytes[from] === letterS ? storedText : inlineText;
}

/** Digits that are already as they would be written: nearly every number of every workbook. */
export function isShort(bytes: Buffer, from: number, to: number): boolean {
  if (to - from > 15) return false;
  let points = 0;
  for (let at = from; at < to; at++) {
    const code = bytes[at] ?? 0;
    if (code === point) points++;
    else if (code < nought || code > nine) return false;
  }
  const first = bytes[from] ?? 0;
  if (points === 0) return first !== nought || to - from === 1;
  const last = bytes[to - 1] ?? 0;
  const whole = (first > nought && first <= nine) || (first === nought && bytes[from + 1] === point);
  return points === 1 && last > nought && whole;
}
