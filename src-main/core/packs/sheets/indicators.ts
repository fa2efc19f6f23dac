// Owns the indicators of culture that the Audit edition tells of: which figures, and where the Standards pack
// sets them out. The rule: they are asked as the Standards pack asks them, so that both say the same.

import type { ChartLimits } from '#shared/schemas/figure.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { askTwoPeriods, pointOf, valuesOf } from './asking.ts';
import { absenceMeasure, askMeasure, limitsAt, type Measure, turnoverMeasure } from './measures.ts';
import type { PackContext, PackFigure, PackPoint } from './sheet.ts';

/** A figure as an indicator: its latest point, the one before, and what its control chart says. */
export interface Indicator {
  readonly title: string;
  readonly figure: PackFigure;
  readonly now: PackPoint | undefined;
  readonly before: PackPoint | undefined;
  readonly limits: ChartLimits | undefined;
  /** The sheet of the Standards pack that sets it out. */
  readonly sheet: string;
}

interface Wanted {
  readonly metric: string;
  readonly sheet: string;
  /** The setting without which there is nothing to tell. */
  readonly needs?: keyof WorkspaceSettings;
}

const wanted: readonly Wanted[] = [
  { metric: 'incidents', sheet: 'Complaints_by_period' },
  { metric: 'days-to-close', sheet: 'Timeliness' },
  { metric: 'acknowledged-within-target', sheet: 'Timeliness', needs: 'acknowledgeDays' },
  { metric: 'closed-within-target', sheet: 'Timeliness', needs: 'closeDays' },
  { metric: 'incident-sanctions', sheet: 'Sanctions_and_learning' },
  { metric: 'incident-support', sheet: 'Sanctions_and_learning' },
  { metric: 'skip-level-share', sheet: 'Speak_up' },
  { metric: 'anonymous-share', sheet: 'Speak_up' },
  { metric: 'training-completed', sheet: 'Interests_and_training' },
  { metric: 'induction-in-time', sheet: 'Interests_and_training' },
  { metric: 'positive-examples', sheet: 'Positive_examples' },
  { metric: 'behaviours-observed', sheet: 'Behaviours_balance' },
];

/** An indicator of the pack's period. */
export async function periodIndicator(
  context: PackContext,
  metric: string,
  sheet: string,
): Promise<Indicator | null> {
  const { figures, now, before } = await askTwoPeriods(context, metric);
  const [figure] = figures;
  if (figure === undefined) return null;
  const limits = undefined;
  return {
    title: figure.metric.title,
    figure,
    now: pointOf(now, null),
    before: pointOf(before, null),
    limits,
    sheet,
  };
}

/** The latest wave of each survey beside the wave before. */
export async function surveyIndicators(context: PackContext): Promise<Indicator[]> {
  const request = { metric: 'survey-favourable', grain: 'wave', to: context.span.period.to } as const;
  const split = await context.ask({ ...request, split: 'instrument' });
  const found: Indicator[] = [];
  for (const instrument of valuesOf(split.points)) {
    const figure = await context.ask({ ...request, filters: { instrument } });
    const recorded = figure.points.filter(({ suppressed }) => suppressed !== 'x');
    const title = `${figure.metric.title}, ${instrument}`;
    found.push({
      title,
      figure,
      now: recorded.at(-1),
      before: recorded.at(-2),
      limits: undefined,
      sheet: 'Culture_survey',
    });
  }
  return found;
}

async function chartIndicator(context: PackContext, measure: Measure): Promise<Indicator> {
  const figure = await askMeasure(context, measure);
  const recorded = figure.points.filter(({ value }) => value !== null);
  const now = recorded.at(-1);
  return {
    title: `${figure.metric.title}, by ${measure.grain}`,
    figure,
    now,
    before: recorded.at(-2),
    limits: limitsAt(figure, now),
    sheet: measure.sheet ?? 'Trends_SPC',
  };
}

/** All of them, in order; `isTold` says which have data. */
export async function indicatorsOf(context: PackContext): Promise<Indicator[]> {
  const found: Indicator[] = [];
  for (const { metric, sheet, needs } of wanted) {
    if (needs !== undefined && context.settings[needs] === null) continue;
    const indicator = await periodIndicator(context, metric, sheet);
    if (indicator !== null) found.push(indicator);
  }
  found.push(...(await surveyIndicators(context)));
  for (const measure of [absenceMeasure, turnoverMeasure]) found.push(await chartIndicator(context, measure));
  return found;
}

/** Whether there is anything to tell of it. */
export const isTold = ({ now }: Indicator): boolean =>
  now !== undefined && now.suppressed !== 'x' && now.suppressed !== 'z';
