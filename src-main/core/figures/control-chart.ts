// Owns the control chart of a figure: XmR limits and signals for each group and segment.
// The rule: it sees only what may be shown, so that no limit can tell a hidden value; and it sees every
// period up to the last one asked for, so that two people who look at different spans get the same limits.
import { specialCause } from '#core/stats/special-cause.ts';
import { xmr } from '#core/stats/xmr.ts';
import { formatDate } from '#shared/calendar.ts';
import type { ChartLimits } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { Asking } from './ask.ts';
import { type SegmentedCell, seriesOf } from './series.ts';

/** Making Data Count judges from 13 points; a frozen baseline has 12 or more. */
const WANTED = 13;
const BASELINE = 12;
const MOST_GROUPS = 6;
const AUTOCORRELATION = 0.3;
const unit: Partial<Record<string, string>> = {
  month: 'months',
  quarter: 'quarters',
  'financial-year': 'years',
  'municipal-year': 'years',
};

export interface ControlChart {
  readonly limits: ChartLimits[];
  readonly notes: Note[];
}

/** Limits for the cells of a figure, signals only where they lie on or after `from`. */
export function controlChart(
  cells: readonly SegmentedCell[],
  asking: Asking,
  { adoptionDate }: WorkspaceSettings,
  groupOf: (cell: SegmentedCell) => string | null,
): ControlChart {
  const { metric, grain, split } = asking;
  const words = unit[grain];
  const all = seriesOf(cells);
  if (metric.card.chart !== 'xmr' || words === undefined || split.length > 1 || all.length === 0) {
    return { limits: [], notes: [] };
  }
  if (all.length > MOST_GROUPS) {
    const text = `Control limits are drawn for up to ${MOST_GROUPS} groups; there are ${all.length}. Filter by one to see its limits.`;
    return { limits: [], notes: [{ code: 'too-many-groups', text }] };
  }
  const parts = all.flatMap((series) => {
    const segments = [...new Set(series.map((cell) => cell.segment))];
    return segments.map((number) => series.filter((cell) => cell.segment === number));
  });
  const limits = parts.map((part) =>
    readSegment(part, asking, adoptionDate, part[0] ? groupOf(part[0]) : null),
  );
  return { limits, notes: notesOf(limits, words, adoptionDate, parts) };
}

function readSegment(
  cells: readonly SegmentedCell[],
  { metric, from }: Asking,
  adoptionDate: string | null,
  group: string | null,
): ChartLimits {
  const values = cells.map((cell) => cell.value);
  const before = baselineOf(cells, adoptionDate);
  const chart = xmr(values, { fixAfterNPoints: before });
  const [phase] = chart.phases;
  const count = values.filter((value) => value !== null).length;
  const judged = count >= WANTED && phase?.limits ? phase.limits : null;
  const reading = judged && specialCause(chart, { improvementDirection: metric.card.direction });
  const signals = (reading?.points ?? []).flatMap(({ causes, type }, index) => {
    const cell = cells[index];
    if (cell === undefined || causes.length === 0 || type === null) return [];
    if (from !== null && cell.period.to < from) return [];
    return [{ from: cell.period.from, rules: [...causes], type }];
  });
  return {
    group,
    segment: cells[0]?.segment ?? 0,
    mean: judged?.mean ?? null,
    lower: drawn(judged?.lower),
    upper: drawn(judged?.upper),
    sigmaLower: drawn(judged?.lowerTwoSigma),
    sigmaUpper: drawn(judged?.upperTwoSigma),
    points: count,
    trial: count < WANTED,
    autocorrelation: judged ? (phase?.lag1Autocorrelation ?? null) : null,
    variation: reading?.variation ?? 'too_little_data',
    signals,
  };
}

/** A limit as it is drawn: no figure here can be below nothing. The rules were kept on the limit itself. */
const drawn = (limit: number | undefined): number | null => (limit === undefined ? null : Math.max(0, limit));

/** How many recorded points lie wholly before adoption: they alone make the limits, where there are enough. */
export function baselineOf(cells: readonly SegmentedCell[], adoptionDate: string | null): number | null {
  if (adoptionDate === null) return null;
  const before = cells.filter(({ period, value }) => value !== null && period.to < adoptionDate).length;
  return before >= BASELINE ? before : null;
}

function notesOf(
  limits: readonly ChartLimits[],
  words: string,
  adoptionDate: string | null,
  all: readonly (readonly SegmentedCell[])[],
): Note[] {
  const notes: Note[] = [];
  const short = limits.filter((entry) => entry.mean === null);
  const fewest = Math.min(...short.map((entry) => entry.points));
  const most = Math.max(...short.map((entry) => entry.points));
  if (short.length > 0) {
    const found = fewest === most ? `${most}` : `${fewest} to ${most}`;
    notes.push({
      code: 'short-series',
      text: `Too little data to judge: ${found} ${words}${limits.length > 1 ? ' in a line' : ''}, at least ${WANTED} wanted.`,
    });
  }
  if (limits.some((entry) => (entry.autocorrelation ?? 0) > AUTOCORRELATION)) {
    notes.push({
      code: 'autocorrelation',
      text: 'Neighbouring points are alike (autocorrelation above 0.3), so signals come more often by chance.',
    });
  }
  const frozen = all.some((part) => baselineOf(part, adoptionDate) !== null);
  if (adoptionDate !== null && frozen) {
    notes.push({
      code: 'baseline-frozen',
      text: `Limits come from the points before the Protocol was adopted on ${formatDate(adoptionDate)}, and are carried on after it.`,
    });
  }
  return notes;
}
