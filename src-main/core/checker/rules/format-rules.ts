// Owns the rules of how text looks: fonts, headings, plainness, bare cells (F01 to F03, F06).
import type { Book, Sheet } from '../book/book.ts';
import { type Cell, hasContent } from '../book/cells.ts';
import { isInside } from '../book/references.ts';
import type { Font, Style } from '../book/styles.ts';
import { byLook } from './by-look.ts';
import { at, tables, wordCells, worksheets } from './look.ts';
import type { Breach, Rule } from './rule.ts';

const serif =
  /times|cambria|georgia|garamond|palatino|bookman|antiqua|century(?! gothic)|courier|consolas|mono|minion|baskerville|didot|bodoni|rockwell|constantia|liberation serif|dejavu serif|noto serif|comic|script|hand|brush|papyrus|impact/i;
const isSansSerif = ({ name, family }: Font): boolean => !serif.test(name) && ![1, 3, 4, 5].includes(family);
const smallest = 12;

const wrongFont = (font: Font): string | null => {
  if (!isSansSerif(font)) return `The font ${font.name} is not sans-serif.`;
  return font.size < smallest ? `The text is ${font.size} point; 12 is the least.` : null;
};

function* fontBreaches(book: Book): Generator<Breach> {
  const { normal } = book.styles;
  const own = wrongFont(normal);
  if (own !== null) yield { part: 'styles', message: `Default font: ${own}` };
  yield* byLook(book, ({ font }) => wrongFont(font));
  for (const [place, runs] of book.texts.runs) {
    const run = runs.find(({ size }) => size !== null && size < smallest);
    if (run)
      yield {
        part: 'texts',
        message: `Part of the text “${(book.texts.texts[place] ?? '').slice(0, 40)}” is ${run.size} point; 12 is the least.`,
      };
  }
  for (const sheet of worksheets(book)) {
    const title = sheet.cells.at(1, 1);
    if (!hasContent(title)) continue;
    const { size } = book.style(title).font;
    if (size >= smallest && size <= normal.size)
      yield { sheet, cell: 'A1', message: 'The title is no larger than the text.' };
  }
}

const isHeading = ({ builtin, named }: Style, level: number): boolean =>
  builtin === 15 + level || new RegExp(`^heading ${level}$`, 'i').test(named);

function* headingBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const title = sheet.cells.at(1, 1);
    if (hasContent(title) && !isHeading(book.style(title), 1))
      yield { sheet, cell: 'A1', message: 'The title does not have the cell style Heading 1.' };
    if (sheet.kind !== 'cover') continue;
    const inTable = (cell: Cell): boolean =>
      sheet.tables.some(({ range }) => isInside(range, cell.row, cell.column));
    for (const cell of wordCells(sheet)) {
      const style = book.style(cell);
      const looks =
        cell.row > 1 && cell.column === 1 && style.font.size > Math.max(book.styles.normal.size, smallest);
      if (looks && !inTable(cell) && !isHeading(style, 2) && !isHeading(style, 3))
        yield {
          sheet,
          cell: at(cell),
          message: 'The line looks like a heading and does not have the cell style Heading 2.',
        };
    }
  }
}

const linked = (sheet: Sheet, cell: Cell): boolean =>
  sheet.links.some(({ range }) => isInside(range, cell.row, cell.column));

function* plainBreaches(book: Book): Generator<Breach> {
  yield* byLook(
    book,
    ({ font, rotated }) => {
      if (rotated) return 'The text is turned.';
      if (font.italic) return 'The text is in italics.';
      if (font.underline) return 'The text is underlined and is no link.';
      return font.colour === null || font.colour === '000000'
        ? null
        : 'The colour of the text is not automatic.';
    },
    {
      excused: (cell, sheet) => {
        const { font, rotated } = book.style(cell);
        return !rotated && !font.italic && linked(sheet, cell);
      },
    },
  );
  for (const [place, runs] of book.texts.runs) {
    if (runs.some(({ italic }) => italic))
      yield {
        part: 'texts',
        message: `Part of the text “${(book.texts.texts[place] ?? '').slice(0, 40)}” is in italics.`,
      };
  }
}

function* bareBreaches(book: Book): Generator<Breach> {
  yield* byLook(
    book,
    ({ fill, patterned, bordered }) => {
      if (patterned) return 'The cell has a pattern.';
      if (fill !== null && fill !== 'FFFFFF') return 'The cell has a background colour.';
      return bordered ? 'The cell has a border.' : null;
    },
    { blank: true },
  );
  for (const { sheet, table } of tables(book)) {
    if (table.styleName !== null && !/^none$/i.test(table.styleName))
      yield {
        sheet,
        part: table.name,
        message: `The table has the style ${table.styleName}, which colours or rules it.`,
      };
  }
}

export const formatRules: readonly Rule[] = [
  {
    id: 'F01',
    severity: 'E',
    title: 'Text is sans-serif and at least 12 point, the default font too, and titles are larger',
    how: 'The default font, and the font of every cell that shows something; runs of rich text.',
    mend: 'Set the style Normal and every cell to Arial 12, and titles to Heading 1.',
    unseen: 'The size of text inside charts.',
    check: fontBreaches,
  },
  {
    id: 'F02',
    severity: 'E',
    title: 'Titles have the cell style Heading 1, headings on the cover Heading 2',
    how: 'The named style of A1; larger lines in column A of the cover.',
    mend: 'Give A1 the cell style Heading 1 (Home, Cell styles).',
    check: headingBreaches,
  },
  {
    id: 'F03',
    severity: 'W',
    title: 'Text is of automatic colour, upright, not in italics, underlined only in links',
    how: 'Font and alignment of every cell that shows something.',
    mend: 'Clear the formatting of the cell.',
    check: plainBreaches,
  },
  {
    id: 'F06',
    severity: 'W',
    title: 'Published sheets have no background colour, pattern or border',
    how: 'Fills and borders of every cell, and the style of tables.',
    mend: 'Clear fills and borders, and set the table style to none.',
    profiles: ['published'],
    check: bareBreaches,
  },
];
