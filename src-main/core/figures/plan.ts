// Owns which groups may be shown: decided once for the whole of a population, before any question is asked.
// The rule: every question is answered from the same plan, so that no sequence of questions, filters and
// spans of dates tells more than the plan does. Longer periods are decided before shorter ones and single
// cuts before pairs; what is hidden above is hidden below.
import type { Protect } from '#core/disclosure/protect.ts';
import type { Metric } from '#core/metrics/metric.ts';
import type { Grain } from '#shared/schemas/figure.ts';
import type { PlannedStore } from './kept.ts';
import { decidePair, decideYears } from './plan-pair.ts';
import { decideSeries, isPublished, type Series, seriesOf } from './plan-series.ts';
import { decideSingle } from './plan-single.ts';
import { type Hides, hidesOf, nothing, type Plan, type Planning } from './planning.ts';
import { type Population, plannedCells, thresholdOf } from './population.ts';

const everything: Hides = () => true;

/** Counts are shown whole however small; a percentage or mean of few answers is not. */
export const showsWhole = ({ disclosure, shape }: Metric): boolean =>
  disclosure.rule === 'people' || shape === 'count';

/** Whether two cuts are published together. */
export const arePaired = ({ twoWay }: Metric, cuts: readonly string[]): boolean =>
  Object.values(twoWay).some((pair) => cuts.every((cut) => pair.includes(cut)));

/** The cuts that divide people: of cases every one, of a survey all but its questions and instruments. */
export const groupsOf = ({ disclosure }: Metric, cuts: readonly string[]): string[] =>
  cuts.filter((cut) => disclosure.rule === 'people' || disclosure.partitions.includes(cut));

/** The plan of a population. Each part is worked out when it is first asked for, and kept. */
export function planOf(store: PlannedStore, population: Population, protect: Protect): Plan {
  const memory = new Map<string, Promise<unknown>>();
  const once = <T>(key: readonly unknown[], work: () => Promise<T>): Promise<T> => {
    const name = JSON.stringify(key);
    const known = (memory.get(name) as Promise<T> | undefined) ?? work();
    memory.set(name, known);
    return known;
  };
  const planning: Planning = {
    metric: population.metric,
    threshold: thresholdOf(population),
    cells: (cuts, grain) => once(['cells', grain, cuts], () => plannedCells(store, population, cuts, grain)),
    hides: (cuts, grain) => once(['hides', grain, cuts], () => decide(planning, cuts, grain)),
    years: (cuts) =>
      once(['years', cuts], () => decideYears(planning, cuts, groupsOf(population.metric, cuts))),
    series: (series) => once(['series', series], () => decideSeries(planning, series)),
    solve: (system) => system.solve(thresholdOf(population), protect),
  };
  return {
    hides: planning.hides,
    shortest: async (cuts) => {
      const series = publishedSeries(population.metric, cuts);
      return series && (await planning.series(series)).shortest;
    },
  };
}

/** One cut that divides people in periods that add up. */
function publishedSeries(metric: Metric, cuts: readonly string[]): Series | undefined {
  const [cut, ...more] = groupsOf(metric, cuts);
  if (cut === undefined || more.length > 0 || !metric.disclosure.adds) return undefined;
  if (metric.disclosure.rule === 'public') return undefined;
  return seriesOf(
    metric,
    cut,
    cuts.filter((one) => one !== cut),
  );
}

async function decide(planning: Planning, cuts: readonly string[], grain: Grain): Promise<Hides> {
  const { metric } = planning;
  if (metric.disclosure.rule === 'public') return nothing;
  const groups = groupsOf(metric, cuts);
  if (groups.length === 0 && showsWhole(metric)) return nothing;
  const series = publishedSeries(metric, cuts);
  if (series !== undefined) {
    const { shortest, hidden } = await planning.series(series);
    return isPublished(grain, shortest) ? hidesOf(hidden, grain) : everything;
  }
  if (groups.length <= 1) return hidesOf(await decideSingle(planning, cuts, groups, grain), grain);
  if (groups.length > 2 || !arePaired(metric, groups)) return everything;
  if (!metric.disclosure.adds) return hidesOf(await decidePair(planning, cuts, groups, grain), grain);
  if (grain !== 'financial-year' && grain !== 'all') return everything;
  return hidesOf(await planning.years(cuts), grain);
}
