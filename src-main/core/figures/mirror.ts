// Owns the perception-gap mirror: questions that officers and councillors were both asked, side by side.
// The rule: it is made of two shown figures, so that it tells nothing that they hide; a difference is tested from
// 30 answers on each side, and the verdict goes by a p value adjusted for all the questions tested here.
import { benjaminiHochberg } from '#core/stats/multiple-comparisons.ts';
import { formatDate } from '#shared/calendar.ts';
import type { Figure, FigurePoint, FigureRequest } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { Mirror, MirrorPoint, MirrorRequest, MirrorRow, MirrorVerdict } from '#shared/schemas/mirror.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { SurveySide } from '#shared/vocabulary/survey-sides.ts';
import { enoughToTest, FALSE_ALARMS, ofProportions } from './change.ts';
import type { PlannedStore } from './kept.ts';
import {
  chosenWave,
  figuresOf,
  pointsOfWave,
  type SurveyWave,
  shownPoint,
  surveyWaves,
  type WaveLine,
  waveLines,
} from './survey-wave.ts';

const method =
  'Per cent favourable in each survey’s latest wave, with a 95 per cent Wilson interval; the gap with Newcombe’s. A gap is tested from 30 answers on each side by a two-proportion test, or Fisher’s exact test where few are expected; p values are adjusted by Benjamini and Hochberg over all the questions tested here, at 5 per cent.';

const MONTHS_APART = 6;

/** Reads the mirror. @throws AppError instrument-unknown, period-invalid */
export async function readMirror(
  store: PlannedStore,
  request: MirrorRequest,
  settings: WorkspaceSettings,
): Promise<Mirror> {
  const waves = await surveyWaves(store, request);
  const [officers, councillors] = [
    await sideWave(store, waves, 'officers', request.officers),
    await sideWave(store, waves, 'councillors', request.councillors),
  ];
  if (!officers || !councillors) return noMirror(officers, councillors, waves);
  const read = figuresOf(store, settings);
  const figures = [await read(favourable(officers, request)), await read(favourable(councillors, request))];
  const [own, other] = figures as [Figure, Figure];
  const lines = await waveLines(store, officers);
  const theirs = await waveLines(store, councillors);
  const pairs = pairsOf(
    lines,
    theirs,
    pointsOfWave(own, officers.wave),
    pointsOfWave(other, councillors.wave),
  );
  const rows = judged(pairs);
  return {
    officers: sideOf(officers),
    councillors: sideOf(councillors),
    rows,
    tested: rows.filter(({ p }) => p !== null).length,
    reading: readingOf(rows),
    method,
    suppression: own.provenance.suppression.rule,
    warnings: [...sideNotes(waves, officers, councillors), ...apartNote(officers, councillors)],
  };
}

const favourable = ({ instrument, wave }: SurveyWave, { theme }: MirrorRequest): FigureRequest => ({
  metric: 'survey-favourable',
  split: 'question',
  from: wave,
  to: wave,
  filters: { instrument, ...(theme === undefined ? {} : { theme }) },
});

const sideWave = async (
  store: PlannedStore,
  waves: readonly SurveyWave[],
  side: SurveySide,
  instrument: string | undefined,
): Promise<SurveyWave | null> =>
  instrument === undefined
    ? (waves.find((one) => one.side === side) ?? null)
    : chosenWave(store, waves, instrument);

const sideOf = ({ instrument, wave }: SurveyWave) => ({ instrument, wave, period: formatDate(wave) });

interface Pair {
  readonly line: WaveLine;
  readonly scales: readonly [string, string];
  readonly officers: FigurePoint;
  readonly councillors: FigurePoint;
}

/** The questions that both waves asked and that have a favourable side, in the officers' order. */
function pairsOf(
  lines: readonly WaveLine[],
  theirs: readonly WaveLine[],
  officers: ReadonlyMap<string, FigurePoint>,
  councillors: ReadonlyMap<string, FigurePoint>,
): Pair[] {
  return lines.flatMap((line) => {
    const other = theirs.find((one) => one.line === line.line);
    const [left, right] = [officers.get(line.line), councillors.get(line.line)];
    if (!other || !left || !right) return [];
    return [{ line, scales: [line.scale, other.scale], officers: left, councillors: right }];
  });
}

type Judged = Omit<MirrorRow, 'adjustedP' | 'verdict' | 'says'>;

function judged(pairs: readonly Pair[]): MirrorRow[] {
  const compared = pairs.map(({ line, scales, officers, councillors }) => {
    const hidden = officers.value === null || councillors.value === null;
    const other = scales[0] !== scales[1];
    const difference = hidden || other ? null : ofProportions(unspread(officers), unspread(councillors));
    const enough = enoughToTest('proportion', officers, councillors);
    const row: Judged = {
      line: line.line,
      question: line.wording,
      theme: line.theme,
      officers: shownPoint(officers),
      councillors: shownPoint(councillors),
      gap: difference && { value: difference.value, interval: difference.interval },
      p: difference && enough ? difference.p : null,
    };
    return { row, untested: hidden ? 'hidden' : other ? 'other-scale' : 'too-few' } as const;
  });
  const adjusted = benjaminiHochberg(compared.map(({ row }) => row.p));
  return compared.map(({ row, untested }, index) => {
    const adjustedP = adjusted[index] ?? null;
    const verdict: MirrorVerdict = adjustedP === null ? untested : verdictOf(row, adjustedP);
    return { ...row, adjustedP, verdict, says: says(verdict, row) };
  });
}

const unspread = (point: FigurePoint) => ({ ...point, spread: null });

const verdictOf = ({ gap }: Judged, adjustedP: number): MirrorVerdict =>
  adjustedP >= FALSE_ALARMS || gap === null
    ? 'no-clear-difference'
    : gap.value > 0
      ? 'officers-higher'
      : 'councillors-higher';

function says(verdict: MirrorVerdict, { p, officers, councillors }: Judged): string {
  switch (verdict) {
    case 'officers-higher':
      return 'Officers are more favourable';
    case 'councillors-higher':
      return 'Councillors are more favourable';
    case 'no-clear-difference':
      return p !== null && p < FALSE_ALARMS
        ? 'No clear difference, allowing for the questions compared here'
        : 'No clear difference';
    case 'too-few':
      return `Too few answers to test: ${fewer(officers, councillors)} on one side, 30 wanted`;
    case 'hidden':
      return 'One side is hidden or has no answers';
    case 'other-scale':
      return 'Asked on different scales: not compared';
  }
}

const fewer = (...sides: readonly MirrorPoint[]): number => Math.min(...sides.map(({ base }) => base ?? 0));

const questions = (count: number): string => (count === 1 ? '1 question' : `${count} questions`);

function readingOf(rows: readonly MirrorRow[]): string {
  if (rows.length === 0) return 'The two surveys share no question that can be compared.';
  const count = (...of: readonly MirrorVerdict[]): number =>
    rows.filter(({ verdict }) => of.includes(verdict)).length;
  const left = count('too-few', 'hidden', 'other-scale');
  const clear = [
    [count('councillors-higher'), 'councillors are more favourable than officers'],
    [count('officers-higher'), 'officers are more favourable than councillors'],
    [count('no-clear-difference'), 'there is no clear difference'],
  ] as const;
  const parts = clear.flatMap(([many, words]) => (many > 0 ? [`on ${many} ${words}`] : []));
  const untested = left > 0 ? [`${left} ${left === 1 ? 'is' : 'are'} not tested`] : [];
  return `Of ${questions(rows.length)} that both were asked, ${[...parts, ...untested].join(', ')}.`;
}

/** Surveys whose side is not known, and others of a side that were not taken. */
function sideNotes(waves: readonly SurveyWave[], ...taken: readonly (SurveyWave | null)[]): Note[] {
  const names = (list: readonly SurveyWave[]): string =>
    list.map(({ instrument }) => `“${instrument}”`).join(', ');
  const rest = waves.filter((wave) => !taken.includes(wave));
  const unknown = rest.filter(({ side }) => side === null);
  const left = rest.filter(({ side }) => side !== null);
  return [
    ...(unknown.length > 0
      ? [
          {
            code: 'side-unknown',
            text: `Whether ${names(unknown)} asks officers or councillors does not show in its name; say so and it can stand here.`,
          },
        ]
      : []),
    ...(left.length > 0
      ? [
          {
            code: 'instrument-chosen',
            text: `Each side is the survey with its latest wave; ${names(left)} can be chosen instead.`,
          },
        ]
      : []),
  ];
}

/** The two sides answered at different times: what lies between them is part of the gap. */
function apartNote(one: SurveyWave, other: SurveyWave): Note[] {
  const days = Math.abs(Date.parse(one.wave) - Date.parse(other.wave)) / 86_400_000;
  const months = Math.round(days / 30.44);
  if (months < MONTHS_APART) return [];
  const text = `${months} months lie between the two waves: what changed between them is part of every gap.`;
  return [{ code: 'waves-apart', text }];
}

function noMirror(
  officers: SurveyWave | null,
  councillors: SurveyWave | null,
  waves: readonly SurveyWave[],
): Mirror {
  const missing = [...(officers ? [] : ['of officers']), ...(councillors ? [] : ['of councillors'])].join(
    ' and none ',
  );
  return {
    officers: officers && sideOf(officers),
    councillors: councillors && sideOf(councillors),
    rows: [],
    tested: 0,
    reading: `There is no survey ${missing} in this period, so there is nothing to set side by side.`,
    method,
    suppression: '',
    warnings: sideNotes(waves, officers, councillors),
  };
}
