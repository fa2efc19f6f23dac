// Owns the rules of note markers: `[note 1]`, `[note 2]` … used in reading order and told on Notes (N01 to N03).
import type { PackProblem, SheetModel, WorkbookModel } from '../model.ts';
import { error, warning, when } from './problem.ts';

const marker = /\[note (\d+)\]/gi;
const superscript = /[\u00B9\u00B2\u00B3\u2070\u2074-\u2079*\u2020\u2021]$/;

const none: readonly number[] = [];
const markersIn = (text: string): readonly number[] =>
  text.includes('[') ? [...text.matchAll(marker)].map((match) => Number(match[1])) : none;

/** The markers of a sheet in reading order. */
function markersOf({ title, lines, table }: SheetModel): number[] {
  const found = [title, ...lines, ...table.columns.map(({ header }) => header)].flatMap(markersIn);
  for (const row of table.rows) {
    for (const cell of row) if (typeof cell === 'string') found.push(...markersIn(cell));
  }
  return found;
}

function dataCellProblems(sheet: SheetModel): PackProblem[] {
  return sheet.table.columns.flatMap((column, c) => {
    const found = sheet.table.rows.some((row) => {
      const cell = row[c];
      return typeof cell === 'string' && markersIn(cell).length > 0;
    });
    return when(
      found && !/^notes?$/i.test(column.header),
      warning('N03', `${sheet.name}, ${column.header}`, 'a note marker stands in a data cell'),
    );
  });
}

/** Note markers and the rows of the Notes sheet (first column "note 1" or "[note 1]") agree both ways. */
export function noteRules(model: WorkbookModel): PackProblem[] {
  const notes = model.sheets.find((sheet) => sheet.kind === 'notes');
  const others = model.sheets.filter((sheet) => sheet.kind !== 'notes');
  const used = [...new Set(others.flatMap(markersOf))];
  const told = (notes?.table.rows ?? []).flatMap((row) => {
    const found = typeof row[0] === 'string' ? /^\[?note (\d+)\]?$/i.exec(row[0]) : null;
    return found === null ? [] : [Number(found[1])];
  });
  return [
    ...when(
      used.some((n, i) => n !== i + 1),
      error('N01', 'workbook', 'note markers do not run from 1 in reading order without gaps'),
    ),
    ...when(
      used.some((n) => !told.includes(n)),
      error('N02', notes?.name ?? 'workbook', 'a note marker is used that the Notes sheet does not tell'),
    ),
    ...when(
      told.some((n) => !used.includes(n)),
      error('N02', notes?.name ?? 'workbook', 'the Notes sheet tells a note that nothing refers to'),
    ),
    ...model.sheets.flatMap((sheet) =>
      when(
        [sheet.title, ...sheet.table.columns.map((column) => column.header)].some((t) => superscript.test(t)),
        error('N01', sheet.name, 'a note is marked by a raised figure or a sign instead of [note n]'),
      ),
    ),
    ...others.flatMap(dataCellProblems),
  ];
}
