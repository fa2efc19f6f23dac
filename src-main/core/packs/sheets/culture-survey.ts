// Owns the sheet Culture_survey: each question of the latest wave of each survey, beside the wave before.
// The rule: surveys of different people are never pooled, and waves on different scales are not compared.

import { formatDate } from '#shared/calendar.ts';
import type { FigureRequest } from '#shared/schemas/figure.ts';
import type { ColumnModel } from '../model.ts';
import { pointOf, valuesOf } from './asking.ts';
import { partCell, valueCell, wordsCell } from './cells.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';
import { changeStatement, changeWords } from './survey-change.ts';
import { answerCharts } from './survey-charts.ts';

const percent = (header: string): ColumnModel => ({ header, type: 'number', format: '0' });
const count = (header: string): ColumnModel => ({ header, type: 'number', format: '#,##0' });

const columns: readonly ColumnModel[] = [
  { header: 'Question', type: 'text', width: 42 },
  { header: 'Theme', type: 'text', width: 18 },
  { header: 'Survey', type: 'text', width: 18 },
  { header: 'Wave', type: 'text', width: 20 },
  count('Responded'),
  count('Base n'),
  percent('Favourable (per cent)'),
  percent('Neutral (per cent)'),
  percent('Unfavourable (per cent)'),
  percent('Range from (per cent)'),
  percent('Range to (per cent)'),
  percent('Wave before (per cent)'),
  { header: 'Change', type: 'text', width: 20 },
  { header: 'Statement', type: 'text', width: 32 },
];

const description =
  'Favourable, neutral and unfavourable answers to each question in the latest wave of each survey, with the base (answers that count). The range is the 95 per cent range of the favourable ones, and the wave before tells what was favourable then. A change is told with a 95 per cent range, from 30 answers in both waves. How many people were invited is not in the exports that were read, so there is no response rate.';

interface Line {
  readonly survey: string;
  readonly theme: string;
  readonly question: string;
  readonly wave: string;
  readonly now: PackPoint;
  readonly before: PackPoint | undefined;
}

const asked = (point: PackPoint): boolean => point.suppressed !== 'x';

type Ask = (metric: string, cut: Pick<FigureRequest, 'split' | 'filters'>) => Promise<PackFigure>;

/** The theme of each question of a survey, by the themes that the survey has. */
async function themesOf(ask: Ask, survey: string): Promise<ReadonlyMap<string, string>> {
  const { points } = await ask('survey-favourable', { split: 'theme-instrument' });
  const own = points.filter((point) => point.across === survey && asked(point));
  const themes = new Map<string, string>();
  for (const theme of valuesOf(own)) {
    const filters = { instrument: survey, theme };
    const inTheme = await ask('survey-favourable', { split: 'question', filters });
    for (const point of inTheme.points) if (asked(point)) themes.set(point.group ?? '', theme);
  }
  return themes;
}

/** The questions of a survey's latest wave by theme, the most favourable first and those not shown last. */
function latestLines(figure: PackFigure, survey: string, themes: ReadonlyMap<string, string>): Line[] {
  const points = figure.points.filter((point) => point.across === survey && asked(point));
  const latest = points.reduce((most, { from }) => (from > most ? from : most), '');
  return points
    .filter(({ from }) => from === latest)
    .map((now) => ({
      survey,
      theme: themes.get(now.group ?? '') ?? noTheme,
      question: now.label ?? now.group ?? '',
      wave: latest,
      now,
      before: points.findLast(({ group, from }) => group === now.group && from < latest),
    }))
    .sort(
      (a, b) =>
        Number(a.theme === noTheme) - Number(b.theme === noTheme) ||
        a.theme.localeCompare(b.theme, 'en-GB') ||
        (b.now.value ?? -1) - (a.now.value ?? -1) ||
        a.question.localeCompare(b.question, 'en-GB'),
    );
}

const noTheme = 'No theme';

type OfWave = (figure: PackFigure, line: Line) => PackPoint | undefined;

const sameAnswers: OfWave = ({ points }, { survey, wave, now }) =>
  pointOf(
    points.filter(({ from }) => from === wave),
    now.group,
    survey,
  );

const replies: OfWave = ({ points }, { survey, wave }) =>
  points.find(({ from, group }) => from === wave && group === survey);

async function build(context: PackContext): Promise<SheetDraft> {
  const ask: Ask = (metric, cut) =>
    context.ask({ metric, grain: 'wave', to: context.span.period.to, ...cut });
  const byQuestion = { split: 'question-instrument' };
  const favourable = await ask('survey-favourable', byQuestion);
  const neutral = await ask('survey-neutral', byQuestion);
  const unfavourable = await ask('survey-unfavourable', byQuestion);
  const responses = await ask('survey-responses', { split: 'instrument' });
  const lines: Line[] = [];
  for (const survey of valuesOf(favourable.points, 'across')) {
    lines.push(...latestLines(favourable, survey, await themesOf(ask, survey)));
  }
  const rows = lines.map((line): DraftCell[] => {
    const { survey, theme, question, wave, now, before } = line;
    return [
      question,
      theme,
      survey,
      formatDate(wave),
      valueCell(replies(responses, line)),
      partCell(now, 'base'),
      valueCell(now),
      valueCell(sameAnswers(neutral, line)),
      valueCell(sameAnswers(unfavourable, line)),
      partCell(now, 'lower'),
      partCell(now, 'upper'),
      before === undefined ? { symbol: 'z' } : valueCell(before),
      wordsCell(changeWords(now, before), now, before),
      wordsCell(changeStatement(now), now),
    ];
  });
  const figures = [favourable, neutral, unfavourable, responses];
  const charts = answerCharts(lines);
  return {
    name: 'Culture_survey',
    kind: 'data',
    title: `Survey questions, latest wave up to ${formatDate(context.span.period.to)}`,
    lines: sheetLines(context, figures, description, { more: charts.lines }),
    table: { name: 'culture_survey_questions', columns, rows },
    charts: charts.charts,
    ...(rows.length === 0 ? { missing: missingSentence(context, 'survey', figures) } : {}),
  };
}

export const cultureSurvey: PackSheet = {
  id: 'Culture_survey',
  title: 'Culture survey',
  definition:
    'Favourable, neutral and unfavourable shares of every question of the latest wave of each survey, with base, range, the wave before, the change and a statement.',
  build,
};
