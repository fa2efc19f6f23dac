// Owns what By_allegation and By_outcome share: cases of the pack's period by group, with a total and a chart.

import type { ChartModel, ColumnModel } from '../model.ts';
import {
  askTwoPeriods,
  byNumber,
  notRecorded,
  pointOf,
  sameScheme,
  type TwoPeriods,
  valuesOf,
} from './asking.ts';
import { changeCell, leftOut, tells, valueCell } from './cells.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint } from './sheet.ts';

export interface GroupedCases {
  readonly name: string;
  readonly table: string;
  readonly title: string;
  /** The dimension and the heading of its column. */
  readonly split: string;
  readonly heading: string;
  /** Two dimensions at once, where most of their numbers may be shown; the first one's heading. */
  readonly finer?: { readonly split: string; readonly heading: string };
  /** Whether a column tells each group's share of the total. */
  readonly shares: boolean;
  readonly description: string;
  /** Filters that make a column each. */
  readonly slices: readonly { readonly header: string; readonly filters: Readonly<Record<string, string>> }[];
  /** Words after "Total" in the last row. */
  readonly total: string;
  /** Whether the groups add up to the total, so that it can be said whether they do. */
  readonly adds: boolean;
}

/** What a row is of: a group, a group in a group, or all cases. */
interface Row {
  readonly group: string | null;
  readonly across: string | null;
}

type Column = ColumnModel & { cell(row: Row): DraftCell };

const all: Row = { group: null, across: null };

const number = (header: string, cell: Column['cell'], format = '#,##0'): Column => ({
  header,
  type: 'number',
  format,
  cell,
});

const isAll = ({ group }: Row): boolean => group === null;

/** The point of a row: in the split, or in the figure of all cases. */
const at = (row: Row, split: readonly PackPoint[], whole: readonly PackPoint[]) =>
  pointOf(isAll(row) ? whole : split, row.group, row.across);

/** The columns that only a part of the cases is in: by tier, and by the slices that were asked for. */
async function partsOf(context: PackContext, grouped: GroupedCases, split: string): Promise<Column[]> {
  const tiers = await askTwoPeriods(context, 'incidents', { split: 'tier' });
  const byTier = valuesOf(tiers.now)
    .filter((tier) => tier !== notRecorded)
    .map((tier) => ({ header: `About ${tier.toLowerCase()} councillors`, filters: { tier } }));
  const parts: Column[] = [];
  for (const { header, filters } of [...byTier, ...grouped.slices]) {
    const slice = await askTwoPeriods(context, 'incidents', { split, filters });
    const total = await askTwoPeriods(context, 'incidents', { filters });
    parts.push(number(header, (row) => valueCell(at(row, slice.now, total.now))));
  }
  return parts;
}

interface Rows {
  readonly split: string;
  readonly points: TwoPeriods;
  readonly rows: readonly Row[];
  /** Whether the rows are of two dimensions. */
  readonly fine: boolean;
  readonly lines: readonly string[];
}

/** The rows: of two dimensions where most of their numbers may be shown, else of one. */
async function rowsOf(context: PackContext, { split, finer }: GroupedCases): Promise<Rows> {
  const points = await askTwoPeriods(context, 'incidents', { split });
  const rows = byNumber(points.now).map((group): Row => ({ group, across: null }));
  const plain: Rows = { split, points, rows, fine: false, lines: [] };
  if (finer === undefined || rows.length === 0) return plain;
  const two = await askTwoPeriods(context, 'incidents', { split: finer.split });
  const there = two.now.filter(({ value }) => value !== 0);
  const shown = there.filter(({ value }) => value !== null);
  if (there.length === 0) return plain;
  if (shown.length * 2 <= there.length) {
    const heading = finer.heading.toLowerCase();
    const line = `The rows are not divided by ${heading}: most of the numbers by ${heading} would be hidden.`;
    return { ...plain, lines: [line] };
  }
  return {
    split: finer.split,
    points: two,
    rows: there.map(({ group, across }) => ({ group, across })),
    fine: true,
    lines: [],
  };
}

/** A group's share of all cases. */
async function shareOf(
  context: PackContext,
  split: string,
): Promise<{ column: Column; figures: PackFigure[] }> {
  const own = await askTwoPeriods(context, 'incident-share', { split });
  const whole = await askTwoPeriods(context, 'incident-share', sameScheme(own));
  const column = number('Share (per cent)', (row) => valueCell(at(row, own.now, whole.now)), '0');
  return { column, figures: [...own.figures, ...whole.figures] };
}

interface Columns {
  readonly columns: readonly Column[];
  readonly figures: readonly PackFigure[];
  readonly lines: readonly string[];
}

async function columnsOf(context: PackContext, grouped: GroupedCases, found: Rows): Promise<Columns> {
  const { split, points, rows } = found;
  const whole = await askTwoPeriods(context, 'incidents', sameScheme(points));
  const parts = await partsOf(context, grouped, split);
  const now = (row: Row) => at(row, points.now, whole.now);
  const before = (row: Row) => at(row, points.before, whole.before);
  const told = parts.filter(({ cell }) => tells(rows.map(cell)));
  const out = parts.filter((part) => !told.includes(part)).map(({ header }) => header);
  const share = grouped.shares ? await shareOf(context, split) : undefined;
  const columns: Column[] = [
    number('Cases', (row) => valueCell(now(row))),
    ...(share === undefined ? [] : [share.column]),
    number(`Cases in ${context.span.previous.title}`, (row) => valueCell(before(row))),
    ...told,
    { header: 'Change', type: 'text', cell: (row) => changeCell(now(row), before(row)) },
  ];
  const total = now(all)?.value ?? null;
  const values = points.now.map(({ value }) => value);
  return {
    columns,
    figures: [...whole.figures, ...points.figures, ...(share?.figures ?? [])],
    lines: [
      ...found.lines,
      ...(grouped.adds ? balance(total, values) : []),
      ...(rows.length === 0 ? [] : leftOut(out)),
    ],
  };
}

/** Says whether groups add up to the total, where all of them are shown. */
function balance(total: number | null, values: readonly (number | null)[]): string[] {
  const shown = values.filter((value) => value !== null);
  if (total === null || shown.length === 0) return [];
  if (shown.length < values.length)
    return ['Some numbers are hidden, so the rows shown do not add up to the total.'];
  const adds = shown.reduce((sum, value) => sum + value, 0) === total;
  return [
    adds ? 'The rows add up to the total.' : 'The rows do not add up to the total: see the definitions.',
  ];
}

function chartOf(grouped: GroupedCases, title: string, period: string, bars: number): ChartModel {
  return {
    kind: 'stacked-bar',
    title,
    alt: `Bar chart of cases by ${grouped.heading.toLowerCase()}, ${period}; hidden numbers are left out. Data in the column Cases of the table on this sheet.`,
    categoryColumn: grouped.heading,
    xTitle: grouped.heading,
    yTitle: 'Cases',
    series: [{ column: 'Cases' }],
    rows: { from: 0, to: bars },
  };
}

/** Describes the sheet. Rows of two dimensions are not drawn: a bar has one label. */
export async function groupedCases(context: PackContext, grouped: GroupedCases): Promise<SheetDraft> {
  const found = await rowsOf(context, grouped);
  const { columns, figures, lines } = await columnsOf(context, grouped, found);
  const { period } = context.span;
  const { finer } = grouped;
  const headings = [...(found.fine && finer ? [finer.heading] : []), grouped.heading];
  const total = [`Total ${grouped.total}`, ...(found.fine ? ['All'] : [])];
  const set = (labels: readonly string[], row: Row): DraftCell[] => [
    ...labels,
    ...columns.map(({ cell }) => cell(row)),
  ];
  const rows = found.rows.map((row) =>
    set([row.group ?? '', ...(found.fine ? [row.across ?? ''] : [])], row),
  );
  const title = `${grouped.title}, ${period.title}`;
  return {
    name: grouped.name,
    kind: 'data',
    title,
    lines: sheetLines(context, figures, grouped.description, { more: lines }),
    table: {
      name: grouped.table,
      columns: [
        ...headings.map((header) => ({ header, type: 'text' as const })),
        ...columns.map(({ cell: _, ...column }) => column),
      ],
      rows: rows.length === 0 ? [] : [...rows, set(total, all)],
    },
    charts: found.fine ? [] : [chartOf(grouped, title, period.title, rows.length)],
    ...(rows.length === 0 ? { missing: missingSentence(context, 'cases', figures) } : {}),
  };
}
