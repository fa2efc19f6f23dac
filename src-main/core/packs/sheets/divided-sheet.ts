// Owns sheets of shares with their numbers: each measure of the whole council, then divided one way at a time.
// The rule: divisions stand under each other and are never crossed; nothing is about one person.
import type { ChartModel } from '../model.ts';
import { askTwoPeriods, byNumber, pointOf, type TwoPeriods } from './asking.ts';
import { changeCell, partCell, valueCell } from './cells.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { fitting, groupsThere, periodLine } from './fitting-period.ts';
import { type Mechanism, missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';
import { type ColumnOf, number, tableOf, text } from './table-of.ts';

/** A metric, and the ways in which it is divided: the heading of each. */
export interface Divided {
  readonly metric: string;
  readonly splits: Readonly<Record<string, string>>;
  /** Its value is a number and no share. */
  readonly counted?: boolean;
}

interface DividedSheet {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  /** Of the table. */
  readonly name: string;
  readonly description: string;
  readonly measures: readonly [Divided, ...Divided[]];
  /** Divisions that are drawn: the heading, and what the chart is called. */
  readonly drawn: readonly { readonly heading: string; readonly title: string }[];
  readonly mechanism: Mechanism;
}

interface Row {
  readonly measure: string;
  readonly heading: string;
  readonly group: string;
  readonly now: PackPoint | undefined;
  readonly before: PackPoint | undefined;
  readonly counted: boolean;
}

const whole = (measure: string, { now, before }: TwoPeriods): Row => ({
  measure,
  heading: 'All',
  group: 'All',
  now: pointOf(now, null),
  before: pointOf(before, null),
  counted: false,
});

const isTold = ({ now, before }: Row): boolean =>
  [now, before].some((point) => point !== undefined && point.suppressed !== 'z' && point.suppressed !== 'x');

async function rowsOf(
  context: PackContext,
  { metric, splits, counted = false }: Divided,
): Promise<{ rows: Row[]; figures: readonly PackFigure[] }> {
  const own = fitting(context, metric);
  const all = await askTwoPeriods(own, metric);
  const title = all.figures[0]?.metric.title ?? metric;
  const rows = [{ ...whole(title, all), counted }].filter(isTold);
  if (rows.length === 0) return { rows, figures: all.figures };
  for (const [split, heading] of Object.entries(splits)) {
    const { now, before } = await askTwoPeriods(own, metric, { split });
    const there = groupsThere(now, before);
    const order = split === 'behaviour' ? byNumber([...now, ...before]) : there;
    for (const group of order.filter((one) => there.includes(one))) {
      const points = { now: pointOf(now, group), before: pointOf(before, group) };
      rows.push({ measure: title, heading, group, counted, ...points });
    }
  }
  return { rows, figures: all.figures };
}

function chartOf(rows: readonly Row[], heading: string, title: string): ChartModel[] {
  const first = rows.find((row) => row.heading === heading && row.now?.value);
  const own = rows.map((row) => row.heading === heading && row.measure === first?.measure);
  const [from, to] = [own.indexOf(true), own.lastIndexOf(true) + 1];
  if (first === undefined || from === -1) return [];
  return [
    {
      kind: 'stacked-bar',
      title,
      alt: `Bar chart: ${title.slice(0, 90)}, in per cent; hidden numbers are left out. Data in rows ${from + 1} to ${to} of the table on this sheet.`,
      categoryColumn: 'Which',
      xTitle: heading,
      yTitle: 'Per cent',
      series: [{ column: 'Share (per cent)', label: 'Share' }],
      rows: { from, to },
    },
  ];
}

const share =
  (cell: (row: Row) => DraftCell) =>
  (row: Row): DraftCell =>
    row.counted ? { symbol: 'z' } : cell(row);

const columns: readonly ColumnOf<Row>[] = [
  text('Measure', ({ measure }) => measure, 28),
  text('Divided by', ({ heading }) => heading, 16),
  text('Which', ({ group }) => group, 28),
  number('Number', ({ now, counted }) => (counted ? valueCell(now) : partCell(now, 'numerator'))),
  number(
    'Out of',
    share(({ now }) => partCell(now, 'base')),
  ),
  number(
    'Share (per cent)',
    share(({ now }) => valueCell(now)),
    '0',
  ),
  number(
    'Range from (per cent)',
    share(({ now }) => partCell(now, 'lower')),
    '0',
  ),
  number(
    'Range to (per cent)',
    share(({ now }) => partCell(now, 'upper')),
    '0',
  ),
  number(
    'Period before (per cent)',
    share(({ before }) => valueCell(before)),
    '0',
  ),
  text('Change, not tested', ({ now, before }) => changeCell(now, before), 24),
];

async function build(context: PackContext, sheet: DividedSheet): Promise<SheetDraft> {
  const own = fitting(context, sheet.measures[0].metric);
  const rows: Row[] = [];
  const figures: PackFigure[] = [];
  for (const measure of sheet.measures) {
    const found = await rowsOf(context, measure);
    rows.push(...found.rows);
    figures.push(...found.figures);
  }
  const { title } = own.span.period;
  return {
    name: sheet.id,
    kind: 'data',
    title: `${sheet.title}, ${title}`,
    lines: sheetLines(context, figures, sheet.description, { more: periodLine(context, own) }),
    table: tableOf(sheet.name, columns, rows),
    charts: sheet.drawn.flatMap((drawn) => chartOf(rows, drawn.heading, `${drawn.title}, ${title}`)),
    ...(rows.length === 0 ? { missing: missingSentence(context, sheet.mechanism, figures) } : {}),
  };
}

export const dividedSheet = (sheet: DividedSheet): PackSheet => ({
  id: sheet.id,
  title: sheet.title,
  definition: sheet.definition,
  build: (context) => build(context, sheet),
});
