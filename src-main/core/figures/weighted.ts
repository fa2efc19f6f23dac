// Owns the percentages of one wave weighted to the population, beside those as answered.
// The rule: a stratum is a group that is shown in every figure used, or all the others together; so a weighted
// percentage can tell nothing that subtracting the shown groups from the shown whole would not.
import { zForLevel } from '#core/stats/confidence-level.ts';
import { kish } from '#core/stats/kish.ts';
import { postStratification } from '#core/stats/post-stratification.ts';
import type { Session } from '#core/store/session.ts';
import type { FigurePoint, Interval } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { Representativeness } from '#shared/schemas/representativeness.ts';
import { pointsOfWave, type ReadFigure, type SurveyWave, waveLines } from './survey-wave.ts';

type Weighted = NonNullable<Representativeness['weighted']>;

/** Points apart from which the answers as given and as weighted are said to differ. */
const APART = 3;
const LEVEL = 0.95;

interface Asked {
  readonly wave: SurveyWave;
  readonly by: Representativeness['by'];
  /** Response rates: of the whole, and of each group. */
  readonly whole: FigurePoint | undefined;
  readonly groups: readonly FigurePoint[];
}

/** The questions that can be weighted; null, with the reason, where none can. */
export async function weightedQuestions(
  read: ReadFigure,
  store: Pick<Session, 'all'>,
  { wave, by, whole, groups }: Asked,
): Promise<{ questions: Weighted | null; notes: Note[] }> {
  if (by !== 'directorate') {
    return notWeighted(
      `Answers are not shown by question and ${by}, so they are weighted by directorate only.`,
    );
  }
  const population = whole?.denominator ?? null;
  const shown = groups.filter(({ value, group }) => value !== null && group !== null);
  if (population === null || shown.length < 2) {
    return notWeighted(
      'Fewer than two directorates can be shown with their headcount, so there is nothing to weight by.',
    );
  }
  const headcount = new Map(shown.map(({ group, denominator }) => [group ?? '', denominator ?? 0]));
  const filters = { instrument: wave.instrument };
  const ask = { metric: 'survey-favourable', from: wave.wave, to: wave.wave, filters };
  const answers = await read({ ...ask, split: 'question-directorate' });
  const wholes = pointsOfWave(await read({ ...ask, split: 'question' }), wave.wave);
  const lines = await waveLines(store, wave);
  const questions = lines.flatMap(({ line, wording }) => {
    const all = wholes.get(line);
    const own = answers.points.filter(({ group, from }) => group === line && from === wave.wave);
    const found = all && weigh(all, own, headcount, population);
    return found ? [{ line, question: wording, ...found }] : [];
  });
  return questions.length > 0
    ? { questions, notes: [] }
    : notWeighted('No question has two directorates that can be shown, so there is nothing to weight by.');
}

const notWeighted = (text: string) => ({ questions: null, notes: [{ code: 'not-weighted', text }] });

/** One question; null where it is hidden, has no count, or fewer than two strata have a headcount. */
function weigh(
  all: FigurePoint,
  groups: readonly FigurePoint[],
  headcount: ReadonlyMap<string, number>,
  population: number,
): Omit<Weighted[number], 'line' | 'question'> | null {
  const { value, numerator, denominator } = all;
  if (value === null || numerator === null || denominator === null) return null;
  const strata = strataOf(groups, headcount, { numerator, denominator, population });
  if (strata.length < 2) return null;
  const named = <T>(of: (stratum: Stratum) => T): Record<string, T> =>
    Object.fromEntries(strata.map((stratum, index) => [String(index), of(stratum)]));
  const { weights } = postStratification(
    named(({ base }) => base),
    named(({ staff }) => staff),
  );
  const weightOf = (index: number): number => weights[String(index)] ?? 0;
  const total = strata.reduce((sum, { base }, index) => sum + weightOf(index) * base, 0);
  const weighted = (100 * strata.reduce((sum, { hits }, index) => sum + weightOf(index) * hits, 0)) / total;
  const each = strata.flatMap(({ base }, index) => Array.from({ length: base }, () => weightOf(index)));
  const { effectiveN } = kish(each);
  return {
    unweighted: value,
    weighted,
    difference: weighted - value,
    base: denominator,
    effectiveBase: effectiveN,
    interval: intervalOf(weighted, effectiveN),
    apart: Math.abs(weighted - value) > APART,
  };
}

/** The normal interval of a weighted percentage, kept within 0 to 100. */
function intervalOf(value: number, effectiveN: number): Interval {
  const reach = zForLevel(LEVEL) * Math.sqrt((value * (100 - value)) / effectiveN);
  return {
    lower: Math.max(0, value - reach),
    upper: Math.min(100, value + reach),
    level: LEVEL,
    method: 'Normal, on the effective base',
  };
}

interface Stratum {
  readonly hits: number;
  readonly base: number;
  readonly staff: number;
}

/** The shown groups with a headcount, and the rest of the whole as one where it has answers and people. */
function strataOf(
  groups: readonly FigurePoint[],
  headcount: ReadonlyMap<string, number>,
  whole: { readonly numerator: number; readonly denominator: number; readonly population: number },
): Stratum[] {
  const shown = groups.flatMap(({ across, numerator, denominator }): Stratum[] => {
    const staff = across === null ? 0 : (headcount.get(across) ?? 0);
    return numerator === null || denominator === null || staff <= 0
      ? []
      : [{ hits: numerator, base: denominator, staff }];
  });
  const sum = (of: (stratum: Stratum) => number): number =>
    shown.reduce((total, stratum) => total + of(stratum), 0);
  const rest = {
    hits: whole.numerator - sum(({ hits }) => hits),
    base: whole.denominator - sum(({ base }) => base),
    staff: whole.population - sum(({ staff }) => staff),
  };
  return rest.base > 0 && rest.staff > 0 ? [...shown, rest] : shown;
}
