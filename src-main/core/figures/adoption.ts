// "Before and after adoption": one figure's series against the continuation of its own course before.
// The rule: the model is settled by the number of points before the values are looked at; where the series
// cannot bear one, the answer is a reason. It reads the figure through the gate and nothing else.
import { findMetric } from '#core/metrics/index.ts';
import type { Metric } from '#core/metrics/metric.ts';
import { neweyWestLag, type Plan, type SegmentedSeries, segmentedPlan } from '#core/stats/index.ts';
import {
  isConstant,
  type Sensitivity,
  sensitivity,
} from '#core/stats/interrupted-time-series-sensitivity.ts';
import type { Adoption, AdoptionRefusal, AdoptionRequest } from '#shared/schemas/adoption.ts';
import type { Grain } from '#shared/schemas/figure.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { type AdoptionModel, answer } from './adoption-answer.ts';
import { countsOf } from './adoption-counts.ts';
import { refusalWords } from './adoption-refusal.ts';
import { type AdoptionSeries, placeSeries } from './adoption-series.ts';
import { stepOf } from './adoption-words.ts';
import { keep } from './kept.ts';
import { readFigure } from './read-figure.ts';

type Reading = Parameters<typeof readFigure>[0];

/**
 * Reads a figure before and after adoption.
 * @throws AppError metric-unknown, grain-unknown, split-unknown, period-invalid, input-invalid
 */
export const readAdoption = (
  store: Reading,
  request: AdoptionRequest,
  settings: WorkspaceSettings,
): Promise<Adoption> =>
  keep(store, ['adoption', request, settings], () => adoptionOf(store, request, settings));

async function adoptionOf(
  store: Reading,
  request: AdoptionRequest,
  settings: WorkspaceSettings,
): Promise<Adoption> {
  const metric = findMetric(request.metric);
  const grain = grainOf(metric, request.grain);
  const { adoptionDate } = settings;
  if (adoptionDate === null) return refusal(metric, request, grain, 'not-adopted');
  const unfit = unfitKind(metric, grain);
  if (unfit !== null) return refusal(metric, request, grain, unfit);
  const { transition = 0, ...asked } = request;
  const figure = await readFigure(store, { ...asked, grain }, settings);
  const series = placeSeries(figure, adoptionDate, transition);
  const model = modelOf(series, grain);
  if (typeof model === 'string') return refusal(metric, request, grain, model, series);
  const counts = await countsOf(store, metric, figure, series, settings);
  return answer({ ...model, metric, request, adoptionDate, grain, figure, series, counts });
}

function refusal(
  metric: Metric,
  request: AdoptionRequest,
  grain: Grain,
  code: AdoptionRefusal,
  { before, after, transition } = { before: 0, after: 0, transition: 0 },
): Adoption {
  const words = refusalWords(code, { step: stepOf(grain), before, after, transition });
  return { status: 'refused', metric: metric.card, request, code, ...words };
}

/** The model that the series bears, or the code of why it bears none: what is settled without values first. */
function modelOf(series: AdoptionSeries, grain: Grain): AdoptionModel | AdoptionRefusal {
  const monthly = grain === 'month';
  if (series.refused !== null) return series.refused;
  const plan = segmentedPlan(series.before, series.after, monthly);
  if (plan.refused !== null) return shortBy(plan.refused, series);
  const modelled = segmentedOf(series, plan);
  if (isConstant(modelled.values)) return 'no-variation';
  const hacLag = neweyWestLag(modelled.times.length, monthly);
  const found = fitted(modelled, plan, hacLag);
  return found === null ? 'not-estimable' : { plan, modelled, found, hacLag };
}

/** A series that would have been long enough but for a break is refused for the break. */
const shortBy = (code: AdoptionRefusal, { points, before, after }: AdoptionSeries): AdoptionRefusal => {
  const values = points.filter(({ phase, point }) => phase === 'left-out' && point.value !== null);
  return values.length > 0 && segmentedPlan(before + values.length, after, false).refused === null
    ? 'series-break'
    : code;
};

function grainOf({ card }: Metric, asked: Grain | undefined): Grain {
  if (asked !== undefined) return asked;
  return card.grains.find((own) => own === 'month' || own === 'quarter') ?? card.grains[0] ?? 'all';
}

/** Whether neighbouring points of a metric share months. */
export const isRolling = ({ card }: Metric): boolean => /\brolling\b/i.test(`${card.title} ${card.unit}`);

/** What a metric is by nature, before any data: surveys, yearly counts and rolling values get no model. */
function unfitKind(metric: Metric, grain: Grain): AdoptionRefusal | null {
  const { card } = metric;
  if (grain === 'wave' || card.kinds.some((kind) => kind.startsWith('survey'))) return 'survey';
  if (isRolling(metric)) return 'rolling';
  return grain === 'month' || grain === 'quarter' ? null : 'too-rare';
}

function segmentedOf({ recorded }: AdoptionSeries, { harmonics }: Plan): SegmentedSeries {
  const start = recorded.find(({ phase }) => phase === 'after')?.time ?? 0;
  const times = recorded.map(({ time }) => time);
  return { times, values: recorded.map(({ value }) => value), start, harmonics, period: 12 };
}

function fitted(series: SegmentedSeries, { errors }: Plan, hacLag: number): Sensitivity | null {
  try {
    return sensitivity(series, errors, hacLag);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
