// Owns the rules of the cells in tables: blanks, types, units, signs (T08, T12 to T14).
import type { Book, Sheet, Table } from '../book/book.ts';
import { type Cell, hasContent } from '../book/cells.ts';
import { address, rangeText } from '../book/references.ts';
import { at, body, columnsOf, counted, grouped, headerOf, isShorthand, tables, textsAbove } from './look.ts';
import type { Breach, Rule } from './rule.ts';
import { emptyLines } from './table-rules.ts';

const blankSentence = /\b(blank|empty) cells?\b/i;

function* blankBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    if (table.last < table.first || textsAbove(sheet).some((text) => blankSentence.test(text))) continue;
    const { rows, columns } = emptyLines(sheet, table);
    const wide = columnsOf(table).filter((column) => !columns.has(column));
    let blanks = (table.last - table.first + 1 - rows.size) * wide.length;
    for (const cell of body(sheet, table)) if (hasContent(cell)) blanks -= 1;
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

interface Column {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly column: number;
  readonly header: string;
  readonly numbers: Cell[];
  readonly texts: Cell[];
}

/** The columns of every table with their numbers and their texts; marks and blanks are neither. */
export function* typedColumns(book: Book): Generator<Column> {
  for (const { sheet, table } of tables(book)) {
    const cells = grouped(body(sheet, table), ({ column }) => column);
    for (const column of columnsOf(table)) {
      const own = (cells.get(column) ?? []).filter(hasContent);
      const header = headerOf(sheet, table, column);
      const numbers = own.filter(({ kind }) => kind === 'number' || kind === 'boolean');
      const texts = own.filter(({ kind, text }) => kind === 'text' && !isShorthand(text));
      yield { sheet, table, column, header, numbers, texts };
    }
  }
}

const columnRange = ({ table, column }: Column): string =>
  rangeText({ top: table.first, bottom: table.last, left: column, right: column });

function* typeBreaches(book: Book): Generator<Breach> {
  for (const one of typedColumns(book)) {
    const { sheet, table, numbers, texts, header } = one;
    const where = { sheet, part: table.name };
    if (numbers.length > 0 && texts.length > 0) {
      const few = numbers.length < texts.length ? numbers : texts;
      const [first] = few;
      if (!first) continue;
      const others = few === numbers ? 'texts' : 'numbers';
      yield {
        ...where,
        cell: at(first),
        message: `${counted(few.length, few === numbers ? 'number' : 'text')} in the column “${header}”, which holds ${others}.`,
      };
    } else if (texts.length > 1 && texts.every(({ text }) => isNumberText(text)))
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
    const { sheet, table, numbers, header, column } = one;
    const where = { sheet, part: table.name, cell: address(table.first - 1, column) };
    if (unitSign.test(header))
      yield { ...where, message: `The header “${header}” gives its unit as a sign.` };
    if (numbers.length === 0) continue;
    const formats = grouped(numbers, (cell) => book.style(cell).format.code);
    if (formats.size > 1) {
      const [, second] = [...formats.values()];
      const cell = second?.[0];
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
    for (const cell of body(sheet, table)) {
      if (cell.kind === 'text' && hasContent(cell) && !/[\p{L}\p{N}]/u.test(cell.text))
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
