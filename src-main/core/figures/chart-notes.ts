// Owns what a reader must know of a chart: too few points, memory, a frozen baseline, a chart that suits better.
// The rule: notes tell of the line as it is shown and name no value of it.
import type { Metric } from '#core/metrics/metric.ts';
import { formatDate } from '#shared/calendar.ts';
import type { ChartChoice, ChartKind, Rebase } from '#shared/schemas/chart.ts';
import type { Grain } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import { chartsOf } from './chart-kinds.ts';
import { type Judged, pointsWanted } from './chart-limits.ts';
import type { SegmentedCell } from './series.ts';

const AUTOCORRELATION = 0.3;
/** Spread between points over that of counting alone: from here on Laney's chart suits better. */
const OVERDISPERSED = 1.2;
/** A base that varies by more makes limits of one width misleading; fewer events a period make counts so. */
const BASE_VARIES = 0.25;
const FEW_EVENTS = 2;

const words: Partial<Record<Grain, string>> = {
  month: 'months',
  quarter: 'quarters',
  'financial-year': 'years',
  'municipal-year': 'years',
};

export interface Charted {
  readonly metric: Metric;
  readonly grain: Grain;
  readonly kind: ChartKind;
  readonly split: readonly string[];
  readonly adoptionDate: string | null;
  readonly rebases: readonly Rebase[];
}

export function chartNotes(
  judged: readonly Judged[],
  cells: readonly SegmentedCell[],
  charted: Charted,
): Note[] {
  const told = (code: string, when: boolean, text: string): Note[] => (when ? [{ code, text }] : []);
  const { adoptionDate, kind } = charted;
  const spread = judged.flatMap(({ sigmaZ }) => sigmaZ ?? []);
  const adopted = adoptionDate === null ? '' : formatDate(adoptionDate);
  const prime = kind === 'p-prime' || kind === 'u-prime';
  return [
    ...shortSeries(judged, charted),
    ...told(
      'autocorrelation',
      judged.some(({ limits }) => (limits.autocorrelation ?? 0) > AUTOCORRELATION),
      'Neighbouring points are alike (autocorrelation above 0.3), so signals come more often by chance.',
    ),
    ...told(
      'baseline-frozen',
      judged.some(({ frozen }) => frozen),
      kind === 'run'
        ? `The median is that of the points before the Protocol was adopted on ${adopted}, and is carried on after it.`
        : `Limits come from the points before the Protocol was adopted on ${adopted}, and are carried on after it.`,
    ),
    ...rebased(judged, charted),
    ...told(
      'overdispersed',
      (kind === 'p' || kind === 'u') && spread.some((sigmaZ) => sigmaZ > OVERDISPERSED),
      'The points vary more than counting alone would make them, so too many lie outside these limits: Laney’s chart (laney) allows for it.',
    ),
    ...told(
      'underdispersed',
      prime && spread.some((sigmaZ) => sigmaZ < 1),
      'The points vary less than counting alone would make them: Laney’s correction draws these limits in, not out.',
    ),
    ...told(
      'chart-bases',
      needsBases.includes(kind) &&
        cells.some(
          ({ value, numerator, denominator }) => value !== null && (numerator ?? denominator) === null,
        ),
      'This chart needs a numerator and a base at each point, and a mean of several questions has none: filter by one question.',
    ),
    ...suits(cells, charted),
  ];
}

const needsBases: readonly ChartKind[] = ['p', 'p-prime', 'u', 'u-prime'];

function shortSeries(judged: readonly Judged[], { kind, grain, metric }: Charted): Note[] {
  const short = judged.filter(({ limits }) => limits.trial || limits.mean === null);
  if (short.length === 0) return [];
  const counts = short.map(({ limits }) => limits.points);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  const found = fewest === most ? `${most}` : `${fewest} to ${most}`;
  const unit = words[grain] ?? (metric.card.chart === 't' ? 'gaps between cases' : 'waves');
  const where = judged.length > 1 ? ' in a line' : '';
  return [
    {
      code: 'short-series',
      text: `Too little data to judge: ${found} ${unit}${where}, at least ${pointsWanted(kind)} wanted.`,
    },
  ];
}

/** Where limits were set anew, and why; at adoption it would hide what is looked for. */
function rebased(judged: readonly Judged[], { rebases, adoptionDate }: Charted): Note[] {
  const used = rebases.filter(({ date }) =>
    judged.some(({ limits }) => limits.phase > 0 && limits.from >= date),
  );
  return used.map(({ date, reason }) => {
    const hides =
      date === adoptionDate
        ? ' It is the day of adoption: these limits hide a change that came with it; the sentence on the points since adoption still goes by those before it.'
        : '';
    return {
      code: 'rebased',
      text: `Limits are set anew from ${formatDate(date)}: ${reason.replace(/\.?$/, '.')}${hides}`,
    };
  });
}

const another: Readonly<Partial<Record<Metric['shape'], ChartChoice>>> = {
  rate: 'u',
  share: 'p',
  proportion: 'p',
};

/** A note where the values themselves say that another chart suits better. */
function suits(cells: readonly SegmentedCell[], { metric, kind, split, grain }: Charted): Note[] {
  if (kind !== 'xmr') return [];
  const chart = another[metric.shape];
  const bases = cells.flatMap(({ value, denominator }) => (value === null ? [] : (denominator ?? [])));
  const mean = bases.reduce((sum, base) => sum + base, 0) / bases.length;
  const varies = bases.length > 1 && (Math.max(...bases) - Math.min(...bases)) / mean > BASE_VARIES;
  if (chart !== undefined && varies && split.length === 0) {
    const text = `What it is divided by differs by more than a quarter between periods: a ${chart} chart (${chart}) gives each point limits of its own.`;
    return [{ code: 'chart-suits', text }];
  }
  const counts = cells.flatMap(({ value }) => value ?? []);
  const few = counts.reduce((sum, count) => sum + count, 0) / counts.length < FEW_EVENTS;
  if (metric.shape !== 'count' || !chartsOf(metric).includes('c') || counts.length === 0 || !few) return [];
  const longer = grain === 'month' ? 'quarters, or ' : '';
  const instead =
    metric.card.id === 'incidents' && split.length === 0
      ? `${longer}“Days between cases” (a t chart), says more`
      : 'longer periods say more';
  return [
    {
      code: 'chart-suits',
      text: `There are fewer than two a period on average, too few for these limits: ${instead}.`,
    },
  ];
}
