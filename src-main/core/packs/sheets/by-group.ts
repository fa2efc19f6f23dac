// Owns what By_allegation and By_outcome share: cases of the pack's period by group, with a total and a chart.
import type { Figure } from '#shared/schemas/figure.ts';
import type { Cell, ColumnModel, SheetModel } from '../model.ts';
import { askTwoPeriods, byNumber, notRecorded, pointOf, valuesOf } from './asking.ts';
import { changeText, leftOut, tells, valueCell } from './cells.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext } from './sheet.ts';

export interface GroupedCases {
  readonly name: string;
  readonly table: string;
  readonly title: string;
  /** The dimension, its split with the tier, and the heading of its column. */
  readonly split: string;
  readonly tierSplit: string;
  readonly heading: string;
  readonly description: string;
  /** Filters that make a column each. */
  readonly slices: readonly { readonly header: string; readonly filters: Readonly<Record<string, string>> }[];
  /** Words after "Total" in the last row. */
  readonly total: string;
  /** Whether the groups add up to the total, so that it can be said whether they do. */
  readonly adds: boolean;
}

type Column = ColumnModel & { cell(group: string | null): Cell };

const number = (header: string, cell: Column['cell']): Column => ({
  header,
  type: 'number',
  format: '#,##0',
  cell,
});

/** The columns that only a part of the cases is in: by tier, and by the slices that were asked for. */
async function partsOf(context: PackContext, grouped: GroupedCases): Promise<Column[]> {
  const tiers = await askTwoPeriods(context, 'incidents', { split: grouped.tierSplit });
  const totals = await askTwoPeriods(context, 'incidents', { split: 'tier' });
  const parts = valuesOf(totals.now)
    .filter((tier) => tier !== notRecorded)
    .map((tier) =>
      number(`About ${tier.toLowerCase()} councillors`, (group) =>
        valueCell(group === null ? pointOf(totals.now, tier) : pointOf(tiers.now, group, tier)),
      ),
    );
  for (const { header, filters } of grouped.slices) {
    const slice = await askTwoPeriods(context, 'incidents', { split: grouped.split, filters });
    const total = await askTwoPeriods(context, 'incidents', { filters });
    parts.push(number(header, (group) => valueCell(pointOf(group === null ? total.now : slice.now, group))));
  }
  return parts;
}

async function columnsOf(
  context: PackContext,
  grouped: GroupedCases,
): Promise<{ columns: Column[]; groups: string[]; figures: Figure[]; lines: string[] }> {
  const whole = await askTwoPeriods(context, 'incidents');
  const split = await askTwoPeriods(context, 'incidents', { split: grouped.split });
  const parts = await partsOf(context, grouped);
  const now = (group: string | null) => pointOf(group === null ? whole.now : split.now, group);
  const before = (group: string | null) => pointOf(group === null ? whole.before : split.before, group);
  const groups = byNumber(split.now);
  const told = parts.filter(({ cell }) => tells(groups.map(cell)));
  const out = parts.filter((part) => !told.includes(part)).map(({ header }) => header);
  const columns: Column[] = [
    number('Cases', (group) => valueCell(now(group))),
    number(`Cases in ${context.span.previous.title}`, (group) => valueCell(before(group))),
    ...told,
    { header: 'Change', type: 'text', cell: (group) => changeText(now(group), before(group)) },
  ];
  const total = now(null)?.value ?? null;
  const values = split.now.map(({ value }) => value);
  return {
    columns,
    groups,
    figures: [...whole.figures, ...split.figures],
    lines: [...(grouped.adds ? balance(total, values) : []), ...(groups.length === 0 ? [] : leftOut(out))],
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

/** Describes the sheet. */
export async function groupedCases(context: PackContext, grouped: GroupedCases): Promise<SheetModel> {
  const { columns, groups, figures, lines } = await columnsOf(context, grouped);
  const { period } = context.span;
  const row = (label: string, group: string | null): Cell[] => [
    label,
    ...columns.map(({ cell }) => cell(group)),
  ];
  const rows =
    groups.length === 0
      ? []
      : [...groups.map((group) => row(group, group)), row(`Total ${grouped.total}`, null)];
  const title = `${grouped.title}, ${period.title}`;
  return {
    name: grouped.name,
    kind: 'data',
    title,
    lines: sheetLines(context, figures, grouped.description, { more: lines }),
    table: {
      name: grouped.table,
      columns: [
        { header: grouped.heading, type: 'text' },
        ...columns.map(({ cell: _, ...column }) => column),
      ],
      rows,
    },
    charts: [
      {
        kind: 'stacked-bar',
        title,
        alt: `Bar chart of cases by ${grouped.heading.toLowerCase()}, ${period.title}; hidden numbers are left out. Data in the column Cases of the table on this sheet.`,
        categoryColumn: grouped.heading,
        xTitle: grouped.heading,
        yTitle: 'Cases',
        series: [{ column: 'Cases' }],
        rows: { from: 0, to: groups.length },
      },
    ],
    ...(rows.length === 0 ? { missing: missingSentence(context, 'cases', figures) } : {}),
  };
}
