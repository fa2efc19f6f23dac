// Owns which control charts a metric can be asked as, and which one it has when nobody chooses.
// The rule: the metric's shape decides: a chart of shares needs a numerator and a base, one of times the times.
import type { Metric } from '#core/metrics/metric.ts';
import type { ChartChoice, ChartKind } from '#shared/schemas/chart.ts';
import type { Grain } from '#shared/schemas/figure.ts';

/** A run chart says something from so many points on; the others are judged from 13. */
export const RUN_FROM = 8;

const titles: Readonly<Record<ChartChoice, readonly [title: string, suits: string]>> = {
  xmr: ['XmR chart', 'Any measure by month or quarter; limits from how much neighbouring points differ'],
  p: ['p chart', 'A share of a base that differs from period to period'],
  u: ['u chart', 'A rate where the number of people differs from period to period'],
  c: ['c chart', 'Counts of separate events, of about two or more a period'],
  laney: ['Laney’s p′ or u′ chart', 'A share or rate that varies more than counting alone would'],
  g: ['g chart', 'Days between rare events, more than one a day allowed for'],
  t: ['t chart', 'Days between rare events'],
  run: ['Run chart', 'A short series, such as 8 to 12 survey waves: runs about the median, no limits'],
};

/** Values over the last 12 months share eleven with the one before: no chart can judge them. */
const rolls = ({ card }: Metric): boolean => /-12-month$/.test(card.id);

/** A stock is counted on a day; a chart of counts is for what happens in a period. */
const isStock = ({ disclosure }: Metric): boolean => !disclosure.adds;

/** The charts of a metric, whatever its periods are. */
export function chartsOf(metric: Metric): ChartChoice[] {
  const { card, shape } = metric;
  if (rolls(metric)) return [];
  if (card.chart === 't') return ['t', 'g', 'xmr', 'run'];
  const periods = card.grains.some((grain) => grain !== 'wave' && grain !== 'all');
  const usual: ChartChoice[] = periods ? ['xmr', 'run'] : card.grains.includes('wave') ? ['run'] : [];
  if (usual.length === 0) return [];
  if (shape === 'rate') return [...usual, 'u', 'laney'];
  if (shape === 'share' || shape === 'proportion') return [...usual, 'p', 'laney'];
  return shape === 'count' && !isStock(metric) ? [...usual, 'c'] : usual;
}

export const chartTitles = (metric: Metric): { id: ChartChoice; title: string; suits: string }[] =>
  chartsOf(metric).map((id) => ({ id, title: titles[id][0], suits: titles[id][1] }));

/** The chart of a metric that nobody chose one for; null where it is followed without one. */
export function usualChart(metric: Metric, grain: Grain, split: readonly string[]): ChartChoice | null {
  if (rolls(metric)) return null;
  if (metric.card.chart === 't') return 't';
  if (grain === 'wave') return split.length === 0 ? 'run' : null;
  return metric.card.chart === 'xmr' && grain !== 'all' ? 'xmr' : null;
}

/** What is drawn for a choice. */
export function kindOf(choice: ChartChoice, { shape }: Metric): ChartKind {
  if (choice !== 'laney') return choice;
  return shape === 'rate' ? 'u-prime' : 'p-prime';
}
