// Owns the sheet Trends_SPC: what each control chart says, one row a measure.

import { formatDate } from '#shared/calendar.ts';
import type { ColumnModel } from '../model.ts';
import { valueCell, verdict, wordsCell } from './cells.ts';
import { type DraftCell, type SheetDraft, traced } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import {
  askMeasure,
  assuranceWords,
  hasValues,
  judgedLines,
  limitsAt,
  type Measure,
  measures,
  variationWords,
} from './measures.ts';
import type { PackContext, PackFigure, PackSheet } from './sheet.ts';

const number = (header: string): ColumnModel => ({ header, type: 'number', format: '#,##0.00' });

const columns: readonly ColumnModel[] = [
  { header: 'Measure', type: 'text', width: 34 },
  { header: 'Latest period', type: 'text' },
  { header: 'Points', type: 'number', format: '#,##0' },
  number('Latest'),
  number('Previous'),
  number('Mean'),
  number('Lower limit'),
  number('Upper limit'),
  { header: 'Variation', type: 'text', width: 28 },
  { header: 'Assurance', type: 'text' },
  { header: 'Statement', type: 'text', width: 34 },
  { header: 'Chart on sheet', type: 'text' },
];

/** The points of a line too short to be judged. */
const pointsOf = (
  { limits }: PackFigure,
  latest: PackFigure['points'][number] | undefined,
): number | undefined => limits.findLast(({ segment }) => segment === latest?.segment)?.points;

function rowOf({ sheet, grain }: Measure, figure: PackFigure): DraftCell[] {
  const recorded = figure.points.filter(({ value }) => value !== null);
  const latest = recorded.at(-1);
  const limits = limitsAt(figure, latest);
  const limit = (value: number | null | undefined): DraftCell =>
    traced(value ?? { symbol: 'x' }, 'limits', latest);
  return [
    `${figure.metric.title} (${figure.metric.unit}, by ${grain})`,
    latest?.period ?? '',
    limit(limits?.points ?? pointsOf(figure, latest)),
    valueCell(latest),
    valueCell(recorded.at(-2)),
    limit(limits?.mean),
    limit(limits?.lower),
    limit(limits?.upper),
    wordsCell(variationWords(limits), latest),
    wordsCell(assuranceWords(limits), latest),
    wordsCell(verdict(figure.reading), latest),
    sheet === null ? 'Not drawn' : { link: sheet, text: sheet },
  ];
}

const description =
  'One row for each measure. Points are those of the latest unbroken part of its series. Limits are those of an XmR chart: the mean, and 2.66 mean moving ranges on either side of it. A point beyond the usual range says that something changed, never why. Each charted series stands on a sheet of its own.';

async function build(context: PackContext): Promise<SheetDraft> {
  const asked: (readonly [Measure, PackFigure])[] = [];
  for (const measure of measures) asked.push([measure, await askMeasure(context, measure)]);
  const filled = asked.filter(([, figure]) => hasValues(figure));
  const empty = asked.filter(([, figure]) => !hasValues(figure)).map(([, { metric }]) => metric.title);
  const figures = filled.map(([, figure]) => figure);
  const rows = filled.map(([measure, figure]) => rowOf(measure, figure));
  return {
    name: 'Trends_SPC',
    kind: 'data',
    title: `What the control charts say, up to ${formatDate(context.span.period.to)}`,
    lines: sheetLines(
      context,
      figures.length > 0 ? figures : asked.slice(0, 1).map(([, figure]) => figure),
      description,
      {
        limits: true,
        more: [
          ...judgedLines(figures),
          ...(empty.length > 0
            ? [`Not in the table, because what they need is not loaded: ${empty.join(', ')}.`]
            : []),
        ],
      },
    ),
    table: {
      name: 'trends_by_measure',
      columns,
      rows,
    },
    charts: [],
    ...(rows.length === 0
      ? {
          missing: missingSentence(
            context,
            'trends',
            asked.map(([, figure]) => figure),
          ),
        }
      : {}),
  };
}

export const trendsSpc: PackSheet = {
  id: 'Trends_SPC',
  title: 'Trends',
  definition: 'One row for each control chart: points, latest, limits, variation and a statement.',
  build,
};
