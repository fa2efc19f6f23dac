// Owns the control chart of a figure: which chart it is, and the limits and signals of each group and phase.
// The rule: it sees only what may be shown, so that no limit can tell a hidden value; and it sees every
// period up to the last one asked for, so that two people who look at different spans get the same limits.
import { AppError } from '#shared/errors.ts';
import type { ChartChoice, Rebase } from '#shared/schemas/chart.ts';
import type { AdoptionRun, ChartLimits } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { Asking } from './ask.ts';
import { chartsOf, kindOf, RUN_FROM, usualChart } from './chart-kinds.ts';
import { type Judge, judgePhase } from './chart-limits.ts';
import { shiftMethod } from './chart-method.ts';
import { chartNotes } from './chart-notes.ts';
import { phasesOf, segmentsOf } from './chart-phases.ts';
import type { ChartChoices } from './chart-settings.ts';
import { adoptionRunOf } from './chart-shift.ts';
import { type SegmentedCell, seriesOf } from './series.ts';

const MOST_GROUPS = 6;

export interface ControlChart {
  readonly limits: ChartLimits[];
  readonly sinceAdoption: AdoptionRun[];
  /** The rebases that the limits follow. */
  readonly rebases: Rebase[];
  /** How it was judged, in words; empty where it was not. */
  readonly method: string;
  readonly notes: Note[];
}

/** What a chart goes by besides the cells and the question. */
export interface ChartContext {
  readonly wanted: ChartChoice | null;
  readonly choices: ChartChoices;
  readonly adoptionDate: string | null;
  groupOf(cell: SegmentedCell): string | null;
}

const none: ControlChart = { limits: [], sinceAdoption: [], rebases: [], method: '', notes: [] };

/**
 * Limits for the cells of a figure, signals only where they lie on or after `from`.
 * @throws AppError chart-unfit
 */
export function controlChart(
  cells: readonly SegmentedCell[],
  asking: Asking,
  context: ChartContext,
): ControlChart {
  const { metric, grain, split, from } = asking;
  const choice = choose(asking, context.wanted);
  const series = seriesOf(cells);
  if (choice === null || split.length > 1 || grain === 'all' || series.length === 0) return none;
  if (series.length > MOST_GROUPS) {
    const text = `Control limits are drawn for up to ${MOST_GROUPS} groups; there are ${series.length}. Filter by one to see its limits.`;
    return { ...none, notes: [{ code: 'too-many-groups', text }] };
  }
  const { adoptionDate, choices, groupOf } = context;
  const judge: Judge = { metric, kind: kindOf(choice, metric), choices, from, groupOf };
  const segments = segmentsOf(cells).filter((segment) => bears(segment, judge, context.wanted));
  const dates = choices.rebases.map(({ date }) => date);
  const judged = segments.flatMap((segment) =>
    phasesOf(segment, dates, adoptionDate).map((phase) => judgePhase(phase, judge)),
  );
  if (judged.length === 0) return none;
  const limits = judged.map((one) => one.limits);
  const sinceAdoption = headlines(segments, judge, adoptionDate);
  const notes = chartNotes(judged, cells, {
    metric,
    grain,
    split,
    kind: judge.kind,
    adoptionDate,
    rebases: choices.rebases,
  });
  const methods = limits.flatMap(({ mean, method }) => (mean === null ? [] : method));
  const told = sinceAdoption.some(({ verdict }) => verdict !== 'too_little_data');
  return {
    limits,
    sinceAdoption,
    rebases: choices.rebases.filter(({ date }) =>
      limits.some(({ phase, from: first }) => phase > 0 && first >= date),
    ),
    method: [...new Set(methods), ...(told ? [shiftMethod(choices.judging.runLength)] : [])].join(' '),
    notes,
  };
}

function choose({ metric, grain, split }: Asking, wanted: ChartChoice | null): ChartChoice | null {
  if (wanted === null) return usualChart(metric, grain, split);
  const charts = chartsOf(metric);
  if (!charts.includes(wanted))
    throw new AppError('chart-unfit', {
      metric: metric.card.id,
      chart: wanted,
      charts: charts.length === 0 ? 'none' : charts.join(', '),
    });
  return wanted;
}

/** A run chart that nobody asked for is made only of a line long enough for one. */
function bears(segment: readonly SegmentedCell[], { kind }: Judge, wanted: ChartChoice | null): boolean {
  if (kind !== 'run' || wanted !== null) return true;
  return segment.filter(({ value }) => value !== null).length >= RUN_FROM;
}

/** Since adoption, of the charts over whole periods: times between events and run charts have their own rules. */
function headlines(
  segments: readonly (readonly SegmentedCell[])[],
  { kind, metric, choices, groupOf }: Judge,
  adoptionDate: string | null,
): AdoptionRun[] {
  if (adoptionDate === null || kind === 'run' || kind === 'g' || kind === 't') return [];
  return segments.flatMap((segment) => {
    const group = segment[0] ? groupOf(segment[0]) : null;
    return adoptionRunOf(segment, group, metric, choices, adoptionDate) ?? [];
  });
}
