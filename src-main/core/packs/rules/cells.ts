// Owns the rules of cells: types, blanks, marks, numbers, dates, text (T08, T12, T14, N05, F04, X04 to X06).
import { lineCount, mostLines, widest } from '../measure.ts';
import {
  type Cell,
  type ColumnModel,
  isDate,
  isLink,
  isShorthand,
  type PackProblem,
  type SheetModel,
  type WorkbookModel,
} from '../model.ts';
import { safeText } from '../safe-text.ts';
import { isCalendarDay } from '../serial.ts';
import { isKnownMark } from '../shorthand.ts';
import { error, warning, when } from './problem.ts';

const numeric = /^[-+]?[\d,]*\.?\d+ ?(%|per cent)?$/;
const year = /^(19|20)\d\d$/;
const bracketed = /^(\[[a-z]+\])+$/i;

function typeOf(cell: Cell): ColumnModel['type'] | 'any' {
  if (cell === null || isShorthand(cell)) return 'any';
  if (typeof cell === 'number') return 'number';
  return isDate(cell) ? 'date' : 'text';
}

function valueRules(cell: Cell, where: string): PackProblem[] {
  if (typeof cell === 'number') {
    return when(!Number.isFinite(cell), error('X04', where, 'the cell holds no finite number'));
  }
  if (isShorthand(cell)) {
    return when(!isKnownMark(cell.symbol), error('N05', where, 'the cell holds an unknown shorthand mark'));
  }
  if (isDate(cell)) {
    return when(!isCalendarDay(cell.date), error('X06', where, 'the cell holds no calendar day YYYY-MM-DD'));
  }
  if (typeof cell !== 'string') return [];
  return [
    ...when(bracketed.test(cell), error('N05', where, 'a shorthand mark is written as plain text')),
    ...when(
      cell !== '' && /^[^\p{L}\p{N}]+$/u.test(cell),
      warning('T14', where, 'the cell holds only signs'),
    ),
  ];
}

function textRules(raw: string, where: string, width = widest): PackProblem[] {
  const { removed, cutFrom } = safeText(raw);
  return [
    ...when(
      lineCount(raw, width) > mostLines,
      warning('F04', where, 'the text is longer than the tallest row can show'),
    ),
    ...when(
      removed > 0,
      warning('X05', where, `${removed} characters that a workbook cannot hold were removed`),
    ),
    ...when(
      cutFrom !== undefined,
      warning('X04', where, `the text was cut from ${cutFrom} characters to what a cell can hold`),
    ),
  ];
}

function cellProblems(sheet: SheetModel): PackProblem[] {
  const { columns, rows } = sheet.table;
  return rows.flatMap((row, r) =>
    columns.flatMap((column, c) => {
      const cell = row[c] ?? null;
      const where = `${sheet.name}, ${column.header}, row ${r + 1}`;
      const type = typeOf(cell);
      const text = typeof cell === 'string' ? cell : isLink(cell) ? cell.text : undefined;
      return [
        ...valueRules(cell, where),
        ...(text === undefined ? [] : textRules(text, where, column.width)),
        ...when(
          type !== 'any' && type !== column.type,
          error('T12', where, `a ${type} stands in a column of type ${column.type}`),
        ),
      ];
    }),
  );
}

function columnProblems(sheet: SheetModel): PackProblem[] {
  return sheet.table.columns.flatMap((column, c) => {
    const texts = sheet.table.rows.map((row) => row[c]).filter((cell) => typeof cell === 'string');
    const stored = texts.length > 1 && texts.every((text) => numeric.test(text) && !year.test(text));
    return when(stored, error('T12', `${sheet.name}, ${column.header}`, 'numbers are stored as text'));
  });
}

function blankProblems(sheet: SheetModel): PackProblem[] {
  const blanks = sheet.table.rows.some((row) => row.some((cell) => cell === null || cell === ''));
  const told = sheet.lines.some((line) => line.startsWith('Blank cells'));
  return [
    ...when(
      blanks && !told,
      error('T08', sheet.name, 'cells are blank and no line says "Blank cells mean …"'),
    ),
    ...when(told && !blanks, warning('T08', sheet.name, 'a line explains blank cells and there are none')),
  ];
}

/** Cells hold what their column says, marks are marks, and nothing is stored that Excel would repair. */
export function cellRules(model: WorkbookModel): PackProblem[] {
  const outside = model.sheets.flatMap((sheet) =>
    [sheet.title, ...sheet.lines, ...sheet.table.columns.map((column) => column.header)].flatMap((text) =>
      textRules(text, sheet.name),
    ),
  );
  return [
    ...model.sheets.flatMap((sheet) => [
      ...cellProblems(sheet),
      ...columnProblems(sheet),
      ...blankProblems(sheet),
    ]),
    ...outside,
  ];
}
