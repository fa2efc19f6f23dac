// Owns the sheet Standards_summary: six figures of the Standards pack, asked as that pack asks them.
import { askSeries } from './asking.ts';
import { changeCell, partCell } from './cells.ts';
import { shownCell } from './culture-indicators.ts';
import type { DraftCell } from './draft.ts';
import { type Indicator, isTold, periodIndicator, surveyIndicators } from './indicators.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { count, tableSheet, text } from './table-sheet.ts';

async function openAtEnd(context: PackContext): Promise<Indicator> {
  const figure = await askSeries(context, 'incidents-open');
  const { title } = figure.metric;
  const sheet = 'Complaints_by_period';
  return { title, figure, now: figure.points.at(-1), before: figure.points.at(-2), limits: undefined, sheet };
}

const rowOf = ({ title, figure, now, before, sheet }: Indicator, index: number): DraftCell[] => [
  `S${index + 1}`,
  title,
  now?.period ?? '',
  shownCell(figure, now),
  shownCell(figure, before),
  changeCell(now, before),
  partCell(now, 'base'),
  sheet,
  { link: 'Culture_indicators', text: 'Culture_indicators' },
];

export const standardsSummary: PackSheet = {
  id: 'Standards_summary',
  title: 'Six figures of the Standards pack',
  definition: 'Six figures of the Standards pack of the same period, which must agree with it.',
  build: async (context) => {
    const all = [
      await periodIndicator(context, 'incidents', 'Complaints_by_period'),
      await openAtEnd(context),
      await periodIndicator(context, 'days-to-close', 'Timeliness'),
      await periodIndicator(context, 'positive-examples', 'Positive_examples'),
      ...(await surveyIndicators(context)).slice(0, 2),
    ].flatMap((one) => one ?? []);
    const told = all.filter(isTold);
    const figures = (told.length > 0 ? told : all.slice(0, 1)).map(({ figure }) => figure);
    return tableSheet({
      name: 'Standards_summary',
      title: `Six figures of the Standards pack, ${context.span.period.title}`,
      lines: sheetLines(
        context,
        figures,
        'Up to six figures that the Standards Committee receives in its own pack of the same period. They are asked by the same questions, so that the two packs agree.',
      ),
      columns: [
        text('Ref'),
        text('Figure', 32),
        text('Period', 18),
        text('Value', 24),
        text('Before', 24),
        text('Change', 26),
        count('Base n'),
        text('Sheet of the Standards pack', 24),
        text('In this pack'),
      ],
      rows: told.map(rowOf),
      missing: missingSentence(context, 'trends', figures),
    });
  },
};
