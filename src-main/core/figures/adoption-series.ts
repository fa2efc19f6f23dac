// Owns how the shown points of a figure become a series before and after adoption: which stand in the model,
// which are a transition, which are left out, which are gaps.
// The rule: it sees shown values only; a hidden value is a gap, and a line is never carried over a break.
import type { AdoptionPoint, AdoptionRefusal } from '#shared/schemas/adoption.ts';
import type { Figure, FigurePoint } from '#shared/schemas/figure.ts';

/** More than this share of hidden periods leaves a picked series: small counts are the ones hidden. */
const MOST_HIDDEN = 0.25;

export type Phase = AdoptionPoint['phase'];

export interface PlacedPoint {
  /** Whole periods since the first point of the figure. */
  readonly time: number;
  readonly point: FigurePoint;
  readonly phase: Phase;
}

export interface RecordedPoint extends PlacedPoint {
  readonly value: number;
}

export interface AdoptionSeries {
  readonly points: readonly PlacedPoint[];
  /** Those that the model rests on, in order. */
  readonly recorded: readonly RecordedPoint[];
  readonly before: number;
  readonly after: number;
  /** Periods between the first and last recorded point without a value, and how many of them are hidden. */
  readonly gaps: number;
  readonly transition: number;
  readonly leftOut: number;
  /** What the points alone forbid; null when they forbid nothing. */
  readonly refused: AdoptionRefusal | null;
}

/**
 * Places every point. A period that holds the adoption date inside it mixes both sides and counts as
 * transition, as do the `transition` whole periods after it.
 */
export function placeSeries(figure: Figure, adoptionDate: string, transition: number): AdoptionSeries {
  const { points } = figure;
  const firstAfter = points.findIndex(({ from }) => from >= adoptionDate);
  const lastBefore = points.findLastIndex(({ to }) => to < adoptionDate);
  const part = partPeriods(figure);
  const segment = points[lastBefore]?.segment;
  const phaseOf = (point: FigurePoint, time: number): Phase => {
    if (point.segment !== segment || part(point)) return 'left-out';
    if (point.to < adoptionDate) return 'before';
    return firstAfter === -1 || time < firstAfter + transition ? 'transition' : 'after';
  };
  const placed = points.map((point, time) => ({ time, point, phase: phaseOf(point, time) }));
  const modelled = placed.filter(({ phase }) => phase === 'before' || phase === 'after');
  const recorded = modelled.flatMap((entry) =>
    entry.point.value === null || entry.point.suppressed !== null
      ? []
      : [{ ...entry, value: entry.point.value }],
  );
  const [first, last] = [recorded[0]?.time ?? 0, recorded.at(-1)?.time ?? 0];
  const count = (phase: Phase) => recorded.filter((entry) => entry.phase === phase).length;
  const hidden = modelled.filter(({ point }) => point.suppressed === 'c').length;
  const series = {
    points: placed,
    recorded,
    before: count('before'),
    after: count('after'),
    gaps: modelled.filter(({ time }) => time > first && time < last).length + 2 - recorded.length,
    transition: placed.filter(({ phase }) => phase === 'transition').length,
    leftOut: placed.filter(({ phase }) => phase === 'left-out').length,
  };
  const broken = firstAfter !== -1 && lastBefore !== -1 && points[firstAfter]?.segment !== segment;
  const refused = refusalOf(points.length, broken, hidden / Math.max(1, modelled.length));
  return { ...series, gaps: Math.max(0, series.gaps), refused };
}

function refusalOf(points: number, broken: boolean, hidden: number): AdoptionRefusal | null {
  if (points === 0) return 'no-data';
  if (broken) return 'series-break';
  return hidden > MOST_HIDDEN ? 'too-much-hidden' : null;
}

/** The periods that the figure says may not be complete: half a quarter is no point of a series. */
function partPeriods({ warnings }: Figure): (point: FigurePoint) => boolean {
  const texts = warnings.filter(({ code }) => code === 'part-period').map(({ text }) => text);
  return ({ period }) => texts.some((text) => text.startsWith(`${period} `));
}
