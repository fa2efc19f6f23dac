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
const onlySigns = /^[^\p{L}\p{N}]+$/u;
const bracketed = /^(\[[a-z]+\])+$/i;

function typeOf(cell: Cell): ColumnModel['type'] | 'any' {
  if (cell === null || isShorthand(cell)) return 'any';
  if (typeof cell === 'number') return 'number';
  return isDate(cell) ? 'date' : 'text';
}

const notFinite = error('X04', '', 'the cell holds no finite number');
const none: readonly PackProblem[] = [];

function valueRules(cell: Cell): readonly PackProblem[] {
  if (typeof cell === 'number') return Number.isFinite(cell) ? none : [notFinite];
  if (isShorthand(cell)) {
    return when(!isKnownMark(cell.symbol), error('N05', '', 'the cell holds an unknown shorthand mark'));
  }
  if (isDate(cell)) {
    return when(!isCalendarDay(cell.date), error('X06', '', 'the cell holds no calendar day YYYY-MM-DD'));
  }
  return none;
}

function typeRules(cell: Cell, expected: ColumnModel['type']): readonly PackProblem[] {
  const type = typeOf(cell);
  if (type === 'any' || type === expected) return none;
  return [error('T12', '', `a ${type} stands in a column of type ${expected}`)];
}

/** What is lost of a text when it is stored, wherever it stands. */
function storedRules(raw: string, where: string): PackProblem[] {
  const { removed, cutFrom } = safeText(raw);
  return [
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

function textRules(raw: string, where: string, width = widest): PackProblem[] {
  const tooLong = lineCount(raw, width) > mostLines;
  return [
    ...when(tooLong, warning('F04', where, 'the text is longer than the tallest row can show')),
    ...storedRules(raw, where),
  ];
}

/** The texts of a sheet that stand in no cell: those of its charts. */
const chartTexts = ({ charts }: SheetModel): string[] =>
  charts.flatMap(({ title, alt, xTitle, yTitle, series }) => [
    title,
    alt,
    xTitle,
    yTitle,
    ...series.flatMap(({ label }) => label ?? []),
  ]);

const properties = ({
  title,
  subject,
  description,
  creator,
  marking,
  reference,
}: WorkbookModel): string[] => [title, subject, description, creator, marking, reference];

/** Problems of a text do not depend on its row, so each text of a column is looked at once. */
function columnTexts({ width }: ColumnModel): (cell: Cell) => readonly PackProblem[] {
  const known = new Map<string, readonly PackProblem[]>();
  const look = (text: string, plain: boolean): readonly PackProblem[] => [
    ...when(plain && bracketed.test(text), error('N05', '', 'a shorthand mark is written as plain text')),
    ...when(plain && onlySigns.test(text), warning('T14', '', 'the cell holds only signs')),
    ...textRules(text, '', width),
  ];
  return (cell) => {
    if (isLink(cell)) return look(cell.text, false);
    if (typeof cell !== 'string') return none;
    const problems = known.get(cell) ?? look(cell, true);
    known.set(cell, problems);
    return problems;
  };
}

function cellProblems(sheet: SheetModel): PackProblem[] {
  const { columns, rows } = sheet.table;
  const texts = columns.map(columnTexts);
  const problems: PackProblem[] = [];
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      const cell = row[c] ?? null;
      for (const found of [valueRules(cell), texts[c]?.(cell) ?? none, typeRules(cell, column.type)]) {
        for (const problem of found) {
          problems.push({ ...problem, where: `${sheet.name}, ${column.header}, row ${r + 1}` });
        }
      }
    });
  });
  return problems;
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
    ...model.sheets.flatMap((sheet) => chartTexts(sheet).flatMap((text) => storedRules(text, sheet.name))),
    ...properties(model).flatMap((text) => storedRules(text, 'workbook')),
  ];
}
