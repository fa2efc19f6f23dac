// Control charts of counts, shares, rates and times between rare events, whose limits vary with the base.
// Rule: the choice of chart is the caller's; nothing here changes from one chart to another by itself.
import { meanOf, medianOf } from './moments.ts';
import { firstRecorded, movingRange, recorded } from './moving-range.ts';
import { type RunsReading, readRuns } from './run-chart.ts';
import { requirePositive } from './whole-count.ts';

/**
 * p share of a base; u rate over an exposure; c count; pPrime and uPrime the same with Laney's correction for
 * large bases; g opportunities or days between events (0 allowed); t time between events (above 0).
 * On g and t a long gap is good: their improvement direction is "increase" for unwanted events.
 */
export type AttributeChartKind = 'p' | 'pPrime' | 'u' | 'uPrime' | 'c' | 'g' | 't';

export interface AttributeChartOptions {
  /** Only the first k recorded points make the centre and sigma z; null or absent = all of them. */
  readonly fixAfterNPoints?: number | null | undefined;
  /** Leave outlying moving ranges out of sigma z and of t, once (default true). */
  readonly screenOutliers?: boolean | undefined;
  /** Scales values and lines at the end: 100 gives percentages, or a rate per 100. */
  readonly multiplier?: number | undefined;
}

/** The lines at one point, in the unit drawn: clipped at 0, a share also at 1 (x multiplier). */
export interface PointLimits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly lowerTwoSigma: number;
  readonly upperTwoSigma: number;
}

export interface AttributeChart {
  /** Null at a gap, or where the base is 0. */
  readonly values: readonly (number | null)[];
  /** The centre line (the median on g); null with no recorded baseline point. */
  readonly centre: number | null;
  /** Null at a gap, and throughout when the baseline cannot give a spread. */
  readonly limits: readonly (PointLimits | null)[];
  /**
   * Spread between points over the spread that counts alone would have. Clearly above 1 (say 1.2): use the prime
   * chart. Below 1 the prime chart narrows the limits: say so. Null on g and t, or where it is not defined.
   */
  readonly sigmaZ: number | null;
  readonly runs: RunsReading;
}

/** What each chart comes down to: values and their sigma on a scale where the limits are symmetric. */
interface Scale {
  readonly values: readonly (number | null)[];
  readonly centre: number;
  readonly sigmas: readonly (number | null)[];
  readonly drawnCentre: number;
  readonly ceiling: number;
  readonly power: number;
}

/** Nelson 1994: time between events to this power is close to normal. */
const T_POWER = 3.6;
/** Mean moving range over standard deviation, for ranges of two. */
const D2 = 1.128;

/**
 * The chart of `counts` in time order (null is a gap). `bases` are the denominators of p and u, not used by the
 * others; on g and t the counts are the gaps between events.
 * Source: Montgomery, Introduction to SQC, chapter 7; Laney 2002; as R qicharts2 0.8.1.
 * Throws RangeError for a negative count or base, a share above 1, a time of 0 on t, or missing bases.
 */
export function attributeChart(
  kind: AttributeChartKind,
  counts: readonly (number | null)[],
  bases: readonly (number | null)[] | null,
  options: AttributeChartOptions = {},
): AttributeChart {
  const { fixAfterNPoints = null, screenOutliers = true, multiplier = 1 } = options;
  requirePositive('The multiplier', multiplier);
  const scale = scaleOf(kind, counts, bases, fixAfterNPoints, screenOutliers);
  const prime = kind === 'pPrime' || kind === 'uPrime';
  const sigmaZ = kind === 'g' || kind === 't' ? null : laneySigma(scale, fixAfterNPoints, screenOutliers);
  const drawn = (x: number) => Math.min(scale.ceiling, Math.max(0, x)) ** scale.power * multiplier;
  const limits = scale.sigmas.map((sigma) => {
    // No spread between identical points: a sigma of 0 stays 0 whatever it is multiplied with.
    const wide = sigma === null || (prime && sigma > 0 && sigmaZ === null) ? null : sigma;
    if (wide === null || Number.isNaN(scale.centre)) return null;
    const step = prime && wide > 0 ? wide * (sigmaZ ?? 0) : wide;
    const at = (sigmasAway: number) => drawn(scale.centre + sigmasAway * step);
    return {
      mean: scale.drawnCentre * multiplier,
      lower: at(-3),
      upper: at(3),
      lowerTwoSigma: at(-2),
      upperTwoSigma: at(2),
    };
  });
  const centre = Number.isNaN(scale.drawnCentre) ? null : scale.drawnCentre * multiplier;
  const values = scale.values.map((value) => (value === null ? null : value * multiplier));
  const distances = values.map((value) => (value === null || centre === null ? null : value - centre));
  return { values, centre, limits, sigmaZ, runs: readRuns(distances) };
}

function scaleOf(
  kind: AttributeChartKind,
  counts: readonly (number | null)[],
  bases: readonly (number | null)[] | null,
  k: number | null,
  screen: boolean,
): Scale {
  for (const count of recorded(counts)) {
    if (!(count >= 0 && Number.isFinite(count)) || (kind === 't' && count === 0))
      throw new RangeError(`A ${kind} chart has no point of ${count}.`);
  }
  if (kind === 'g') return betweenScale(counts, k);
  if (kind === 't') return timeScale(counts, k, screen);
  return ratioScale(kind, counts, kind === 'c' ? counts.map((y) => (y === null ? null : 1)) : bases, k);
}

/** p, u and c: the centre is the sum of the counts over the sum of the bases. */
function ratioScale(
  kind: AttributeChartKind,
  counts: readonly (number | null)[],
  bases: readonly (number | null)[] | null,
  k: number | null,
): Scale {
  if (bases?.length !== counts.length) throw new RangeError(`A ${kind} chart has a base for every count.`);
  const share = kind === 'p' || kind === 'pPrime';
  const points = counts.map((y, index) => {
    const n = bases[index] ?? null;
    if (n !== null && !(n >= 0 && Number.isFinite(n))) throw new RangeError(`A base is not ${n}.`);
    if (y === null || n === null || n === 0) return null;
    if (share && y > n) throw new RangeError(`${y} of ${n} is no share.`);
    return { y, n };
  });
  const values = points.map((point) => (point === null ? null : point.y / point.n));
  const baseline = points.slice(0, firstRecorded(values, k).length).filter((point) => point !== null);
  const centre = baseline.reduce((sum, { y }) => sum + y, 0) / baseline.reduce((sum, { n }) => sum + n, 0);
  const variance = share ? centre * (1 - centre) : centre;
  return {
    values,
    centre,
    sigmas: points.map((point) => (point === null ? null : Math.sqrt(variance / point.n))),
    drawnCentre: centre,
    ceiling: share ? 1 : Number.POSITIVE_INFINITY,
    power: 1,
  };
}

/** g: geometric gaps, limits from the mean, the median drawn. */
function betweenScale(gaps: readonly (number | null)[], k: number | null): Scale {
  const baseline = recorded(firstRecorded(gaps, k));
  const centre = meanOf(baseline);
  const sigma = Math.sqrt(centre * (centre + 1));
  return {
    values: gaps,
    centre,
    sigmas: gaps.map((gap) => (gap === null ? null : sigma)),
    drawnCentre: medianOf(baseline),
    ceiling: Number.POSITIVE_INFINITY,
    power: 1,
  };
}

/** t: an individuals chart of the times to the power 1 / 3.6. */
function timeScale(times: readonly (number | null)[], k: number | null, screen: boolean): Scale {
  const baseline = firstRecorded(times, k).map((time) => (time === null ? null : time ** (1 / T_POWER)));
  const centre = meanOf(recorded(baseline));
  const range = movingRange(baseline, screen).mean;
  return {
    values: times,
    centre,
    sigmas: times.map((time) => (time === null || range === null ? null : range / D2)),
    drawnCentre: centre ** T_POWER,
    ceiling: Number.POSITIVE_INFINITY,
    power: T_POWER,
  };
}

/** Mean moving range of the baseline's z values over 1.128; null where no two points have one. */
function laneySigma({ values, centre, sigmas }: Scale, k: number | null, screen: boolean): number | null {
  const z = firstRecorded(values, k).map((value, index) => {
    const sigma = sigmas[index] ?? 0;
    return value === null || sigma === 0 ? null : (value - centre) / sigma;
  });
  const { mean } = movingRange(z, screen);
  return mean === null ? null : mean / D2;
}
