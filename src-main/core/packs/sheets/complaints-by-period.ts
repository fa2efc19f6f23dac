// Owns the sheet Complaints_by_period: cases received, closed and open, by quarter, month or year.

import type { ChartModel, ColumnModel } from '../model.ts';
import { askSeries, notRecorded, valuesOf } from './asking.ts';
import { changeCell, leftOut, tells, valueCell } from './cells.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';

const count = (header: string): ColumnModel => ({ header, type: 'number', format: '#,##0' });

interface Series {
  readonly header: string;
  at(from: string): PackPoint | undefined;
}

const seriesOf = (header: string, figure: PackFigure, group: string | null = null): Series => {
  const points = new Map(
    figure.points.filter((point) => point.group === group).map((point) => [point.from, point]),
  );
  return { header, at: (from) => points.get(from) };
};

/**
 * The values of a split that tell anything, as series of their own, and those that do not. Where cases stand under
 * none of the values, they have a column, too, hidden or not: without it the others would seem to add up.
 */
function splitSeries(figure: PackFigure, header: (value: string) => string, none: string) {
  const values = valuesOf(figure.points).filter((value) => value !== notRecorded);
  const every = values.map((value) => seriesOf(header(value), figure, value));
  const rest = seriesOf(none, figure, notRecorded);
  const cells = ({ at }: Series) => figure.points.map(({ from }) => valueCell(at(from)));
  const told = every.filter((one) => tells(cells(one)));
  const others = figure.points.some(({ group, value }) => group === notRecorded && value !== 0);
  return {
    told: told.length > 0 && others ? [...told, rest] : told,
    out: every.filter((one) => !told.includes(one)).map(({ header: one }) => one),
  };
}

function chartOf(noun: string, rows: readonly (readonly DraftCell[])[]): ChartModel {
  const [first, last] = [rows.at(0)?.[0], rows.at(-1)?.[0]];
  return {
    kind: 'column',
    title: `Cases received and closed by ${noun}`,
    alt: `Column chart of cases received and closed by ${noun}, ${String(first)} to ${String(last)}. Data in the columns Received and Closed of the table on this sheet.`,
    categoryColumn: 'Period',
    xTitle: noun.charAt(0).toUpperCase() + noun.slice(1),
    yTitle: 'Cases',
    series: [{ column: 'Received' }, { column: 'Closed' }],
  };
}

/** Every series, and the periods that any of them has. */
async function askAll(context: PackContext) {
  const received = await askSeries(context, 'incidents');
  const byScheme = await askSeries(context, 'incidents', { split: 'scheme' });
  const byTier = await askSeries(context, 'incidents', { split: 'tier' });
  const subjects = await askSeries(context, 'incident-subjects');
  const groups = await askSeries(context, 'incident-groups');
  const closed = await askSeries(context, 'incidents-closed');
  const open = await askSeries(context, 'incidents-open');
  const figures = [received, byTier, subjects, groups, closed, open];
  const schemes = splitSeries(byScheme, (scheme) => `Under the ${scheme}`, 'Under no scheme recorded');
  const tiers = splitSeries(
    byTier,
    (tier) => `About ${tier.toLowerCase()} councillors`,
    'About councillors, tier not recorded',
  );
  const periods = [...new Map([...received.points, ...closed.points].map((p) => [p.from, p])).values()].sort(
    (a, b) => a.from.localeCompare(b.from),
  );
  const whole = seriesOf('Received', received);
  const series = [
    whole,
    ...schemes.told,
    ...tiers.told,
    seriesOf('Distinct subjects', subjects),
    seriesOf('Connected groups', groups),
    seriesOf('Closed', closed),
    seriesOf('Open at end', open),
  ];
  const out = [...schemes.out, ...tiers.out];
  return { figures, whole, series, periods, out: periods.length === 0 ? [] : out };
}

async function build(context: PackContext): Promise<SheetDraft> {
  const { noun } = context.span.series;
  const { figures, whole, series, periods, out } = await askAll(context);
  const rows = periods.map((period, index): DraftCell[] => [
    period.period,
    ...series.map((one) => valueCell(one.at(period.from))),
    changeCell(whole.at(period.from), whole.at(periods[index - 1]?.from ?? '')),
  ]);
  return {
    name: 'Complaints_by_period',
    kind: 'data',
    title: `Cases received, closed and open by ${noun}`,
    lines: sheetLines(
      context,
      figures,
      `Code complaints and Protocol incidents by ${noun}, from two years before the period of the pack. Periods are whole: one that the dates only touch is shown in full. A case may fall under no scheme or tier, so those columns need not add up to the cases received.`,
      { more: leftOut(out) },
    ),
    table: {
      name: 'cases_by_period',
      columns: [
        { header: 'Period', type: 'text' },
        ...series.map(({ header }) => count(header)),
        { header: 'Received, change on previous period', type: 'text' },
      ],
      rows,
    },
    charts: [chartOf(noun, rows)],
    ...(rows.length === 0 ? { missing: missingSentence(context, 'cases', figures) } : {}),
  };
}

export const complaintsByPeriod: PackSheet = {
  id: 'Complaints_by_period',
  title: 'Cases by period',
  definition:
    'Cases received, by scheme and tier, their distinct subjects and connected groups, cases closed and cases open at the end.',
  build,
};
