// Owns the sheet Culture_survey: each question of the latest wave of each survey, beside the wave before.
// The rule: surveys of different people are never pooled, and waves on different scales are not compared.
import { formatDate } from '#shared/calendar.ts';
import type { Figure, FigurePoint } from '#shared/schemas/figure.ts';
import type { Cell, ChartModel, SheetModel } from '../model.ts';
import { valuesOf } from './asking.ts';
import { changeText, partCell, valueCell, verdict } from './cells.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';

/** More bars than this are too many to read. */
const mostBars = 30;
const mostCharts = 4;
const percent = (header: string) => ({ header, type: 'number' as const, format: '0' });

interface Line {
  readonly survey: string;
  readonly question: string;
  readonly wave: string;
  readonly now: FigurePoint;
  readonly before: FigurePoint | undefined;
}

const asked = (point: FigurePoint): boolean => point.suppressed !== 'x';

/** The questions of a survey's latest wave, the most favourable first and those not shown last. */
function latestLines(figure: Figure, survey: string): Line[] {
  const points = figure.points.filter((point) => point.across === survey && asked(point));
  const latest = points.reduce((most, { from }) => (from > most ? from : most), '');
  return points
    .filter(({ from }) => from === latest)
    .map((now) => ({
      survey,
      question: now.label ?? now.group ?? '',
      wave: latest,
      now,
      before: points.findLast(({ group, from }) => group === now.group && from < latest),
    }))
    .sort(
      (a, b) => (b.now.value ?? -1) - (a.now.value ?? -1) || a.question.localeCompare(b.question, 'en-GB'),
    );
}

async function rowOf(context: PackContext, { survey, question, wave, now, before }: Line): Promise<Cell[]> {
  const { reading } = await context.ask({
    metric: 'survey-favourable',
    grain: 'wave',
    to: context.span.period.to,
    filters: { instrument: survey, question: now.group ?? '' },
  });
  return [
    question,
    survey,
    formatDate(wave),
    partCell(now, now.base),
    valueCell(now),
    partCell(now, now.interval?.lower),
    partCell(now, now.interval?.upper),
    before === undefined ? { symbol: 'z' } : valueCell(before),
    before === undefined ? 'Not asked before' : changeText(now, before),
    now.suppressed === null ? verdict(reading) : 'Hidden: too few answers.',
  ];
}

function chartsOf(lines: readonly Line[]): ChartModel[] {
  return valuesOf(
    lines.map(({ now }) => now),
    'across',
  )
    .slice(0, mostCharts)
    .flatMap((survey) => {
      const from = lines.findIndex((line) => line.survey === survey);
      const shown = lines.filter((line) => line.survey === survey && line.now.value !== null).length;
      const to = from + Math.min(shown, mostBars);
      const wave = formatDate(lines[from]?.wave ?? '');
      if (shown === 0) return [];
      const which = shown > mostBars ? `the ${mostBars} most favourable questions` : 'each question';
      return [
        {
          kind: 'stacked-bar' as const,
          title: `Favourable answers, ${survey}, ${wave}`,
          alt: `Bar chart of per cent favourable for ${which} of ${survey.slice(0, 80)}, ${wave}, the highest first. Data in the column Favourable of the table on this sheet.`,
          categoryColumn: 'Question',
          xTitle: 'Question',
          yTitle: 'Per cent favourable',
          series: [{ column: 'Favourable (per cent)' }],
          rows: { from, to },
        },
      ];
    });
}

async function build(context: PackContext): Promise<SheetModel> {
  const figure = await context.ask({
    metric: 'survey-favourable',
    grain: 'wave',
    to: context.span.period.to,
    split: 'question-instrument',
  });
  const lines = valuesOf(figure.points, 'across').flatMap((survey) => latestLines(figure, survey));
  const rows: Cell[][] = [];
  for (const line of lines) rows.push(await rowOf(context, line));
  return {
    name: 'Culture_survey',
    kind: 'data',
    title: `Survey questions, latest wave up to ${formatDate(context.span.period.to)}`,
    lines: sheetLines(
      context,
      [figure],
      'Favourable answers to each question in the latest wave of each survey, with the base (answers that count), a 95 per cent range and the wave before it. How many people were invited, and so the response rate, is not in the exports that were read; nor are neutral and unfavourable shares given yet.',
    ),
    table: {
      name: 'culture_survey_questions',
      columns: [
        { header: 'Question', type: 'text', width: 42 },
        { header: 'Survey', type: 'text', width: 18 },
        { header: 'Wave', type: 'text', width: 20 },
        { header: 'Base n', type: 'number', format: '#,##0' },
        percent('Favourable (per cent)'),
        percent('Range from (per cent)'),
        percent('Range to (per cent)'),
        percent('Wave before (per cent)'),
        { header: 'Change', type: 'text', width: 20 },
        { header: 'Statement', type: 'text', width: 32 },
      ],
      rows,
    },
    charts: chartsOf(lines),
    ...(rows.length === 0 ? { missing: missingSentence(context, 'survey', [figure]) } : {}),
  };
}

export const cultureSurvey: PackSheet = {
  id: 'Culture_survey',
  title: 'Culture survey',
  definition:
    'Per cent favourable for every question of the latest wave of each survey, with base, range, the wave before and a statement.',
  build,
};
