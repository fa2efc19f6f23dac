// Owns the sheet Survey_by_directorate: the latest wave of each survey that knows directorates.
// The rule: a change is the figure's own, tested; directorates stand by name and are never ranked.
import { formatDate } from '#shared/calendar.ts';
import { notRecorded, pointOf, valuesOf } from './asking.ts';
import { partCell, valueCell, wordsCell } from './cells.ts';
import { themesOf } from './culture-trend.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { wholeCouncil } from './fitting-period.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';
import { changeStatement, changeWords } from './survey-change.ts';
import { type ColumnOf, number, tableOf, text } from './table-of.ts';

const description =
  'The latest wave of each survey that asks for the directorate: how many could have answered and did, the per cent of favourable answers to all questions and by theme, and the change of all questions since the wave before, told with a 95 per cent range. Directorates stand by name and are not ranked; they differ in what work they do and in who answers.';

interface Row {
  readonly survey: string;
  readonly wave: string;
  /** Null for everybody who answered. */
  readonly directorate: string | null;
  readonly now: PackPoint | undefined;
  readonly before: PackPoint | undefined;
  readonly response: PackPoint | undefined;
  theme(name: string): PackPoint | undefined;
}

interface Found {
  readonly rows: readonly Row[];
  readonly figures: readonly PackFigure[];
  readonly themes: readonly PackPoint[];
}

const nothing: Found = { rows: [], figures: [], themes: [] };

const asked = ({ suppressed }: PackPoint): boolean => suppressed !== 'x';

/** The rows of one survey, none where it does not tell directorates. */
async function rowsOf(context: PackContext, survey: string): Promise<Found> {
  const filters = { instrument: survey };
  const ask = (metric: string, split?: string) =>
    context.ask({
      metric,
      grain: 'wave',
      to: context.span.period.to,
      filters,
      ...(split === undefined ? {} : { split }),
    });
  const split = await ask('survey-favourable', 'directorate');
  const directorates = valuesOf(split.points.filter(asked));
  if (!directorates.some((directorate) => directorate !== notRecorded)) return nothing;
  const whole = await ask('survey-favourable');
  const themes = await ask('survey-favourable', 'theme-directorate');
  const wholeThemes = await ask('survey-favourable', 'theme');
  const response = await ask('survey-response-rate', 'directorate');
  const wholeResponse = await ask('survey-response-rate');
  const wave = whole.points.filter(asked).reduce((latest, { from }) => (from > latest ? from : latest), '');
  const inWave = ({ points }: PackFigure) => points.filter(({ from }) => from === wave);
  const earlier = ({ points }: PackFigure, group: string | null) =>
    points.findLast((point) => point.group === group && point.from < wave && asked(point));
  const rows = [...directorates, null].map((directorate): Row => {
    const all = directorate === null;
    return {
      survey,
      wave,
      directorate,
      now: pointOf(inWave(all ? whole : split), directorate),
      before: earlier(all ? whole : split, directorate),
      response: pointOf(inWave(all ? wholeResponse : response), directorate),
      theme: (name) => pointOf(inWave(all ? wholeThemes : themes), name, directorate),
    };
  });
  return { rows, figures: [whole, split, response, wholeThemes], themes: inWave(wholeThemes).filter(asked) };
}

const columnsOf = (themes: readonly string[], several: boolean): ColumnOf<Row>[] => [
  text('Directorate', ({ directorate }) => directorate ?? wholeCouncil, 22),
  ...(several
    ? [text<Row>('Survey', ({ survey }) => survey, 16), text<Row>('Wave', ({ wave }) => formatDate(wave), 18)]
    : []),
  count('Invited', ({ response }) => partCell(response, 'denominator')),
  count('Responded', ({ response }) => partCell(response, 'numerator')),
  count('Response rate (per cent)', ({ response }) => valueCell(response)),
  count('Base n', ({ now }) => partCell(now, 'base')),
  count('All questions (per cent)', ({ now }) => valueCell(now)),
  ...themes.map((name) => count(`${name} (per cent)`, ({ theme }) => valueCell(theme(name)))),
  count('All questions, wave before (per cent)', ({ before }) => earlierCell(before)),
  text('Change', ({ now, before }) => (now ? wordsCell(changeWords(now, before), now, before) : ''), 26),
  text('Statement', ({ now }) => (now ? wordsCell(changeStatement(now), now) : ''), 24),
];

/** Narrow, so that all themes fit a page. */
const count = (header: string, cell: ColumnOf<Row>['cell']): ColumnOf<Row> => ({
  ...number(header, cell, '0'),
  width: 16,
});

const earlierCell = (before: PackPoint | undefined): DraftCell =>
  before === undefined ? { symbol: 'z' } : valueCell(before);

async function build(context: PackContext): Promise<SheetDraft> {
  const { to } = context.span.period;
  const bySurvey = await context.ask({ metric: 'survey-favourable', grain: 'wave', to, split: 'instrument' });
  const rows: Row[] = [];
  const figures: PackFigure[] = [];
  const points: PackPoint[] = [];
  for (const survey of valuesOf(bySurvey.points)) {
    const found = await rowsOf(context, survey);
    rows.push(...found.rows.filter(({ now }) => now !== undefined));
    figures.push(...found.figures);
    points.push(...found.themes);
  }
  const surveys = [...new Set(rows.map(({ survey, wave }) => `${survey}, ${formatDate(wave)}`))];
  const [only] = surveys;
  return {
    name: 'Survey_by_directorate',
    kind: 'data',
    title:
      only !== undefined && surveys.length === 1
        ? `Survey by directorate: ${only}`
        : `Survey by directorate, latest waves up to ${formatDate(to)}`,
    lines: sheetLines(context, figures.length > 0 ? figures : [bySurvey], description),
    table: tableOf('survey_by_directorate', columnsOf(themesOf({ points }), surveys.length > 1), rows),
    charts: [],
    ...(rows.length === 0 ? { missing: missingSentence(context, 'survey', figures) } : {}),
  };
}

export const surveyByDirectorate: PackSheet = {
  id: 'Survey_by_directorate',
  title: 'Survey by directorate',
  definition:
    'Invited, responded, response rate, favourable answers to all questions and by theme, and the change since the wave before, by directorate.',
  build,
};
