// Owns the rules of the cells in tables: blanks, types, units, signs (T08, T12 to T14).
import type { Book, Sheet, Table } from '../book/book.ts';
import { type Cell, hasContent } from '../book/cells.ts';
import { address, rangeText } from '../book/references.ts';
import { at, body, columnsOf, counted, headerOf, isShorthand, tables, textsAbove } from './look.ts';
import type { Breach, Rule } from './rule.ts';
import { emptyLines } from './table-rules.ts';

const blankSentence = /\b(blank|empty) cells?\b/i;

function* blankBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    if (table.last < table.first || textsAbove(sheet).some((text) => blankSentence.test(text))) continue;
    const { rows, columns } = emptyLines(sheet, table);
    const wide = columnsOf(table).filter((column) => !columns.has(column));
    let blanks = (table.last - table.first + 1 - rows.size) * wide.length;
    for (const cell of body(sheet, table)) if (cell.shows) blanks -= 1;
    if (blanks <= 0) continue;
    const first = firstBlank(sheet, table, rows, wide);
    yield {
      sheet,
      part: table.name,
      ...(first ? { cell: first } : {}),
      message: `${counted(blanks, 'cell')} blank, and no line above the table says why.`,
    };
  }
}

function firstBlank(
  sheet: Sheet,
  table: Table,
  emptyRows: ReadonlySet<number>,
  columns: readonly number[],
): string | null {
  for (let row = table.first; row <= table.last; row++) {
    if (emptyRows.has(row)) continue;
    const column = columns.find((one) => !hasContent(sheet.cells.at(row, one)));
    if (column !== undefined) return address(row, column);
  }
  return null;
}

const numeric = /^[-+−]?[£$€]? ?(\d[\d,]*\.?\d*|\.\d+) ?(%|per ?cent)?$/i;
const isYear = (text: string): boolean => /^(1[89]|20)\d\d$/.test(text);
const isCode = (text: string): boolean => /^0\d/.test(text) || /^\d{12,}$/.test(text);

/** A text that would have been a number; years and codes with leading noughts are names. */
export const isNumberText = (text: string): boolean => {
  const bare = text.trim();
  return numeric.test(bare) && !isYear(bare) && !isCode(bare);
};

/** Cells of one type: the first of them and how many there are. */
interface Some {
  readonly first: Cell;
  count: number;
}

interface Column {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly column: number;
  readonly header: string;
  /** Numbers, true and false; null where it has none. */
  numbers: Some | null;
  /** Texts; marks are none. */
  texts: Some | null;
  /** Whether every text reads as a number. */
  allNumberTexts: boolean;
  /** The number formats in the order in which they are met, with their first cell. */
  readonly formats: Map<string, Cell>;
}

const oneMore = (some: Some | null, first: Cell): Some => {
  if (some === null) return { first, count: 1 };
  some.count += 1;
  return some;
};

function addTo(column: Column, cell: Cell, book: Book): void {
  const { kind } = cell;
  if (kind === 'text') {
    const { text } = cell;
    if (isShorthand(text)) return;
    column.texts = oneMore(column.texts, cell);
    column.allNumberTexts &&= isNumberText(text);
  } else if (kind === 'number' || kind === 'boolean') {
    column.numbers = oneMore(column.numbers, cell);
    const { code } = book.style(cell).format;
    if (!column.formats.has(code)) column.formats.set(code, cell);
  }
}

function readColumns(book: Book): Column[] {
  return [...tables(book)].flatMap(({ sheet, table }) => {
    const columns = columnsOf(table).map(
      (column): Column => ({
        sheet,
        table,
        column,
        header: headerOf(sheet, table, column),
        numbers: null,
        texts: null,
        allNumberTexts: true,
        formats: new Map(),
      }),
    );
    for (const cell of body(sheet, table)) {
      const column = columns[cell.column - table.range.left];
      if (column && cell.shows) addTo(column, cell, book);
    }
    return columns;
  });
}

const known = new WeakMap<Book, readonly Column[]>();

/** The columns of every table with their numbers and their texts, each read once; marks and blanks are neither. */
function typedColumns(book: Book): readonly Column[] {
  const columns = known.get(book) ?? readColumns(book);
  known.set(book, columns);
  return columns;
}

const columnRange = ({ table, column }: Column): string =>
  rangeText({ top: table.first, bottom: table.last, left: column, right: column });

function* typeBreaches(book: Book): Generator<Breach> {
  for (const one of typedColumns(book)) {
    const { sheet, table, numbers, texts, header } = one;
    const where = { sheet, part: table.name };
    if (numbers !== null && texts !== null) {
      const few = numbers.count < texts.count ? numbers : texts;
      const others = few === numbers ? 'texts' : 'numbers';
      yield {
        ...where,
        cell: at(few.first),
        message: `${counted(few.count, few === numbers ? 'number' : 'text')} in the column “${header}”, which holds ${others}.`,
      };
    } else if (texts !== null && texts.count > 1 && one.allNumberTexts)
      yield {
        ...where,
        cell: columnRange(one),
        message: `The numbers of the column “${header}” are stored as text.`,
      };
  }
}

const unitSign = /%|\bpct\b|\bperc\b/i;
const namesPercent = /per ?cent|percentage/i;

function* unitBreaches(book: Book): Generator<Breach> {
  for (const one of typedColumns(book)) {
    const { sheet, table, numbers, header, column, formats } = one;
    const where = { sheet, part: table.name, cell: address(table.first - 1, column) };
    if (unitSign.test(header))
      yield { ...where, message: `The header “${header}” gives its unit as a sign.` };
    if (numbers === null) continue;
    if (formats.size > 1) {
      const [, cell] = formats.values();
      yield {
        sheet,
        part: table.name,
        cell: cell ? at(cell) : columnRange(one),
        message: `Numbers of the column “${header}” have ${formats.size} different formats.`,
      };
    } else if ([...formats.keys()].some((code) => code.includes('%')) && !namesPercent.test(header))
      yield {
        ...where,
        message: `The column “${header}” is shown in per cent, and its header does not say so.`,
      };
  }
}

function* signBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    for (const cell of body(sheet, table, 'text')) {
      if (cell.shows && !/[\p{L}\p{N}]/u.test(cell.text))
        yield { sheet, part: table.name, cell: at(cell), message: 'The cell holds only signs.' };
    }
  }
}

export const cellRules: readonly Rule[] = [
  {
    id: 'T08',
    severity: 'E',
    title: 'No cell of a table is blank unless a line above says what blank cells mean',
    how: 'Blank cells of each table’s body, and texts above it that speak of blank cells.',
    mend: 'Fill the cells with a mark such as [x], or write “Blank cells mean …” above the table.',
    unseen: 'Whether all blank cells are blank for the one reason that is given.',
    check: blankBreaches,
  },
  {
    id: 'T12',
    severity: 'E',
    title: 'Each column holds numbers or texts, and numbers are stored as numbers',
    how: 'Types of the cells of each column, marks in brackets apart; texts that read as numbers (years and codes apart).',
    mend: 'Store numbers as numbers, and put words into a column of their own.',
    check: typeBreaches,
  },
  {
    id: 'T13',
    severity: 'E',
    title: 'Headers give units in words, and a column has one number format',
    how: 'Signs such as % in headers, per cent formats under headers that do not say so, formats of each column.',
    mend: 'Write the unit in the header, as in “Answered (per cent)”, and give the column one format.',
    unseen: 'The unit of a column whose header names none.',
    check: unitBreaches,
  },
  {
    id: 'T14',
    severity: 'W',
    title: 'No cell holds only signs',
    how: 'Cells of each table’s body without a letter or digit.',
    mend: 'Use a mark in brackets, such as [z], and explain it above the table.',
    check: signBreaches,
  },
];
