// Owns how wide and how high text is on a sheet, in digits (the unit of column widths) and points of Arial 12.
// The rule: estimates err on the large side, so that nothing is clipped in Excel or on paper.
import { type Cell, type ColumnModel, isDate, isLink, isShorthand } from './model.ts';
import { printed } from './shorthand.ts';

export const narrowest = 8;
export const widest = 60;
const lineHeight = 15.5;
const tallest = 409;
/** What a cell leaves free at its sides. */
const cellPadding = 1;
/** As many lines as Excel's tallest row holds. */
export const mostLines = Math.floor(tallest / lineHeight);
export const boldFactor = 1.1;

/** Advances of Arial in thousandths of its size, from the space to the tilde. */
const ascii = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const digit = 556;
/** Programs that draw text on whole pixels take a little more than the font tells. */
const allowance = 1.03;

/** The width of a character that is not in `ascii`. */
const otherWidth = (code: number): number => {
  if (code === 0x2018 || code === 0x2019) return 222;
  if (code === 0x2014 || code === 0x2026) return 1000;
  if (code >= 0x2e80) return 1030;
  return code >= 0xc0 && code <= 0xde ? 722 : digit;
};

const widthOf = (code: number): number => ((ascii[code - 32] ?? otherWidth(code)) / digit) * allowance;

const space = widthOf(32);
const latinWidths = Float64Array.from({ length: 256 }, (_, code) => widthOf(code));

/** The width of a text on one line, in digits of Arial: the unit of column widths. */
export function textUnits(text: string): number {
  let units = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    units += latinWidths[code] ?? widthOf(code);
    if (code > 0xffff) i += 1;
  }
  return units;
}

/** How many lines a text takes in a column of `width` characters when wrapped at words. */
export function lineCount(text: string, width: number, factor = 1): number {
  const room = Math.max(1, width - cellPadding);
  if (!text.includes('\n') && textUnits(text) * factor <= room) return 1;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const length = textUnits(word) * factor;
      if (used > 0 && used + space + length > room) {
        lines += 1;
        used = 0;
      }
      const overflow = Math.ceil(length / room) - 1;
      lines += overflow;
      used += (used > 0 ? space : 0) + (overflow > 0 ? length - overflow * room : length);
    }
  }
  return lines;
}

const decimals = (format: string): number => /\.([0#]+)/.exec(format)?.[1]?.length ?? 0;

/** Number formatters by decimals: making one costs far more than using it. */
const formatters = Array.from(
  { length: 7 },
  (_, n) => new Intl.NumberFormat('en-GB', { minimumFractionDigits: n, maximumFractionDigits: n }),
);

/** What a cell shows, near enough to measure it. */
export function shown(cell: Cell, format: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number')
    return formatters[Math.min(6, decimals(format))]?.format(cell) ?? String(cell);
  if (isShorthand(cell)) return printed(cell.symbol);
  if (isLink(cell)) return cell.text;
  return isDate(cell) ? 'dd/mm/yyyy' : '';
}

/** The room that a text column leaves at its left, so that it never touches what ends there. */
export const indentOf = (columns: readonly ColumnModel[], index: number): number =>
  columns[index]?.type === 'text' && index > 0 ? 1.5 : 0;

/** The texts of a table row that can wrap: numbers and dates never do. */
export const wrappingTexts = (row: readonly Cell[]): string[] =>
  row.map((cell) => (cell === null || typeof cell === 'number' || isDate(cell) ? '' : shown(cell, '')));

/** The height in points of a table row, from its tallest cell. */
export function rowHeight(texts: readonly string[], widths: readonly number[], bold = false): number {
  const lines = texts.map((text, i) => lineCount(text, widths[i] ?? narrowest, bold ? boldFactor : 1));
  return Math.min(tallest, Math.max(1, ...lines) * lineHeight + 4);
}

/** A line of metadata cut at sentence ends, then at words, so that each part fits `room` characters. */
export function fitLines(text: string, room: number): string[] {
  const parts: string[] = [];
  let line = '';
  const pieces = text.split(/(?<=[.;!?])\s+|\n/).flatMap((s) => (textUnits(s) > room ? s.split(' ') : [s]));
  for (const piece of pieces) {
    if (line !== '' && textUnits(line) + 1 + textUnits(piece) > room) {
      parts.push(line);
      line = piece;
    } else line = line === '' ? piece : `${line} ${piece}`;
  }
  return [...parts, line];
}
