// Owns the rules of how cells look: fonts, headings, colours, contrast, number formats (F01 to F03, F06 to F10).
import type { Book, Sheet } from '../book/book.ts';
import { type Cell, hasContent } from '../book/cells.ts';
import { contrast, isGrey } from '../book/colours.ts';
import { sections } from '../book/formats.ts';
import { isInside, rangeText } from '../book/references.ts';
import type { Font, Style } from '../book/styles.ts';
import { at, body, columnsOf, contents, counted, tables, worksheets } from './look.ts';
import type { Breach, Rule } from './rule.ts';

const serif =
  /times|cambria|georgia|garamond|palatino|bookman|antiqua|century(?! gothic)|courier|consolas|mono|minion|baskerville|didot|bodoni|rockwell|constantia|liberation serif|dejavu serif|noto serif|comic|script|hand|brush|papyrus|impact/i;
const isSansSerif = ({ name, family }: Font): boolean => !serif.test(name) && ![1, 3, 4, 5].includes(family);
const smallest = 12;

/** Cells of a sheet whose look breaks a rule, told once a look: the first cell and how many there are. */
function* byLook(
  book: Book,
  wrong: (style: Style, cell: Cell, sheet: Sheet) => string | null,
  blank = false,
): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const found = new Map<string, { first: Cell; count: number }>();
    for (const cell of blank ? sheet.cells : contents(sheet)) {
      const message = wrong(book.style(cell), cell, sheet);
      if (message === null) continue;
      const known = found.get(message);
      if (known) known.count += 1;
      else found.set(message, { first: cell, count: 1 });
    }
    for (const [message, { first, count }] of found)
      yield {
        sheet,
        cell: at(first),
        message: count === 1 ? message : `${message} (${counted(count, 'cell')})`,
      };
  }
}

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
    for (const cell of contents(sheet)) {
      const style = book.style(cell);
      const looks =
        cell.kind === 'text' &&
        cell.row > 1 &&
        cell.column === 1 &&
        style.font.size > Math.max(book.styles.normal.size, smallest);
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
  yield* byLook(book, ({ font, rotated }, cell, sheet) => {
    if (rotated) return 'The text is turned.';
    if (font.italic) return 'The text is in italics.';
    if (!font.underline && (font.colour === null || font.colour === '000000')) return null;
    if (linked(sheet, cell)) return null;
    return font.underline
      ? 'The text is underlined and is no link.'
      : 'The colour of the text is not automatic.';
  });
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
    true,
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

const saysWord = (cell: Cell | null): boolean => cell?.kind === 'text' && /\p{L}{2}/u.test(cell.text);
const colouring = new Set(['colorScale', 'dataBar', 'iconSet']);

function* conditionalBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    for (const { ranges, kinds, differentials } of sheet.conditional) {
      const coloured =
        kinds.some((kind) => colouring.has(kind)) ||
        differentials.some((id) => {
          const look = book.styles.differentials[id];
          return look !== undefined && (look.fill !== null || look.font !== null);
        });
      if (!coloured) continue;
      for (const range of ranges) {
        let wordless: Cell | undefined;
        for (const cell of contents(sheet)) {
          if (isInside(range, cell.row, cell.column) && !saysWord(cell)) {
            wordless = cell;
            break;
          }
        }
        if (wordless)
          yield {
            sheet,
            cell: rangeText(range),
            message: 'Colour is set by a rule on cells that hold no word.',
          };
      }
    }
  }
}

/** Fills that pick out a cell: neither its whole row nor its whole column has them. */
function* fillBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    const coloured = [...body(sheet, table)].filter((cell) => {
      const { fill } = book.style(cell);
      return fill !== null && fill !== 'FFFFFF' && !isGrey(fill);
    });
    const fillAt = (row: number, column: number): string | null => {
      const cell = sheet.cells.at(row, column);
      return cell ? book.style(cell).fill : null;
    };
    for (const cell of coloured) {
      if (saysWord(cell)) continue;
      const { fill } = book.style(cell);
      const row = columnsOf(table).every((column) => fillAt(cell.row, column) === fill);
      const column = !row && [table.first, table.last].every((one) => fillAt(one, cell.column) === fill);
      if (!row && !column)
        yield { sheet, cell: at(cell), message: 'The cell’s colour says something that no word in it says.' };
    }
  }
}

function* colourBreaches(book: Book): Generator<Breach> {
  yield* conditionalBreaches(book);
  yield* fillBreaches(book);
}

const enough = { text: 4.5, graphic: 3 };

function* contrastBreaches(book: Book): Generator<Breach> {
  yield* byLook(book, ({ font, fill }) => {
    const ratio = contrast(font.colour ?? '000000', fill ?? 'FFFFFF');
    return ratio < enough.text
      ? `The contrast of text and background is ${ratio.toFixed(1)} to 1; 4.5 is the least.`
      : null;
  });
  for (const sheet of book.sheets) {
    for (const chart of sheet.charts) {
      for (const { colour, name } of chart.series) {
        const ratio = colour === null ? 21 : contrast(colour, chart.background);
        if (ratio < enough.graphic)
          yield {
            sheet,
            part: chart.name,
            message: `The contrast of the series ${name ?? ''} with its background is ${ratio.toFixed(1)} to 1; 3 is the least.`,
          };
      }
    }
  }
}

/** Whether the part for negative numbers is coloured and lacks the minus, or shows them as positive. */
function losesMinus(code: string): boolean {
  const parts = sections(code);
  const [, negative] = parts;
  if (parts.length < 2 || negative === undefined || /general/i.test(negative)) return false;
  if (!/[0#?]/.test(negative)) return false;
  const bare = negative.replace(/\[[^\]]*\]/g, '');
  if (/[-−–]/.test(bare)) return false;
  return /\[(red|colou?r ?\d+|blue|green|magenta|yellow|cyan)\]/i.test(negative) || !bare.includes('(');
}

function* negativeBreaches(book: Book): Generator<Breach> {
  yield* byLook(book, ({ format }, cell) =>
    cell.kind === 'number' && losesMinus(format.code)
      ? 'The number format shows negative numbers by colour, or like positive ones, without a minus sign.'
      : null,
  );
}

/** Whether a date format puts the month before the day, or leaves out the century. */
function wrongDate(code: string): string | null {
  const bare = code.replace(/\[\$-[^\]]*\]|"[^"]*"|\\/g, '');
  if (/\bm{1,5}[ ,/.-]*d{1,4}/i.test(bare) && !/y+[ /.-]*m/i.test(bare))
    return 'The date format puts the month before the day.';
  return /(?<!y)yy(?!y)/i.test(bare) && !/short date/.test(bare)
    ? 'The date format leaves out the century.'
    : null;
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const usText = new RegExp(
  `\\b(0?[1-9]|1[0-2])/(1[3-9]|2\\d|3[01])/(\\d{4})\\b|\\b(${months}) \\d{1,2}, \\d{4}\\b`,
);

function* britishBreaches(book: Book): Generator<Breach> {
  yield* byLook(book, ({ format }, cell) => {
    if (cell.kind === 'text')
      return usText.test(cell.text) ? 'A date in words puts the month before the day.' : null;
    if (cell.kind !== 'number') return null;
    if (/\[\$\$|^"?\$|"\$"/.test(format.code)) return 'The number format shows dollars.';
    return format.isDate ? wrongDate(format.code) : null;
  });
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
  {
    id: 'F07',
    severity: 'E',
    title: 'Colour never speaks alone',
    how: 'Colours set by conditional formats on cells without a word; single coloured cells of a table without a word.',
    mend: 'Write the rating as a word in the cell.',
    unseen: 'Whether the word in a coloured cell says what the colour does.',
    check: colourBreaches,
  },
  {
    id: 'F08',
    severity: 'E',
    title: 'Text has a contrast of at least 4.5 to 1, lines and bars of charts at least 3 to 1',
    how: 'Colours of fonts and fills, of series and chart backgrounds, themes and tints resolved.',
    mend: 'Choose a darker colour for text, or a lighter background.',
    check: contrastBreaches,
  },
  {
    id: 'F09',
    severity: 'E',
    title: 'Negative numbers keep their minus sign',
    how: 'The negative part of number formats of cells with numbers.',
    mend: 'Use a format such as #,##0;-#,##0.',
    check: negativeBreaches,
  },
  {
    id: 'F10',
    severity: 'W',
    title: 'Dates and money are written the British way',
    how: 'Date and currency formats; dates in texts with the month first. Excel’s short date follows the reader’s settings and passes.',
    mend: 'Use dd/mm/yyyy, or write 31 March 2025; use the pound sign.',
    unseen: 'A date in text whose day and month could both be either.',
    check: britishBreaches,
  },
];
