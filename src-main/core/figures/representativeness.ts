// Owns who answered a wave against who could have, by group, and what weighting the groups would change.
// The rule: it is made of shown figures alone; groups that are hidden stand together as one, which is what
// anybody could work out from the total, and nothing finer is weighted.
import { marginOfError } from '#core/stats/finite-population.ts';
import { formatDate } from '#shared/calendar.ts';
import type { FigurePoint } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import type {
  Representativeness,
  RepresentativenessRequest,
  RepresentativenessRow,
} from '#shared/schemas/representativeness.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { PlannedStore } from './kept.ts';
import { chosenWave, figuresOf, pointsOfWave, type SurveyWave, surveyWaves } from './survey-wave.ts';
import { weightedQuestions } from './weighted.ts';

type By = Representativeness['by'];

const method =
  'Responses of the wave against those who could have answered on its day. Weighting puts each group that is shown at its share of the population (post-stratification), all hidden groups together as one; the effective base is Kish’s, and the interval rests on it. The margin is that of a percentage near 50, with the finite population correction of the Civil Service People Survey: for the answer of this workforce today, not for a change, and not for those who did not answer.';

/** Reads it. @throws AppError instrument-unknown */
export async function readRepresentativeness(
  store: PlannedStore,
  { instrument, by: asked, ...days }: RepresentativenessRequest,
  settings: WorkspaceSettings,
): Promise<Representativeness> {
  const wave = await chosenWave(store, await surveyWaves(store, days), instrument);
  const by: By = asked ?? (wave?.side === 'councillors' ? 'party' : 'directorate');
  if (wave === null) return { ...nothing, by, reading: 'There is no survey in this period.' };
  const read = figuresOf(store, settings);
  const ask = {
    metric: 'survey-response-rate',
    from: wave.wave,
    to: wave.wave,
    filters: { instrument: wave.instrument },
  };
  const [whole] = pointsOfWave(await read(ask), wave.wave).values();
  const groups = [...pointsOfWave(await read({ ...ask, split: by }), wave.wave).values()];
  const rows = groups.map((point) => rowOf(point, whole));
  const { questions, notes } = await weightedQuestions(read, store, { wave, by, whole, groups });
  const [responses, population] = [whole?.numerator ?? null, whole?.denominator ?? null];
  return {
    instrument: wave.instrument,
    wave: wave.wave,
    by,
    responses,
    population,
    rate: whole?.value ?? null,
    margin: marginOf(responses, population),
    rows,
    weighted: questions,
    reading: readingOf(wave, whole, rows, questions),
    method,
    warnings: [...notes, ...moreThanThere(whole)],
  };
}

/** A share cannot be taken of a group whose own number, or the whole's, is hidden or not known. */
function rowOf(point: FigurePoint, whole: FigurePoint | undefined): RepresentativenessRow {
  const { numerator, denominator, value, suppressed, reason } = point;
  const shareOfResponses = share(numerator, whole?.numerator);
  const shareOfPopulation = share(denominator, whole?.denominator);
  return {
    group: point.label ?? point.group ?? '',
    responses: numerator,
    population: denominator,
    rate: value,
    shareOfResponses,
    shareOfPopulation,
    difference:
      shareOfResponses === null || shareOfPopulation === null ? null : shareOfResponses - shareOfPopulation,
    suppressed,
    reason,
  };
}

const share = (part: number | null, whole: number | null | undefined): number | null =>
  part === null || whole === null || whole === undefined || whole <= 0 ? null : (100 * part) / whole;

/** In points either way, for a percentage of 50; null where more answered than there are. */
function marginOf(responses: number | null, population: number | null): number | null {
  if (responses === null || population === null || responses < 1 || population < responses) return null;
  if (!Number.isInteger(population)) return null;
  return 100 * marginOfError(0.5, responses, population);
}

function moreThanThere(whole: FigurePoint | undefined): Note[] {
  if (!whole || whole.numerator === null || whole.denominator === null) return [];
  if (whole.numerator <= whole.denominator) return [];
  const text = `There are more responses (${whole.numerator}) than people who could have answered (${whole.denominator}): the survey went to others too, or the population is not whole.`;
  return [{ code: 'more-than-population', text }];
}

const apartOf = ({ difference }: RepresentativenessRow): number => Math.abs(difference ?? 0);

const one = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

function readingOf(
  wave: SurveyWave,
  whole: FigurePoint | undefined,
  rows: readonly RepresentativenessRow[],
  questions: Representativeness['weighted'],
): string {
  const when = `On ${formatDate(wave.wave)}`;
  if (!whole || whole.numerator === null) return `${when} nothing can be shown of who answered.`;
  if (whole.denominator === null || whole.value === null) {
    return `${when} there were ${one.format(whole.numerator)} responses; how many could have answered is not known.`;
  }
  const furthest = [...rows].sort((a, b) => apartOf(b) - apartOf(a))[0];
  const most =
    furthest && apartOf(furthest) >= 1
      ? ` ${furthest.group} is the furthest from its share: ${one.format(furthest.shareOfResponses ?? 0)}% of the responses, ${one.format(furthest.shareOfPopulation ?? 0)}% of the population.`
      : '';
  const moved = questions?.filter((question) => question.apart).length ?? 0;
  const weighed =
    questions === null
      ? ''
      : moved === 0
        ? ' Weighting moves no question by more than 3 points.'
        : ` Weighting moves ${moved === 1 ? '1 question' : `${moved} questions`} by more than 3 points: who answered matters there.`;
  return `${when} ${one.format(whole.numerator)} of ${one.format(whole.denominator)} answered (${whole.shown}).${most}${weighed}`;
}

const nothing: Omit<Representativeness, 'by' | 'reading'> = {
  instrument: null,
  wave: null,
  responses: null,
  population: null,
  rate: null,
  margin: null,
  rows: [],
  weighted: null,
  method,
  warnings: [],
};
