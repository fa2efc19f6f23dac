// Owns the sheet General_issues: what comes up and what is said of it, in words, for the whole council.
// The rule: no number of cases stands here or is asked for; what is too rarely raised to be shown is not named.
import { formatDate } from '#shared/calendar.ts';
import { askTwoPeriods, byNumber, notRecorded, pointOf, valuesOf } from './asking.ts';
import { wordsCell } from './cells.ts';
import { themesOf } from './culture-trend.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { fitting } from './fitting-period.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';
import { changeStatement } from './survey-change.ts';
import { tableOf, text } from './table-of.ts';

const description =
  'General issues that the Chair of the Standards Committee may take up with the Whips, and in the same words with councillors of no group. They are of the whole council: kinds of issue in the order in which they come up, what surveys say by theme, what was heard of each behaviour. Individual issues and complaints are dealt with under sections VII and VIII and never here.';
const left =
  'No numbers of cases are given, nothing is told by political group, and no group stands alone, those without a Whip included. What is raised too rarely to be shown is not named.';

interface Row {
  readonly kind: string;
  readonly issue: string;
  readonly said: DraftCell;
}

/** "Raised most often", "Raised next most often", then "Also raised". */
const place = (index: number): string =>
  ['Raised most often', 'Raised next most often'][index] ?? 'Also raised';

async function issueRows({ records, span }: PackContext): Promise<Row[]> {
  const { from, to } = span.period;
  const found = await records.commonIssues({ from, to });
  return found.flatMap(({ scheme, issues }) =>
    issues.map((issue, index) => ({
      kind: `Kind of issue, ${scheme}`,
      issue,
      said: `${place(index)} in the period`,
    })),
  );
}

const asked = ({ suppressed }: PackPoint): boolean => suppressed !== 'x' && suppressed !== 'z';

/** Each theme of the latest wave of each survey, in the words of its own test. */
function themeRows({ points }: PackFigure): Row[] {
  return valuesOf(points, 'across').flatMap((survey) => {
    const own = points.filter((point) => point.across === survey && asked(point));
    const wave = own.reduce((latest, { from }) => (from > latest ? from : latest), '');
    const latest = own.filter(({ from }) => from === wave);
    return themesOf({ points: latest })
      .filter((theme) => theme !== 'No theme')
      .flatMap((theme): Row[] => {
        const point = pointOf(latest, theme, survey);
        if (point === undefined) return [];
        const said =
          point.suppressed === null
            ? `${point.shown} favourable. ${changeStatement(point)}`
            : changeStatement(point);
        return [
          { kind: `Theme, ${survey}, ${formatDate(wave)}`, issue: theme, said: wordsCell(said, point) },
        ];
      });
  });
}

/** Behaviours of which more was heard on one side than on the other, by what may be shown. */
function heardRows(points: readonly PackPoint[]): Row[] {
  const concerns = points.filter(({ across, value }) => across === 'Concern' && (value ?? 0) > 0);
  return byNumber(concerns)
    .filter((behaviour) => behaviour !== notRecorded && behaviour !== 'Not coded')
    .flatMap((behaviour): Row[] => {
      const bad = pointOf(points, behaviour, 'Concern');
      const good = pointOf(points, behaviour, 'Strength');
      if (bad?.value == null || good?.value == null) return [];
      const said =
        good.value > bad.value
          ? 'Heard more often as a strength than as a concern'
          : good.value < bad.value
            ? 'Heard more often as a concern than as a strength'
            : 'Heard as often as a strength as a concern';
      return [{ kind: 'Behaviour of the Protocol', issue: behaviour, said: wordsCell(said, bad, good) }];
    });
}

async function build(context: PackContext): Promise<SheetDraft> {
  const { to, title } = context.span.period;
  const themes = await context.ask({
    metric: 'survey-favourable',
    grain: 'wave',
    to,
    split: 'theme-instrument',
  });
  const heard = await askTwoPeriods(fitting(context, 'evidence-mentions'), 'evidence-mentions', {
    split: 'behaviour-polarity',
  });
  const rows = [...(await issueRows(context)), ...themeRows(themes), ...heardRows(heard.now)];
  const figures = [themes, ...heard.figures];
  return {
    name: 'General_issues',
    kind: 'data',
    title: `General issues, ${title}`,
    lines: sheetLines(context, figures, description, { more: [left] }),
    table: tableOf<Row>(
      'general_issues',
      [
        text('What it is', ({ kind }) => kind, 34),
        text('Issue', ({ issue }) => issue, 36),
        text('What is said of it', ({ said }) => said, 56),
      ],
      rows,
    ),
    charts: [],
    ...(rows.length === 0 ? { missing: missingSentence(context, 'trends', figures) } : {}),
  };
}

export const generalIssues: PackSheet = {
  id: 'General_issues',
  title: 'General issues',
  definition:
    'Kinds of issue in the order in which they come up, survey themes and behaviours heard of, in words, for the whole council.',
  build,
};
