// Turns a figure's points into rows that a chart can draw: one row a moment, one key a line.
// The rule: nothing is computed that is shown; a hidden value stays a gap and a break starts a new line.
import type { ChartLimits, Figure, FigurePoint } from '../../src-shared/schemas/figure.ts';
import { limitsAt } from './words.ts';

/** A moment on the time axis with the values drawn there. */
export interface PlotRow {
  readonly time: number;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Which of the plot's phases its limits are of; null where there are none. */
  readonly phase: number | null;
  readonly [line: `v${number}` | `e${number}`]: number | readonly [number, number] | null;
}

/** One unbroken line: one group, one segment. */
export interface PlotLine {
  readonly key: `v${number}`;
  readonly whiskers: `e${number}`;
  readonly group: string | null;
  /** Which group it is, so that all its segments look alike. */
  readonly groupIndex: number;
  readonly points: readonly FigurePoint[];
}

export interface Plot {
  readonly rows: readonly PlotRow[];
  readonly lines: readonly PlotLine[];
  /** Where a line is broken: a moment between the two segments. */
  readonly breaks: readonly number[];
  /** The limits drawn, in time order: one for each phase of the groups drawn. */
  readonly phases: readonly ChartLimits[];
  /** Where limits are set anew: a moment between two phases. */
  readonly rebases: readonly number[];
  /** Points whose value is hidden, to be marked where they would have stood; so many as there is room for. */
  readonly gaps: readonly FigurePoint[];
  readonly points: readonly FigurePoint[];
}

const dayTime = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The middle of a point's period, in milliseconds. */
export const pointTime = (point: Pick<FigurePoint, 'from' | 'to'>): number =>
  (dayTime(point.from) + dayTime(point.to)) / 2;

export const eventTime = dayTime;

/** Room of one mark as a share of the axis. */
const markShare = 0.028;

/** Most lines that one chart draws; the table below it holds every group. */
export const mostLines = 4;

/** The groups of a figure in the order of their first point. */
export const groupsOf = (figure: Figure): readonly (string | null)[] => [
  ...new Set(figure.points.map((point) => point.group)),
];

const byTime = (a: FigurePoint, b: FigurePoint): number => pointTime(a) - pointTime(b);

function linesOf(points: readonly FigurePoint[], groups: readonly (string | null)[]): PlotLine[] {
  const lines: PlotLine[] = [];
  for (const [groupIndex, group] of groups.entries()) {
    const own = points.filter((point) => point.group === group).sort(byTime);
    for (const segment of new Set(own.map((point) => point.segment))) {
      const index = lines.length;
      lines.push({
        key: `v${index}`,
        whiskers: `e${index}`,
        group,
        groupIndex,
        points: own.filter((point) => point.segment === segment),
      });
    }
  }
  return lines;
}

/** Between two segments: on the day that a person set, where it lies there, else half-way. */
function breaksOf(lines: readonly PlotLine[], { breaks }: Figure): number[] {
  const days = breaks.map(({ date }) => dayTime(date));
  const found = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const [last, first] = [before?.points.at(-1), line.points[0]];
    if (before && before.group === line.group && last && first) {
      const [from, to] = [pointTime(last), pointTime(first)];
      found.add(days.find((day) => day > from && day < to) ?? (from + to) / 2);
    }
  }
  return [...found];
}

/** The lines at a point: its own where they differ from point to point, and none where it is hidden. */
const linesAt = (point: FigurePoint, limits: ChartLimits | undefined) =>
  limits?.byPoint ? limits.byPoint.find(({ from }) => from === point.from) : limits;

const whiskers = (point: FigurePoint): readonly [number, number] | null =>
  point.value === null || !point.interval
    ? null
    : [point.value - point.interval.lower, point.interval.upper - point.value];

/** Of points close together only some, so that their marks do not cover each other. */
function spaced(hidden: readonly FigurePoint[], all: readonly FigurePoint[]): FigurePoint[] {
  const times = all.map(pointTime);
  const least = (Math.max(...times) - Math.min(...times)) * markShare;
  let last = Number.NEGATIVE_INFINITY;
  return hidden.filter((point) => {
    if (pointTime(point) - last < least) return false;
    last = pointTime(point);
    return true;
  });
}

/** The plot of some groups of a figure. A limit below nothing is drawn at nothing where no value is negative. */
export function plotOf(figure: Figure, groups: readonly (string | null)[]): Plot {
  const points = figure.points.filter((point) => groups.includes(point.group)).sort(byTime);
  const lines = linesOf(points, groups);
  const floor = points.some((point) => (point.value ?? 0) < 0) ? Number.NEGATIVE_INFINITY : 0;
  const phases = figure.limits.filter(({ group }) => groups.includes(group));
  const rows = new Map<number, Record<string, unknown>>();
  for (const line of lines) {
    for (const point of line.points) {
      const time = pointTime(point);
      const phase = limitsAt(figure, point);
      const limit = linesAt(point, phase);
      const row = rows.get(time) ?? { time, mean: null, lower: null, upper: null, phase: null };
      row.phase = phase ? phases.indexOf(phase) : row.phase;
      row.mean = limit?.mean ?? row.mean;
      row.lower = limit?.lower == null ? row.lower : Math.max(floor, limit.lower);
      row.upper = limit?.upper ?? row.upper;
      row[line.key] = point.value;
      row[line.whiskers] = whiskers(point);
      rows.set(time, row);
    }
  }
  const breaks = breaksOf(lines, figure);
  const sorted = [...rows.values()] as unknown as PlotRow[];
  sorted.sort((a, b) => a.time - b.time);
  return {
    rows: withGaps(sorted, breaks),
    lines,
    breaks,
    phases,
    rebases: rebasesOf(phases, points),
    gaps: spaced(
      points.filter(({ suppressed }) => suppressed === 'c' || suppressed === 'low'),
      points,
    ),
    points,
  };
}

/** Half-way between the last point of a phase and the first of the next in the same line. */
function rebasesOf(phases: readonly ChartLimits[], points: readonly FigurePoint[]): number[] {
  return phases.flatMap((later) => {
    const first = points.find(({ from, group }) => group === later.group && from >= later.from);
    const last = points.findLast(({ from, group }) => group === later.group && from < later.from);
    return later.phase > 0 && first && last ? [(pointTime(first) + pointTime(last)) / 2] : [];
  });
}

/** Adds an empty row at each break, so that the limit lines break there too. */
function withGaps(rows: readonly PlotRow[], breaks: readonly number[]): PlotRow[] {
  const empty = breaks.map((time): PlotRow => ({ time, mean: null, lower: null, upper: null, phase: null }));
  return [...rows, ...empty].sort((a, b) => a.time - b.time);
}

/** Whether the value axis begins at nothing: where no value is negative and the values reach far down to it. */
export function fromNothing(figure: Figure): boolean {
  const values = [
    ...figure.points.flatMap((point) => [point.value, point.interval?.lower, point.interval?.upper]),
    ...figure.limits.flatMap((limit) => [
      limit.upper,
      limit.lower === null ? null : Math.max(0, limit.lower),
      limit.target,
      ...(limit.byPoint ?? []).flatMap(({ lower, upper }) => [lower, upper]),
    ]),
  ].filter((value) => value != null);
  if (values.length === 0) return true;
  const least = Math.min(...values);
  return least >= 0 && least <= Math.max(...values) / 2;
}

/**
 * The day on which the baseline of a control chart ends: the adoption, where the figure says that its limits
 * come from the points before it and one of the points drawn lies there; else null.
 */
export function baselineOf(figure: Figure, adopted: string | null): string | null {
  const frozen = figure.warnings.some(({ code }) => code === 'baseline-frozen');
  return frozen && adopted !== null && figure.points.some(({ to }) => to < adopted) ? adopted : null;
}

/** Where the shading of a baseline ends on an axis from `from` to `to` (ms); null when it does not reach it. */
export function baselineEnd(day: string | null, from: number, to: number): number | null {
  return day === null || dayTime(day) <= from ? null : Math.min(dayTime(day), to);
}

/** About `most` of the points' moments, evenly taken, the first always among them. */
export function ticksOf(
  plot: { readonly points: readonly Pick<FigurePoint, 'from' | 'to'>[] },
  most: number,
): number[] {
  const times = [...new Set(plot.points.map(pointTime))];
  const every = Math.max(1, Math.ceil(times.length / Math.max(1, most)));
  return times.filter((_, index) => index % every === 0);
}
