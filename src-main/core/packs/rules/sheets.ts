// Owns the rules of sheets: order, names, titles, links, lines above the table (S01 to S11).
import { isLink, type PackProblem, type SheetModel, type WorkbookModel } from '../model.ts';
import { error, repeated, warning, when } from './problem.ts';

const order = ['cover', 'contents', 'summary', 'data', 'notes', 'method'] as const;
const single = ['cover', 'contents', 'summary', 'notes', 'method'] as const;
const forbidden = /[[\]:*?/\\]|_x[0-9a-f]{4}_/i;

function orderRules(model: WorkbookModel): PackProblem[] {
  const ranks = model.sheets.map((sheet) => order.indexOf(sheet.kind));
  const descends = ranks.some((rank, i) => rank < (ranks[i - 1] ?? 0));
  const count = (kind: SheetModel['kind']): number =>
    model.sheets.filter((sheet) => sheet.kind === kind).length;
  return [
    ...when(descends, error('S01', 'workbook', `sheets stand in another order than ${order.join(', ')}`)),
    ...when(count('cover') !== 1, error('S01', 'workbook', 'there is not exactly one cover')),
    ...single.flatMap((kind) =>
      when(count(kind) > 1, error('S01', 'workbook', `there is more than one ${kind} sheet`)),
    ),
  ];
}

function nameRules({ name }: SheetModel): PackProblem[] {
  const illegal =
    name === '' || forbidden.test(name) || /^'|'$/.test(name) || name.toLowerCase() === 'history';
  return [
    ...when(illegal, error('S02', name, 'Excel does not allow this sheet name')),
    ...when(name.length > 31, error('S02', name, 'the sheet name is longer than 31 characters')),
    ...when(
      !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || /^Sheet\d+$/i.test(name),
      warning('S03', name, 'the sheet name should be a meaningful word of letters, digits and underscores'),
    ),
  ];
}

function linkRules(model: WorkbookModel): PackProblem[] {
  const names = new Set(model.sheets.map((sheet) => sheet.name));
  const broken = model.sheets.flatMap((sheet) =>
    sheet.table.rows.flatMap((row, r) =>
      row
        .filter(isLink)
        .flatMap(({ link, text }) => [
          ...when(
            !names.has(link),
            error('S07', `${sheet.name} row ${r + 1}`, 'a link leads to a sheet that is not there'),
          ),
          ...when(
            text.trim() === '' || /^\w+:\/\//.test(text),
            warning('D06', `${sheet.name} row ${r + 1}`, 'a link should have words'),
          ),
        ]),
    ),
  );
  const contents = model.sheets.find((sheet) => sheet.kind === 'contents');
  const listed =
    contents?.table.rows.flatMap((row) => row.flatMap((cell) => (isLink(cell) ? [cell.link] : []))) ?? [];
  const others = model.sheets.filter((sheet) => sheet.kind !== 'contents').map((sheet) => sheet.name);
  const complete = listed.length === others.length && others.every((name) => listed.includes(name));
  return [
    ...broken,
    ...when(
      !complete,
      error('S07', contents?.name ?? 'workbook', 'Contents does not list every other sheet once'),
    ),
  ];
}

function lineRules(sheet: SheetModel): PackProblem[] {
  const at = (start: string): number => sheet.lines.findIndex((line) => line.startsWith(start));
  const source = at('Source');
  const blanks = at('Blank cells');
  return [
    ...when(
      sheet.lines.some((line) => line.trim() === ''),
      warning('S09', sheet.name, 'a line above the table is blank'),
    ),
    ...when(
      (source !== -1 && source < sheet.lines.length - 1) || (source !== -1 && blanks > source),
      warning('S11', sheet.name, 'the source should be the last line above the table'),
    ),
    ...when(
      sheet.lines.some((line) => line.startsWith('Shorthand')),
      error('N04', sheet.name, 'the shorthand line is made from the table and must not be written by hand'),
    ),
  ];
}

/** Sheets stand in the order, are named as Excel allows, have a title of their own, and their links lead somewhere. */
export function sheetRules(model: WorkbookModel): PackProblem[] {
  const { sheets } = model;
  return [
    ...orderRules(model),
    ...sheets.flatMap(nameRules),
    ...repeated(sheets.map((sheet) => sheet.name)).map((name) =>
      error('S02', name, 'two sheets have this name'),
    ),
    ...sheets.flatMap((sheet) =>
      when(sheet.title.trim() === '', error('S04', sheet.name, 'the sheet has no title')),
    ),
    ...repeated(sheets.map((sheet) => sheet.title)).map((title) =>
      error('S04', title, 'two sheets have this title'),
    ),
    ...linkRules(model),
    ...sheets.flatMap(lineRules),
  ];
}
