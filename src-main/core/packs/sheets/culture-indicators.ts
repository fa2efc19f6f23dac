// Owns the sheet Culture_indicators: one row an indicator, with what it is made of and what can be said of it.
import { direction, partCell, shownWithUnit, valueCell, wordsCell } from './cells.ts';
import type { DraftCell } from './draft.ts';
import { type Indicator, indicatorsOf, isTold } from './indicators.ts';
import { missingSentence, sheetLines } from './lines.ts';
import { assuranceWords, judgedLines, variationWords } from './measures.ts';
import type { PackFigure, PackPoint, PackSheet } from './sheet.ts';
import { count, notKnown, tableSheet, tenths, text } from './table-sheet.ts';

const description =
  'One row for each indicator of how members and officers work together, asked as the Standards pack asks it. Indicators count different things: none is added to another, and a rise has a good or bad direction only where its note says so.';
const left =
  'Left out, because nobody has recorded it: the theme of Best Value that each bears on, and a rating. Rating is for the committee to give.';

/** The first sentence of a definition; all of it stands on Notes. */
const inShort = ({ metric }: PackFigure): string =>
  `${metric.definition.split('. ')[0]?.replace(/\.$/, '')}.`;

/** The value with its unit, or the mark of why there is none. */
export const shownCell = (figure: PackFigure, point: PackPoint | undefined): DraftCell => {
  if (point === undefined) return notKnown;
  return point.suppressed === null && point.value !== null
    ? wordsCell(shownWithUnit(point, figure.metric.unit), point)
    : valueCell(point);
};

const targetOf = ({ limits }: Indicator): DraftCell => limits?.target ?? notKnown;

const rowOf = (one: Indicator, index: number, targets: boolean): DraftCell[] => {
  const { title, figure, now, before, limits, sheet } = one;
  const charted = limits !== undefined;
  return [
    `CI${index + 1}`,
    title,
    inShort(figure),
    now?.period ?? '',
    partCell(now, 'numerator'),
    partCell(now, 'denominator'),
    shownCell(figure, now),
    shownCell(figure, before),
    ...(targets ? [targetOf(one)] : []),
    wordsCell(direction(now, before) ?? 'Not compared', now, before),
    wordsCell(charted ? variationWords(limits) : 'Not charted here', now),
    ...(targets ? [wordsCell(charted ? assuranceWords(limits) : 'Not charted here', now)] : []),
    sheet,
  ];
};

export const cultureIndicators: PackSheet = {
  id: 'Culture_indicators',
  title: 'Culture indicators',
  definition:
    'Each indicator with its definition, numerator, denominator, value, the one before and what its chart says.',
  build: async (context) => {
    const all = await indicatorsOf(context);
    const told = all.filter(isTold);
    const empty = all.filter((one) => !told.includes(one)).map(({ title }) => title);
    const targets = told.some(({ limits }) => typeof limits?.target === 'number');
    const figures = (told.length > 0 ? told : all.slice(0, 1)).map(({ figure }) => figure);
    return tableSheet({
      name: 'Culture_indicators',
      title: `Indicators of culture, ${context.span.period.title}`,
      lines: sheetLines(context, figures, description, {
        more: [
          left,
          ...(targets ? [] : ['No target is set for any of them, so target and assurance have no column.']),
          ...(told.length > 0 && empty.length > 0
            ? [`Not in the table, because what they need is not loaded: ${empty.join(', ')}.`]
            : []),
          ...judgedLines(figures),
        ],
      }),
      columns: [
        text('Ref'),
        text('Indicator', 26),
        text('Definition', 44),
        text('Period', 16),
        count('Numerator'),
        count('Denominator'),
        text('Value', 20),
        text('Previous', 20),
        ...(targets ? [tenths('Target, in the unit of the value')] : []),
        text('Direction'),
        text('Variation', 24),
        ...(targets ? [text('Assurance', 18)] : []),
        text('Sheet of the Standards pack', 24),
      ],
      rows: told.map((one, index) => rowOf(one, index, targets)),
      missing: missingSentence(context, 'trends', figures),
    });
  },
};
