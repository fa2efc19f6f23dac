// Owns the sheet Behaviours_balance: what each behaviour of section IV has for it and against it, side by side.
// The rule: different kinds of evidence stand beside one another and are never added up or turned into a score.
import { behaviours } from '#shared/vocabulary/protocol.ts';
import type { ColumnModel } from '../model.ts';
import { askTwoPeriods, pointOf } from './asking.ts';
import { leftOut, valueCell } from './cells.ts';
import { type DraftCell, plain, type SheetDraft } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';
import { count, percent, tableSheet, text } from './table-sheet.ts';

interface Told {
  readonly column: ColumnModel;
  readonly points: readonly PackPoint[];
  readonly across?: string;
}

/** The latest point of each group up to the end of the pack's period. */
const latest = ({ points }: PackFigure): PackPoint[] => {
  const last = new Map<string, PackPoint>();
  for (const point of points)
    if (point.suppressed !== 'x') last.set(JSON.stringify([point.group, point.across]), point);
  return [...last.values()];
};

async function askAll(context: PackContext) {
  const { to } = context.span.period;
  const heard = await askTwoPeriods(context, 'evidence-mentions', { split: 'behaviour-polarity' });
  const examples = await askTwoPeriods(context, 'positive-examples', { split: 'behaviour' });
  const cases = await askTwoPeriods(context, 'incidents', { split: 'behaviour' });
  const seen = await askTwoPeriods(context, 'behaviours-observed', { split: 'behaviour' });
  const appraisals = await context.ask({
    metric: 'appraisal-behaviours',
    grain: 'financial-year',
    split: 'behaviour',
    to,
  });
  const surveys = await context.ask({
    metric: 'survey-favourable',
    grain: 'wave',
    split: 'behaviour-instrument',
    to,
  });
  const told: Told[] = [
    { column: count('Strengths heard (excerpts)'), points: heard.now, across: 'Strength' },
    { column: count('Positive examples'), points: examples.now },
    { column: count('Concerns heard (excerpts)'), points: heard.now, across: 'Concern' },
    { column: count('Cases that engage it'), points: cases.now },
    { column: percent('Seen when looked for in meetings (per cent)'), points: seen.now },
    { column: percent('Appraisals that name it, latest cycle (per cent)'), points: latest(appraisals) },
    ...[...new Set(surveys.points.flatMap(({ across }) => across ?? []))].map((survey) => ({
      column: percent(`${survey}: favourable, latest wave (per cent)`),
      points: latest(surveys),
      across: survey,
    })),
  ];
  const figures = [
    ...heard.figures,
    ...examples.figures,
    ...cases.figures,
    ...seen.figures,
    appraisals,
    surveys,
  ];
  return { told, figures };
}

async function build(context: PackContext): Promise<SheetDraft> {
  const { told, figures } = await askAll(context);
  const cell = ({ points, across }: Told, behaviour: string): DraftCell =>
    valueCell(pointOf(points, behaviour, across ?? null));
  const names = behaviours.terms.map(({ label }) => label);
  const speaks = (one: Told): boolean =>
    names.some((name) => {
      const shown = plain(cell(one, name));
      return (
        typeof shown === 'number' ||
        (typeof shown === 'object' && shown !== null && 'symbol' in shown && shown.symbol === 'c')
      );
    });
  const filled = told.filter(speaks);
  const rows =
    filled.length === 0 ? [] : names.map((name) => [name, ...filled.map((one) => cell(one, name))]);
  const empty = told.filter((one) => !filled.includes(one)).map(({ column }) => column.header);
  const withData = figures.filter(({ points }) => points.length > 0);
  return tableSheet({
    name: 'Behaviours_balance',
    title: `The seven behaviours: evidence for and against, ${context.span.period.title}`,
    lines: sheetLines(
      context,
      withData.length > 0 ? withData : figures.slice(0, 1),
      'One row for each behaviour of section IV of the Protocol. What speaks for it and against it stands side by side and is not added up: the kinds of evidence count different things, and the list is no tick box.',
      { more: rows.length === 0 ? [] : leftOut(empty) },
    ),
    columns: [text('Behaviour', 30), ...filled.map(({ column }) => column)],
    rows,
    missing: missingSentence(context, 'evidence', figures),
  });
}

export const behavioursBalance: PackSheet = {
  id: 'Behaviours_balance',
  title: 'Behaviours: evidence for and against',
  definition:
    'For each of the seven behaviours what was heard, seen and recorded for it and against it, side by side.',
  build,
};
