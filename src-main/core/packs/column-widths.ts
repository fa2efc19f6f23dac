// Owns how wide the columns of a table are, in characters of Arial 12.
// The rule: a table wider than a page of small print gives up room where words can wrap, before its print shrinks.
import { boldFactor, indentOf, narrowest, shown, textUnits, widest } from './measure.ts';
import type { Cell, ColumnModel } from './model.ts';

/** Room for the padding of a cell, and a little more. */
const padding = 2;
/** A table up to this width prints Arial 12 at 7.5 points or more on A4 landscape. */
export const widestTable = 180;
/** Words of a table that is too wide wrap to no more lines than this, where its width alone decides. */
const mostWrapped = 3;
/** Shorter than this, "18 November" for one, words are not broken. */
const worthWrapping = 12;

const textWidth = (longest: number): number =>
  longest <= 54 ? longest + padding : longest <= 150 ? 45 : widest;

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

const most = (numbers: Iterable<number>): number => {
  let found = 0;
  for (const number of numbers) found = Math.max(found, number);
  return found;
};

const longestWord = (texts: readonly string[]): number =>
  most(texts.map((text) => most(text.split(/\s+/).map(textUnits))));

interface Measured {
  /** What the column would take. */
  readonly wish: number;
  /** What it needs: its longest word, and its longest text in a few lines. */
  readonly need: number;
}

const rounded = (width: number): number => Math.round(Math.min(widest, Math.max(narrowest, width)) * 2) / 2;

/** Headings that end at one another's start would be read as one, so none fills its line. */
const headingGap = 2.2;
const mostGapSteps = 8;

/** Words may turn out as much narrower than measured, and then join on a line. */
const narrowestShare = 0.93;

/** The longest line of a heading that is broken at words to fit `room`, of those that may come about. */
function longestLine(words: readonly number[], room: number): number {
  let found = 0;
  let line = 0;
  for (const word of words) {
    const joined = line + word + 0.5;
    line = line > 0 && joined * narrowestShare <= room ? joined : word;
    found = Math.max(found, line);
  }
  return found;
}

/** A unit in brackets up to this width stays on one line. */
const widestUnit = 14;

/** The words of a heading; a short unit, such as "(per cent)", counts as one. */
const partsOf = (header: string): string[] =>
  header
    .split(/\s+(?![^(]*\))/)
    .flatMap((part) => (textUnits(part) > widestUnit ? part.split(/\s+/) : [part]));

/** The width of a heading on a few lines. */
function headingWidth(header: string): number {
  const wide = (text: string): number => textUnits(text) * boldFactor;
  const words = header.split(/\s+/).map(wide);
  const whole = wide(header);
  const least = Math.max(most(partsOf(header).map(wide)), Math.min(whole, Math.max(whole / 3, 10))) + padding;
  for (let step = 0; step < mostGapSteps; step++) {
    const width = least + step / 2;
    if (longestLine(words, width - 0.5) <= width - headingGap) return width;
  }
  return least;
}

function measured(column: ColumnModel, cells: readonly Cell[], format: string, indent: number): Measured {
  const texts = longestTexts(cells, format);
  const heading = headingWidth(column.header);
  const longest = most(texts.flatMap((text) => text.split('\n')).map(textUnits));
  const wish = column.width ?? rounded(Math.max(heading, textWidth(longest)) + indent);
  if (column.type !== 'text') return { wish, need: wish };
  const few = Math.max(longest / mostWrapped, Math.min(longest, worthWrapping));
  const head = most(partsOf(column.header).map(textUnits)) * boldFactor;
  const need = Math.max(head, longestWord(texts), few * 1.05) + padding + indent;
  return { wish, need: Math.min(wish, rounded(need)) };
}

/**
 * The width of each column: the author's, else enough for its longest word and its content. Where that is wider
 * than `limit`, the widest columns of words shrink to what they need, those that are widest first.
 */
export function columnWidths(
  columns: readonly ColumnModel[],
  cellsOf: readonly (readonly Cell[])[],
  formats: readonly string[],
  limit = widestTable,
): number[] {
  const all = columns.map((column, i) =>
    measured(column, cellsOf[i] ?? [], formats[i] ?? '', indentOf(columns, i)),
  );
  const at = (cap: number): number[] => all.map(({ wish, need }) => Math.max(need, Math.min(wish, cap)));
  const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
  let cap = widest;
  while (cap > narrowest && total(at(cap)) > limit) cap -= 1;
  return at(cap);
}
