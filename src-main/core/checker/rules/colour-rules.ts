// Owns the rules of colours and number formats: words beside colours, contrast, minus signs, dates (F07 to F10).
import type { Book } from '../book/book.ts';
import type { Cell } from '../book/cells.ts';
import { contrast, isGrey } from '../book/colours.ts';
import { sections } from '../book/formats.ts';
import { isInside, rangeText } from '../book/references.ts';
import { byLook } from './by-look.ts';
import { at, body, columnsOf, contents, tables, worksheets } from './look.ts';
import type { Breach, Rule } from './rule.ts';

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
  const isColoured = (cell: Cell): boolean => {
    const { fill } = book.style(cell);
    return fill !== null && fill !== 'FFFFFF' && !isGrey(fill);
  };
  for (const { sheet, table } of tables(book)) {
    if (!sheet.cells.looks().some(({ first }) => isColoured(first))) continue;
    const coloured = [...body(sheet, table)].filter(isColoured);
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
  yield* byLook(book, ({ format }, kind) =>
    kind === 'number' && losesMinus(format.code)
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
  yield* byLook(
    book,
    ({ format }, kind) => {
      if (kind !== 'number') return null;
      if (/\[\$\$|^"?\$|"\$"/.test(format.code)) return 'The number format shows dollars.';
      return format.isDate ? wrongDate(format.code) : null;
    },
    { words: (text) => (usText.test(text) ? 'A date in words puts the month before the day.' : null) },
  );
}

export const colourRules: readonly Rule[] = [
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
