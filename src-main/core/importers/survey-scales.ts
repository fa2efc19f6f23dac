// Owns how the answers of a column are recognised as a scale, and what each answer scores on it.
import { isNotAnswer, numberScales, scoresOf, wordScales } from '#shared/vocabulary/scales.ts';
import { plainWords } from '#shared/vocabulary/vocabulary.ts';

export interface AnswerScale {
  readonly id: string;
  /** The score of an answer; null where the answer is not on the scale. */
  readonly score: (label: string) => number | null;
  /** Whether a score is on the good side; null where the wording of the question decides. */
  readonly favourable: (score: number) => boolean | null;
  /** Lowest and highest score; null where the scale has no good side and so cannot be turned round. */
  readonly range: readonly [low: number, high: number] | null;
  readonly turned?: boolean;
}

/** The scale of a negatively worded statement: scores are mirrored, so that higher is better. */
export function turnRound(scale: AnswerScale): AnswerScale {
  if (scale.range === null) return scale;
  const [low, high] = scale.range;
  const score = (label: string): number | null => {
    const found = scale.score(label);
    return found === null ? null : low + high - found;
  };
  return { ...scale, score, turned: true };
}

const words = wordScales.map((wordScale) => ({ wordScale, scores: scoresOf(wordScale) }));
/** "5 - Strongly agree" and "10 (Always)" lead with their number. */
const leadingNumber = /^(\d{1,2})(?:\.0)?(?:\s*[-–:=(].*)?$/;
const saysScale =
  /\b(?:0|1)\b.{0,60}\b(?:5|7|10)\b|\b(?:5|7|10)\b.{0,60}\b(?:0|1)\b|\bscale\b|\bout of (?:5|7|10)\b/i;
const countsThings = /\b(how many|number of|years?|age|cluster|wave|count|id|code|weight|hours?|month)\b/i;

/** Answers by their label, lower case, with how many gave each. */
export type AnswerCounts = ReadonlyMap<string, number>;

/** A stray answer does not unmake a scale: this share must be on it. The rest leave the base. */
const onScaleShare = 0.97;
/** From here on a person is asked what the other answers mean. */
const halfOnScale = 0.5;

function mostlyOn(
  counts: AnswerCounts,
  labels: readonly string[],
  score: (label: string) => number | null,
  share = onScaleShare,
): boolean {
  const total = labels.reduce((sum, label) => sum + (counts.get(label) ?? 0), 0);
  const on = labels
    .filter((label) => score(label) !== null)
    .reduce((sum, label) => sum + (counts.get(label) ?? 0), 0);
  return on >= total * share;
}

function wordScale(
  counts: AnswerCounts,
  labels: readonly string[],
  share = onScaleShare,
): AnswerScale | null {
  const wordsOf = (label: string): string => plainWords(label.replace(/^\d{1,2}\s*[-–:.)]\s*/, ''));
  for (const { wordScale: found, scores } of words) {
    const score = (label: string): number | null => scores.get(wordsOf(label)) ?? null;
    const met = new Set(labels.map(score).filter((value) => value !== null));
    if (met.size < Math.min(2, labels.length) || !mostlyOn(counts, labels, score, share)) continue;
    const { favourableFrom, id } = found;
    return {
      id,
      score,
      favourable: (value) => (favourableFrom === null ? null : value >= favourableFrom),
      range: favourableFrom === null ? null : [found.points[0]?.score ?? 1, found.points.at(-1)?.score ?? 5],
    };
  }
  return null;
}

/** Word labels that stand for the ends of a number scale ("Strongly agree" exported in place of 10). */
function endLabels(labels: readonly string[], low: number, high: number): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const label of labels) {
    const plain = plainWords(label);
    if (/^(strongly|completely|very|extremely) (agree|satisfied|good|likely|valuable)/.test(plain))
      ends.set(plain, high);
    else if (
      /^(strongly|completely|very|extremely) (disagree|dissatisfied|poor|unlikely)|^not at all/.test(plain)
    )
      ends.set(plain, low);
  }
  return ends;
}

const numberIn = (label: string): number | null => {
  const digits = leadingNumber.exec(label.trim())?.[1];
  return digits === undefined ? null : Number(digits);
};

function numberScale(counts: AnswerCounts, labels: readonly string[], heading: string): AnswerScale | null {
  const numbers = labels.map(numberIn).filter((value) => value !== null);
  const said = saysScale.test(heading);
  if (numbers.length < (said ? 2 : 3) || (!said && countsThings.test(heading))) return null;
  for (const { id, low, high, favourableFrom } of numberScales) {
    if (high === 4 || low !== (numbers.includes(0) ? 0 : 1) || (/\b10\b/.test(heading) && high !== 10))
      continue;
    const ends = endLabels(
      labels.filter((label) => numberIn(label) === null),
      low,
      high,
    );
    const score = (label: string): number | null => {
      const value = numberIn(label) ?? ends.get(plainWords(label)) ?? null;
      return value !== null && value >= low && value <= high ? value : null;
    };
    const highest = Math.max(...labels.map((label) => score(label) ?? low));
    if (highest < 3 || !mostlyOn(counts, labels, score)) continue;
    return { id, score, favourable: (value) => value >= favourableFrom, range: [low, high] };
  }
  return null;
}

/** A ranking: 1 is first. No score is favourable. */
const ranking: AnswerScale = {
  id: 'rank',
  score: (label) => (/^\d{1,2}$/.test(label.trim()) ? Number(label) : null),
  favourable: () => null,
  range: null,
};

/** The scale that the answers of a column make, or null for plain choices and text. */
export function recogniseScale(counts: AnswerCounts, heading: string, style: string): AnswerScale | null {
  const answers = [...counts.keys()].filter((label) => !isNotAnswer(label));
  if (answers.length === 0) return null;
  if (style === 'ranking') return ranking;
  return wordScale(counts, answers) ?? numberScale(counts, answers, heading);
}

/** The word scale that at least half of the answers are on, where they are not enough to make it one; else null. */
export function scaleNearly(counts: AnswerCounts): AnswerScale | null {
  const answers = [...counts.keys()].filter((label) => !isNotAnswer(label));
  return answers.length === 0 ? null : wordScale(counts, answers, halfOnScale);
}
