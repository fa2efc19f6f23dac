// Owns what is hidden of one figure: its plan, the plans of metrics about the same people, and spans of dates.
// The rule: it is decided over the whole of the data, and the same for every way of asking.
import { findMetric } from '#core/metrics/index.ts';
import type { Metric } from '#core/metrics/metric.ts';
import { periodsBetween } from '#shared/calendar.ts';
import type { Grain } from '#shared/schemas/figure.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { Asking } from './ask.ts';
import { keyOf, type Place } from './cell.ts';
import { readIssued } from './issued.ts';
import { keep, keptCells, type PlannedStore } from './kept.ts';
import { arePaired, groupsOf, planOf } from './plan.ts';
import type { Hides, Plan } from './planning.ts';
import { solverOf } from './solving.ts';
import { partsOf } from './window.ts';

type Policy = Pick<WorkspaceSettings, 'minimumBase' | 'smallCount'>;

/** Which of a figure's cells are hidden. */
export async function hidingOf(
  store: PlannedStore,
  asking: Asking,
  policy: Policy,
): Promise<(place: Place) => boolean> {
  const { metric, cuts } = asking;
  const { alike = [], madeOf } = metric.disclosure;
  if (madeOf !== undefined && cuts.length === 0) {
    const parts = { ...asking, cuts: [madeOf.cut] };
    const hides = await hidingBy(store, findMetric(madeOf.metric), parts, policy);
    return ({ period }) => madeOf.groups.some((group) => hides({ coords: [group], period }));
  }
  const own = await hidingBy(store, metric, asking, policy);
  if (groupsOf(metric, cuts).length === 0) return own;
  const others = alike.map(findMetric).filter((other) => isAskable(other, asking));
  const same = await Promise.all(others.map((other) => hidingBy(store, other, asking, policy)));
  const under = await hidesUnder(store, asking, policy);
  const telling = await meansThatTell(store, asking, policy);
  return (place) => own(place) || under(place) || telling(place) || same.some((hides) => hides(place));
}

/**
 * The mean of a theme or a whole survey tells, beside the other questions of a group, one that is hidden
 * for others' sake. One that too few answered is left out of the mean.
 */
async function meansThatTell(
  store: PlannedStore,
  asking: Asking,
  policy: Policy,
): Promise<(place: Place) => boolean> {
  const { metric, cuts, choices } = asking;
  const isOfOne = cuts.includes('question') || choices.question !== undefined;
  if (metric.disclosure.rule !== 'survey' || !metric.cuts.includes('question') || isOfOne) return () => false;
  const groups = groupsOf(metric, cuts);
  const inner: Asking = { ...asking, cuts: [...groups, 'question'].sort() };
  const { cells } = await keptCells(store, inner, policy.minimumBase);
  const hides = await hidingBy(store, metric, inner, policy);
  const nameIn = ({ cuts: own }: Asking, { coords, period }: Place) =>
    keyOf(period.from, ...coords.filter((_, index) => groups.includes(own[index] ?? '')));
  const telling = new Set(
    cells
      .filter((cell) => cell.quantity >= policy.minimumBase && hides(cell))
      .map((cell) => nameIn(inner, cell)),
  );
  return (place) => telling.has(nameIn(asking, place));
}

/** A group whose headcount is hidden at any time has no denominator that may be shown. */
async function hidesUnder(
  store: PlannedStore,
  asking: Asking,
  policy: Policy,
): Promise<(place: Place) => boolean> {
  const { over } = asking.metric.disclosure;
  if (over === undefined) return () => false;
  const metric = findMetric(over);
  const shared = asking.cuts.filter((cut) => metric.cuts.includes(cut));
  const span = await metric.span(store, {});
  if (shared.length === 0 || span === null) return () => false;
  const plan = await planFor(store, metric, { ...asking, choices: { measure: 'headcount' } }, policy);
  const hides = await plan.hides(shared, 'month');
  const months = periodsBetween(span.from, span.to, 'month');
  const known = new Map<string, boolean>();
  return ({ coords }) => {
    const own = coords.filter((_, index) => shared.includes(asking.cuts[index] ?? ''));
    const key = keyOf(...own);
    const found = known.get(key) ?? months.some(({ from }) => hides(own, from));
    known.set(key, found);
    return found;
  };
}

/** The shortest periods by which a figure is published as it is cut; null: by none; undefined: by any. */
export async function shortestOf(
  store: PlannedStore,
  asking: Asking,
  policy: Policy,
): Promise<Grain | null | undefined> {
  const plan = await planFor(store, asking.metric, asking, policy);
  return plan.shortest(asking.cuts);
}

/** Whether a metric is published cut as the figure is: what it does not publish gives nothing away. */
const isAskable = (metric: Metric, { cuts, grain }: Asking): boolean =>
  cuts.every((cut) => metric.cuts.includes(cut)) &&
  metric.card.grains.includes(grain) &&
  (groupsOf(metric, cuts).length < 2 || arePaired(metric, groupsOf(metric, cuts)));

async function hidingBy(
  store: PlannedStore,
  metric: Metric,
  asking: Asking,
  policy: Policy,
): Promise<(place: Place) => boolean> {
  const { cuts, grain, from, to } = asking;
  const plan = await planFor(store, metric, asking, policy);
  const spans = grain === 'all' && (from !== null || to !== null);
  const single = groupsOf(metric, cuts).length === 1;
  const apart = metric.disclosure.adds && (spans || (grain === 'municipal-year' && !single));
  if (!apart) {
    const hides = await plan.hides(cuts, grain);
    return ({ coords, period }) => hides(coords, period.from);
  }
  const data = await metric.span(store, asking.choices);
  const { grains } = metric.card;
  const plans = new Map<Grain, Hides>();
  for (const part of ['all', 'financial-year', 'quarter', 'month'] as const) {
    if (grains.includes(part)) plans.set(part, await plan.hides(cuts, part));
  }
  return ({ coords, period }) => {
    const parts = data && partsOf(period, data, grains);
    return parts === null || parts.some((part) => plans.get(part.grain)?.(coords, part.period.from) ?? true);
  };
}

function planFor(store: PlannedStore, metric: Metric, asking: Asking, policy: Policy): Promise<Plan> {
  // A metric about the same people has filters of its own.
  const choices = Object.fromEntries(
    Object.entries(asking.choices).filter(([dimension]) => metric.choices.includes(dimension)),
  );
  const settings = { minimumBase: policy.minimumBase, smallCount: policy.smallCount };
  return keep(store, ['plan', metric.card.id, Object.entries(choices).sort(), settings], async () => {
    const issued = await keep(store, ['issued'], () => readIssued(store));
    return planOf(store, { metric, choices, settings, issued }, solverOf(store));
  });
}
