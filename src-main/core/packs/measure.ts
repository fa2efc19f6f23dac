// Owns how wide and how high text is on a sheet, in digits (the unit of column widths) and points of Arial 12.
// The rule: estimates err on the large side, so that nothing is clipped in Excel or on paper.
import { type Cell, type ColumnModel, isDate, isLink, isShorthand } from './model.ts';
import { printed } from './shorthand.ts';

export const narrowest = 8;
export const widest = 60;
const lineHeight = 15.5;
const tallest = 409;
/** As many lines as Excel's tallest row holds. */
export const mostLines = Math.floor(tallest / lineHeight);
const boldFactor = 1.1;

const widthOf = (char: string): number => {
  if (/[iljI.,:;'|! ()[\]{}\-/tf]/.test(char)) return 0.52;
  if (/[MWmw@%—…]/.test(char)) return 1.55;
  if (/[A-Z&£€+=<>~]/.test(char)) return 1.27;
  return (char.codePointAt(0) ?? 0) >= 0x2e80 ? 1.85 : 1;
};

const latinWidths = Float64Array.from({ length: 256 }, (_, code) => widthOf(String.fromCharCode(code)));

/** The width of a text on one line, in digits of Arial: the unit of column widths. */
export function textUnits(text: string): number {
  let units = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    units += latinWidths[code] ?? widthOf(String.fromCodePoint(code));
    if (code > 0xffff) i += 1;
  }
  return units;
}

/** How many lines a text takes in a column of `width` characters when wrapped at words. */
export function lineCount(text: string, width: number, factor = 1): number {
  const room = Math.max(1, width - 1.5);
  if (!text.includes('\n') && textUnits(text) * factor <= room) return 1;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const length = textUnits(word) * factor;
      if (used > 0 && used + 0.52 + length > room) {
        lines += 1;
        used = 0;
      }
      const overflow = Math.ceil(length / room) - 1;
      lines += overflow;
      used += (used > 0 ? 0.52 : 0) + (overflow > 0 ? length - overflow * room : length);
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

const textWidth = (longest: number): number => (longest <= 54 ? longest + 2.5 : longest <= 150 ? 45 : widest);

/** The room that a text column leaves at its left when numbers end there, so that the two never touch. */
export const indentOf = (columns: readonly ColumnModel[], index: number): number =>
  columns[index]?.type === 'text' && index > 0 && columns[index - 1]?.type !== 'text' ? 1.5 : 0;

/** What could be the longest text of a column: the words, and of the numbers the least and the greatest. */
function longestTexts(cells: readonly Cell[], format: string): string[] {
  const words = new Set<string>();
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const cell of cells) {
    if (typeof cell === 'number') {
      least = Math.min(least, cell);
      greatest = Math.max(greatest, cell);
    } else words.add(shown(cell, format));
  }
  const ends = [least, greatest].filter(Number.isFinite);
  return [...words, ...ends.map((end) => shown(end, format))];
}

/** The width of a column in characters: the author's, else enough for its longest word and its content. */
export function columnWidth(
  column: ColumnModel,
  cells: readonly Cell[],
  format: string,
  indent: number,
): number {
  if (column.width !== undefined) return column.width;
  const longestWord = Math.max(...column.header.split(/\s+/).map(textUnits));
  const whole = textUnits(column.header);
  const heading = Math.max(longestWord, Math.min(whole, Math.max(whole / 3, 12))) * boldFactor + 3.5;
  let longest = 0;
  for (const text of longestTexts(cells, format)) {
    for (const part of text.split('\n')) longest = Math.max(longest, textUnits(part));
  }
  return (
    Math.round(Math.min(widest, Math.max(narrowest, Math.max(heading, textWidth(longest)) + indent)) * 2) / 2
  );
}

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
