// Owns the awareness funnel: of those one wave asked, how many have heard of the Protocol, read it, know what it
// expects and how to raise a concern, and have used it. The rule: a step that was not asked says so; a step is
// a share of those who answered its own question, never of the step before, for the same people are not followed.
import { wilson } from '#core/stats/wilson.ts';
import { formatDate } from '#shared/calendar.ts';
import type { Funnel, FunnelRequest } from '#shared/schemas/awareness.ts';
import type { FigurePoint } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import {
  type AwarenessStep,
  awarenessStepOf,
  awarenessSteps,
  awarenessTitles,
} from '#shared/vocabulary/awareness.ts';
import type { PlannedStore } from './kept.ts';
import {
  chosenWave,
  figuresOf,
  pointsOfWave,
  type ReadFigure,
  type SurveyWave,
  shownPoint,
  surveyWaves,
  type WaveLine,
  waveLines,
} from './survey-wave.ts';

type Step = Funnel['steps'][number];
const LEVEL = 0.95;

const method =
  'Each step is the per cent of those who answered its question who agree or say yes, with a 95 per cent Wilson interval. The steps have their own bases: the same people are not followed from one to the next.';

/** Reads the funnel of one wave. @throws AppError instrument-unknown */
export async function readFunnel(
  store: PlannedStore,
  { instrument, ...days }: FunnelRequest,
  settings: WorkspaceSettings,
): Promise<Funnel> {
  const wave = await chosenWave(store, await surveyWaves(store, days), instrument);
  if (wave === null) return none;
  const said = await store.all<{ line: string; step: AwarenessStep | null }>(
    'select line, step from survey_step',
  );
  const lines = await waveLines(store, wave);
  const read = figuresOf(store, settings);
  const points = await pointsOf(read, wave, lines, settings.percentBase);
  const placed = lines.map((line) => {
    const own = said.find((one) => one.line === line.line);
    return {
      line,
      by: own ? 'person' : 'wording',
      step: own ? own.step : awarenessStepOf(line.wording),
    } as const;
  });
  const warnings: Note[] = [];
  const steps = awarenessSteps.map((step): Step => {
    const fitting = placed.filter((one) => one.step === step);
    const found = fitting.find(({ by }) => by === 'person') ?? fitting[0];
    if (fitting.length > 1 && found) warnings.push(several(step, fitting.length, found.line));
    const point = found && points(found.line);
    if (!found || !point) return notAsked(step, wave);
    return {
      step,
      title: awarenessTitles[step],
      line: found.line.line,
      question: found.line.wording,
      chosenBy: found.by,
      ...point,
    };
  });
  return {
    instrument: wave.instrument,
    wave: wave.wave,
    steps,
    reading: readingOf(steps, wave),
    method,
    warnings,
  };
}

type Shown = ReturnType<typeof shownPoint>;

/** The shown share of a question: its favourable side, or of a yes-or-no question those who said yes. */
async function pointsOf(
  read: ReadFigure,
  { instrument, wave }: SurveyWave,
  lines: readonly WaveLine[],
  percentBase: number,
): Promise<(line: WaveLine) => Shown | undefined> {
  const ask = { split: 'question', from: wave, to: wave, filters: { instrument } };
  const favourable = pointsOfWave(await read({ metric: 'survey-favourable', ...ask }), wave);
  const means = lines.some(({ scale }) => scale === 'yes-no')
    ? pointsOfWave(await read({ metric: 'survey-mean', ...ask }), wave)
    : new Map<string, FigurePoint>();
  return ({ line, scale }) => {
    const point = scale === 'yes-no' ? means.get(line) : favourable.get(line);
    return point && (scale === 'yes-no' ? saidYes(point, percentBase) : shownPoint(point));
  };
}

/** The shown mean of answers of 1 (yes) and 0 (no) as the per cent who said yes. */
function saidYes(point: FigurePoint, percentBase: number): Shown {
  const { value, base } = point;
  if (value === null || base === null) return shownPoint(point);
  const hits = Math.round(value * base);
  const { p, lower, upper } = wilson(hits, base, LEVEL);
  return {
    ...shownPoint(point),
    value: 100 * p,
    interval: { lower: 100 * lower, upper: 100 * upper, level: LEVEL, method: 'Wilson' },
    shown: base < percentBase ? `${hits} of ${base}` : `${Math.round(100 * p)}%`,
  };
}

const notAsked = (step: AwarenessStep, { wave }: SurveyWave): Step => ({
  step,
  title: awarenessTitles[step],
  line: null,
  question: null,
  chosenBy: null,
  value: null,
  base: null,
  interval: null,
  suppressed: 'x',
  shown: 'not asked',
  reason: `No question of the wave of ${formatDate(wave)} asks this`,
});

const several = (step: AwarenessStep, count: number, { wording }: WaveLine): Note => ({
  code: 'step-chosen',
  text: `${count} questions could be “${awarenessTitles[step]}”; “${wording}” is taken.`,
});

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function readingOf(steps: readonly Step[], { wave, instrument }: SurveyWave): string {
  const told = steps.filter(({ value }) => value !== null);
  if (told.length === 0) {
    return `“${instrument}” asked nothing on ${formatDate(wave)} that shows who knows the Protocol, or nothing that can be shown.`;
  }
  const parts = told.map(({ title, shown, base }) => `${shown} ${lowerFirst(title)} (base ${base})`);
  const missing = steps.filter(({ line }) => line === null).length;
  const left = missing > 0 ? ` ${missing === 1 ? '1 step was' : `${missing} steps were`} not asked.` : '';
  return `On ${formatDate(wave)}: ${parts.join('; ')}.${left}`;
}

const none: Funnel = {
  instrument: null,
  wave: null,
  steps: [],
  reading: 'There is no survey in this period.',
  method,
  warnings: [],
};
