// Owns the workbook in which rows of one kind of data are filled in or mended: the table, how to fill it
// in, the lists to choose from.
// The rule: everything in it comes from what the kind's importer says of its fields.
import type { EntryLimit } from './entry-limit.ts';
import type { Cell, ColumnModel, SheetModel, WorkbookModel } from './model.ts';

/** How a column is filled in: freely, from a list (several joined by `;`), with a day or with a number. */
export type Entry =
  | { readonly kind: 'text' }
  | {
      readonly kind: 'list';
      readonly title: string;
      readonly values: readonly string[];
      readonly many: boolean;
    }
  /** `exact`: a whole day and no other. */
  | { readonly kind: 'date'; readonly exact: boolean }
  /** `marks`: `[c]` and `[x]` may stand for a number. */
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly marks: boolean };

/** A column of the table and what is told of it. */
export interface FormColumn {
  readonly heading: string;
  readonly entry: Entry;
  readonly holds: string;
  readonly needed: string;
  readonly becomes: string;
  /** Other headings under which it is recognised. */
  readonly also: string;
}

export interface FormRequest {
  readonly name: string;
  readonly title: string;
  readonly reference: string;
  readonly creator: string;
  readonly marking: string;
  /** ISO instant; the same request gives the same bytes. */
  readonly created: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** The title of the second sheet and its lines above the table. */
  readonly guide: { readonly name: string; readonly title: string; readonly lines: readonly string[] };
}

const listsSheet = 'Lists';
/** Rows below the headings that take entries. */
const entryRows = 2000;
const textFormat = '@';

const sheetName = (title: string): string =>
  title
    .replace(/[^A-Za-z0-9]+/g, '_')
    .slice(0, 31)
    .replace(/_$/, '');

function limitOf({ entry, heading, holds, needed }: FormColumn): EntryLimit {
  const marked =
    needed === 'Yes'
      ? 'Needed. '
      : needed === 'No'
        ? ''
        : `Needed: ${needed.charAt(0).toLowerCase()}${needed.slice(1)}. `;
  const prompt = { title: heading, text: `${marked}${holds}` };
  switch (entry.kind) {
    case 'list':
      return {
        kind: 'list',
        sheet: listsSheet,
        column: entry.title,
        many: entry.many,
        strict: false,
        prompt,
      };
    case 'date':
      return { kind: 'date', strict: entry.exact, prompt };
    case 'number': {
      const { min, max, marks } = entry;
      const ends = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
      return { kind: 'number', ...ends, strict: !marks, prompt };
    }
    default:
      return { kind: 'any', strict: false, prompt };
  }
}

function columnOf(column: FormColumn): ColumnModel {
  const limit = limitOf(column);
  const { heading: header, entry } = column;
  if (entry.kind === 'date') return { header, type: 'date', format: 'dd/mm/yyyy', width: 16, limit };
  if (entry.kind === 'number') return { header, type: 'number', format: 'General', limit };
  return { header, type: 'text', format: textFormat, limit };
}

function tableSheet({ name, title, columns, rows }: FormRequest): SheetModel {
  return {
    name: sheetName(name),
    kind: 'data',
    title,
    lines: [],
    table: { name: `${sheetName(name).toLowerCase()}_rows`, columns: columns.map(columnOf), rows },
    charts: [],
    form: { rows: Math.max(entryRows, rows.length + 1) },
  };
}

function limitsInWords(entry: Entry): string {
  switch (entry.kind) {
    case 'list':
      return entry.values.join('; ');
    case 'date':
      return entry.exact ? 'A day from 1950 to 2099' : 'A day from 1950 to 2099, a month or a year';
    case 'number': {
      const { min, max, marks } = entry;
      const range =
        min !== undefined && max !== undefined
          ? `A number from ${min} to ${max}`
          : min !== undefined
            ? `A number, ${min} or more`
            : 'A number';
      return marks ? `${range}; [c] where it is withheld, [x] where it is not available` : range;
    }
    default:
      return 'Any text';
  }
}

function guideSheet({ guide, columns }: FormRequest): SheetModel {
  const also = columns.some((column) => column.also !== '');
  return {
    name: guide.name,
    kind: 'data',
    title: guide.title,
    lines: guide.lines,
    table: {
      name: 'columns_of_the_table',
      columns: [
        { header: 'Column', type: 'text', width: 26 },
        { header: 'What it holds', type: 'text', width: 40 },
        { header: 'Needed', type: 'text', width: 18 },
        { header: 'Allowed values', type: 'text', width: 48 },
        { header: 'What becomes of it', type: 'text', width: 44 },
        ...(also ? [{ header: 'Also understood as', type: 'text', width: 40 } as const] : []),
      ],
      rows: columns.map((column) => [
        column.heading,
        column.holds,
        column.needed,
        limitsInWords(column.entry),
        column.becomes,
        ...(also ? [column.also === '' ? 'No other heading' : column.also] : []),
      ]),
    },
    charts: [],
  };
}

/** Every list that a column is chosen from, side by side; null where there is none. */
function listSheet(columns: readonly FormColumn[]): SheetModel | null {
  const lists = new Map<string, readonly string[]>();
  for (const { entry } of columns) if (entry.kind === 'list') lists.set(entry.title, entry.values);
  if (lists.size === 0) return null;
  const all = [...lists];
  const longest = Math.max(...all.map(([, values]) => values.length));
  const ragged = all.some(([, values]) => values.length < longest);
  return {
    name: listsSheet,
    kind: 'data',
    title: 'Lists of allowed values',
    lines: [
      'Each column is a list that cells of the table are chosen from.',
      ...(ragged ? ['Blank cells mean that a list has ended.'] : []),
    ],
    table: {
      name: 'lists_of_values',
      columns: all.map(([header]) => ({ header, type: 'text' })),
      rows: Array.from({ length: longest }, (_, r) => all.map(([, values]) => values[r] ?? null)),
    },
    charts: [],
  };
}

/** The workbook of a form: the table first, so that it is what is read when the file is imported. */
export function describeForm(request: FormRequest): WorkbookModel {
  const { title, reference, creator, marking, created, columns } = request;
  const lists = listSheet(columns);
  return {
    title,
    subject: request.name,
    description: `${title}. ${request.guide.title}.`,
    creator,
    marking,
    reference,
    created,
    profile: 'committee',
    sheets: [tableSheet(request), guideSheet(request), ...(lists ? [lists] : [])],
  };
}
