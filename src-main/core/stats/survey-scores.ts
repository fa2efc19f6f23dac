// The scores of agree-disagree questions: favourable, net, index, and themes of several questions.
// Rule: codes 1 to 5 are strongly disagree to strongly agree, reverse-worded items recoded first; no answer
// (null) leaves the base. Nothing is rounded here: a difference is taken from unrounded scores.
import { meanInterval } from './mean-interval.ts';
import { meanOf, sampleOf } from './moments.ts';
import { requireCount } from './whole-count.ts';

/** How many gave each answer, from strongly disagree to strongly agree. */
export type AnswerCounts = readonly [number, number, number, number, number];

export interface AnswerScores {
  /** Those who answered. All scores are null at 0. */
  readonly n: number;
  /** Percentages of those who answered, 0 to 100. */
  readonly favourable: number | null;
  readonly unfavourable: number | null;
  readonly neutral: number | null;
  /** Favourable minus unfavourable in percentage points, with its standard error. */
  readonly net: number | null;
  readonly netSE: number | null;
  /** Mean of the codes 1 to 5, and their sample standard deviation (null also at one answer). */
  readonly mean: number | null;
  readonly sd: number | null;
  /** The mean on 0 to 100 (0, 25, 50, 75, 100 an answer). */
  readonly index: number | null;
}

/** Source: Civil Service People Survey 2019 technical guide. Throws RangeError for a count that is none. */
export function answerScores(counts: AnswerCounts): AnswerScores {
  for (const count of counts) requireCount('A count of answers', count);
  const n = counts.reduce((sum, count) => sum + count, 0);
  const empty = { favourable: null, unfavourable: null, neutral: null, net: null, netSE: null };
  if (n === 0) return { n, ...empty, mean: null, sd: null, index: null };
  const [f, u, neutral] = [(counts[3] + counts[4]) / n, (counts[0] + counts[1]) / n, counts[2] / n];
  const mean = counts.reduce((sum, count, code) => sum + count * (code + 1), 0) / n;
  const squares = counts.reduce((sum, count, code) => sum + count * (code + 1 - mean) ** 2, 0);
  return {
    n,
    favourable: 100 * f,
    unfavourable: 100 * u,
    neutral: 100 * neutral,
    net: 100 * (f - u),
    netSE: 100 * Math.sqrt(Math.max(0, f + u - (f - u) ** 2) / n),
    mean,
    sd: n === 1 ? null : Math.sqrt(squares / (n - 1)),
    index: (mean - 1) * 25,
  };
}

type Responses = readonly (readonly (number | null)[])[];

export interface IndexScore {
  /** Respondents with enough answers, and the index of each, 0 to 100. */
  readonly respondents: number;
  readonly individual: readonly number[];
  /** Mean over respondents; null without one. Its t interval is null below two, and not clipped to 0 to 100. */
  readonly index: number | null;
  readonly sd: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * An index over several questions, such as employee engagement: each respondent with at least `minAnswered`
 * answers scores the mean of them on 0 to 100. Source: Civil Service People Survey 2019 technical guide.
 */
export function indexScore(responses: Responses, minAnswered: number, level = 0.95): IndexScore {
  const individual = responses
    .map((row) => row.filter((code) => code !== null))
    .filter((answers) => answers.length > 0 && answers.length >= minAnswered)
    .map((answers) => meanOf(answers.map((code) => (code - 1) * 25)));
  const sample = sampleOf(individual);
  if (sample === null) return { respondents: 0, individual, index: null, sd: null, lower: null, upper: null };
  const { n, mean, sd } = sample;
  const { lower, upper } = meanInterval(n, mean, sd, level);
  return { respondents: n, individual, index: mean, sd, lower, upper };
}

export interface ThemeScore {
  /** Percent favourable of each question, of those who answered it; null where nobody did. */
  readonly perQuestion: readonly (number | null)[];
  /** Their plain mean; null where a question has none. */
  readonly theme: number | null;
}

/** Source: Civil Service People Survey 2019 technical guide. Throws RangeError when rows differ in length. */
export function themeScore(responses: Responses): ThemeScore {
  const questions = responses[0]?.length ?? 0;
  if (responses.some((row) => row.length !== questions))
    throw new RangeError('Every response has one place a question.');
  const perQuestion = Array.from({ length: questions }, (_, question) => {
    const answers = responses.map((row) => row[question] ?? null).filter((code) => code !== null);
    return answers.length === 0 ? null : (100 * answers.filter((code) => code >= 4).length) / answers.length;
  });
  const known = perQuestion.filter((percent) => percent !== null);
  const theme = known.length === 0 || known.length < questions ? null : meanOf(known);
  return { perQuestion, theme };
}
