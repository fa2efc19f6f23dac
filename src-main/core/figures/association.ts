// An exploratory link between a survey's waves and another figure by quarter, both as shown by the gate.
// The rule: changes, never levels; lags 0 to 3 quarters settled in advance and told in their order, none as
// the best; and the label goes wherever the numbers go.
import { findMetric } from '#core/metrics/index.ts';
import type { Metric } from '#core/metrics/metric.ts';
import { association } from '#core/stats/lagged-association.ts';
import { addMonths } from '#shared/calendar.ts';
import type {
  AssociationRefusal,
  AssociationRequest,
  ExploredAssociation,
  LaggedAssociation,
} from '#shared/schemas/association.ts';
import type { Figure, FigurePoint } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { isRolling } from './adoption.ts';
import { signed } from './adoption-words.ts';
import { readFigure } from './read-figure.ts';

const FEWEST_WAVES = 8;
const LAGS = [0, 1, 2, 3] as const;
const MONTHS_A_QUARTER = 3;

export const LABEL = 'Exploratory, not evidence of cause.';

const cautions: readonly Note[] = [
  {
    code: 'ecological',
    text: 'These are numbers of the whole council or a group, not of people: staff who are off sick are not the ones who answered.',
  },
  {
    code: 'four-lags',
    text: 'Four lags are looked at: one of them can stand out by chance alone. They are told in their order, and none is the best.',
  },
];

/**
 * Reads both figures and how their changes go together.
 * @throws AppError metric-unknown, split-unknown, question-unknown, input-invalid
 */
export async function readAssociation(
  store: Parameters<typeof readFigure>[0],
  request: AssociationRequest,
  settings: WorkspaceSettings,
): Promise<ExploredAssociation> {
  const [survey, other] = [findMetric(request.survey), findMetric(request.other)];
  const cards = { survey: survey.card, other: other.card, request };
  const refuse = (code: AssociationRefusal, waves = 0): ExploredAssociation => ({
    status: 'refused',
    ...cards,
    code,
    ...refusalWords(code, waves),
  });
  const unfit = unfitKind(survey, other);
  if (unfit !== null) return refuse(unfit);
  const read = (metric: Metric, grain: 'wave' | 'quarter', filters: AssociationRequest['otherFilters']) =>
    readFigure(store, { metric: metric.card.id, grain, ...(filters ? { filters } : {}) }, settings);
  const waves = await read(survey, 'wave', request.surveyFilters);
  const quarters = await read(other, 'quarter', request.otherFilters);
  if (waves.points.length === 0 || quarters.points.length === 0) return refuse('no-data');
  const line = lastLine(waves);
  if (line.length < FEWEST_WAVES) return refuse('too-few-waves', line.length);
  const lags = LAGS.map((lag) => atLag(line, quarters, lag));
  if (lags.every(({ correlation }) => correlation === null)) return refuse('no-variation');
  return {
    status: 'explored',
    ...cards,
    label: LABEL,
    waves: line.length,
    lags,
    warnings: [
      ...cautions,
      ...waves.warnings,
      ...quarters.warnings.filter(({ code }) => code !== 'short-series'),
    ],
    reading: readingOf(survey, other, line.length, lags),
    provenance: { survey: waves.provenance, other: quarters.provenance },
  };
}

function unfitKind(survey: Metric, other: Metric): AssociationRefusal | null {
  if (!survey.card.grains.includes('wave')) return 'not-a-survey';
  if (isRolling(other)) return 'rolling';
  return other.card.grains.includes('quarter') ? null : 'not-by-quarter';
}

type Shown = FigurePoint & { readonly value: number };

const isShown = (point: FigurePoint): point is Shown => point.value !== null && point.suppressed === null;

/** The waves since the last break that may be shown: nothing is compared across a break. */
function lastLine({ points }: Figure): Shown[] {
  const segment = points.at(-1)?.segment;
  return points.filter(isShown).filter((point) => point.segment === segment);
}

/** Pairs of changes between neighbouring waves; the other figure's in the quarters `lag` after the waves'. */
function atLag(waves: readonly Shown[], { points }: Figure, lag: number): LaggedAssociation {
  const quarterOf = ({ from }: FigurePoint): Shown | undefined => {
    const day = addMonths(from, lag * MONTHS_A_QUARTER);
    return points.filter(isShown).find((point) => point.from <= day && day <= point.to);
  };
  const changes = waves.slice(1).flatMap((wave, index) => {
    const before = waves[index];
    const [now, then] = [quarterOf(wave), before && quarterOf(before)];
    if (!before || !now || !then || now.segment !== then.segment || now === then) return [];
    return [{ survey: wave.value - before.value, other: now.value - then.value }];
  });
  const nothing = { lag, pairs: changes.length, correlation: null, lower: null, upper: null };
  if (changes.length < FEWEST_WAVES - 1) {
    const text = `too few pairs (${changes.length}, at least ${FEWEST_WAVES - 1} needed)`;
    return { ...nothing, effectivePairs: null, shown: text };
  }
  const found = association(
    changes.map(({ survey }) => survey),
    changes.map(({ other }) => other),
  );
  return { lag, ...found, shown: shownOf(found) };
}

function shownOf({ correlation, lower, upper }: ReturnType<typeof association>): string {
  if (correlation === null) return 'no variation';
  if (lower === null || upper === null) return `${signed(correlation, 2)}, too few independent pairs`;
  return `${signed(correlation, 2)} (${signed(lower, 2)} to ${signed(upper, 2)})`;
}

function readingOf(survey: Metric, other: Metric, waves: number, lags: readonly LaggedAssociation[]): string {
  const told = lags.map(({ lag, shown }) => `${lag === 0 ? 'same quarter' : `${lag} later`} ${shown}`);
  const clear = lags.some(({ lower, upper }) => lower !== null && upper !== null && (lower > 0 || upper < 0));
  const verdict = clear
    ? 'At some lags the changes went together more than chance would often give; with four looked at, that is no finding.'
    : 'No clear link: at every lag the interval includes none.';
  return `${LABEL} Changes of “${survey.card.title}” over ${waves} waves beside those of “${other.card.title}”, by quarters after the wave: ${told.join('; ')}. ${verdict}`;
}

const reasons: Readonly<Record<AssociationRefusal, readonly [reason: string, advice: string]>> = {
  'not-a-survey': ['The first figure is not of a survey.', 'Name a figure that is read by wave.'],
  'not-by-quarter': ['The other figure is not counted by quarter.', 'Name a figure that is.'],
  rolling: [
    'The other figure is of rolling values: neighbouring points share most of their months, so that links appear by construction.',
    'Choose the quarterly measure behind it.',
  ],
  'no-data': ['There is no data for one of the two here.', 'Import it, or clear a filter.'],
  'too-few-waves': [
    '',
    'Read the two side by side on the Survey and Trends screens, and wait for more waves.',
  ],
  'no-variation': [
    'One of the two does not change, or they do not overlap in time.',
    'Read the values as they stand.',
  ],
};

function refusalWords(code: AssociationRefusal, waves: number): { reason: string; advice: string } {
  const [reason, advice] = reasons[code];
  const counted = `Too little data to judge: ${waves} ${waves === 1 ? 'wave' : 'waves'} in one unbroken line, at least ${FEWEST_WAVES} needed.`;
  return { reason: code === 'too-few-waves' ? counted : reason, advice };
}
