// Owns what mirror, funnel and representativeness share: which wave of which survey, and one wave's shown points.
// The rule: they make nothing of their own from the answers; every number comes out of a figure that may be shown.
import { sideOf } from '#core/metrics/survey-asks.ts';
import type { Session } from '#core/store/session.ts';
import { AppError } from '#shared/errors.ts';
import type { Figure, FigurePoint, FigureRequest } from '#shared/schemas/figure.ts';
import type { MirrorPoint } from '#shared/schemas/mirror.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { SurveySide } from '#shared/vocabulary/survey-sides.ts';
import type { PlannedStore } from './kept.ts';
import { readFigure } from './read-figure.ts';
import linesSql from './survey-wave-lines.sql?raw';
import wavesSql from './survey-waves.sql?raw';

/** Reads a figure of one workspace. */
export type ReadFigure = (request: FigureRequest) => Promise<Figure>;
type Reader = Pick<Session, 'all'>;

export const figuresOf =
  (store: PlannedStore, settings: WorkspaceSettings): ReadFigure =>
  (request) =>
    readFigure(store, request, settings);

export interface SurveyWave {
  readonly instrument: string;
  readonly wave: string;
  readonly side: SurveySide | null;
}

/** The latest wave of each survey within the days, the latest first. */
export async function surveyWaves(
  store: Reader,
  { from = null, to = null }: { from?: string | undefined | null; to?: string | undefined | null },
): Promise<SurveyWave[]> {
  const rows = await store.all<Omit<SurveyWave, 'side'>>(wavesSql, { from, to });
  const waves: SurveyWave[] = [];
  for (const row of rows) waves.push({ ...row, side: await sideOf(store, row.instrument) });
  return waves;
}

/**
 * The latest wave of the named survey within the days, else of the survey with the latest; null without one.
 * @throws AppError instrument-unknown, where no wave of any day is of that name
 */
export async function chosenWave(
  store: Reader,
  waves: readonly SurveyWave[],
  instrument: string | undefined,
): Promise<SurveyWave | null> {
  if (instrument === undefined) return waves[0] ?? null;
  const found = waves.find((one) => one.instrument === instrument);
  if (found) return found;
  const all = await store.all<{ instrument: string }>(wavesSql, { from: null, to: null });
  if (all.some((one) => one.instrument === instrument)) return null;
  throw new AppError('instrument-unknown', { instrument });
}

export interface WaveLine {
  readonly line: string;
  readonly wording: string;
  readonly theme: string | null;
  readonly scale: string;
}

/** The questions with an answer scale of one wave, in the order they were asked. */
export const waveLines = (store: Reader, { instrument, wave }: SurveyWave): Promise<WaveLine[]> =>
  store.all<WaveLine>(linesSql, { instrument, wave });

/** The points of a wave by their group. */
export const pointsOfWave = (figure: Figure, wave: string): Map<string, FigurePoint> =>
  new Map(
    figure.points.filter(({ from }) => from === wave).map((point) => [point.group ?? '', point] as const),
  );

/** What of a point stands in a mirror or a funnel. */
export const shownPoint = ({
  value,
  base,
  interval,
  suppressed,
  shown,
  reason,
}: FigurePoint): MirrorPoint => ({ value, base, interval, suppressed, shown, reason });
