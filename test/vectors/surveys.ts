// Survey scores and the tests of their changes, in the vocabulary of their vector files.
import {
  answerScores,
  benjaminiHochberg,
  bonferroni,
  cronbachAlpha,
  holm,
  indexScore,
  sampleOf,
  themeScore,
  welch,
} from '#core/stats/index.ts';
import { type ListOf, listOf } from './list-of.ts';

type Responses = readonly ListOf<number | null>[];

const rowsOf = (responses: Responses) => responses.map((row) => (row === null ? [null] : listOf(row)));

interface LikertInput {
  readonly type: 'likert';
  readonly stronglyDisagree: number;
  readonly disagree: number;
  readonly neutral: number;
  readonly agree: number;
  readonly stronglyAgree: number;
}

interface IndexInput {
  readonly type: 'engagementIndex';
  readonly responses: Responses;
  readonly minAnswered: number;
}

interface ThemeInput {
  readonly type: 'themePercentPositive';
  readonly responses: Responses;
}

export function scoreCase(input: LikertInput | IndexInput | ThemeInput): unknown {
  switch (input.type) {
    case 'likert':
      return likertCase(input);
    case 'engagementIndex':
      return indexScore(rowsOf(input.responses), input.minAnswered);
    case 'themePercentPositive': {
      const { perQuestion, theme } = themeScore(rowsOf(input.responses));
      return { perQuestion, themeScore: theme };
    }
  }
}

function likertCase(i: LikertInput): unknown {
  const scores = answerScores([i.stronglyDisagree, i.disagree, i.neutral, i.agree, i.stronglyAgree]);
  return {
    n: scores.n,
    percentFavourable: scores.favourable,
    percentUnfavourable: scores.unfavourable,
    percentNeutral: scores.neutral,
    netScore: scores.net,
    netScoreSE: scores.netSE,
    mean1to5: scores.mean,
    sd1to5: scores.sd,
    index0to100: scores.index,
    score0to10: scores.index === null ? null : scores.index / 10,
  };
}

interface WelchInput {
  readonly a: ListOf<number | null>;
  readonly b: ListOf<number | null>;
  readonly level?: number;
}

export function welchCase({ a, b, level }: WelchInput): unknown {
  const [first, second] = [a, b].map((values) => sampleOf(listOf(values).filter((value) => value !== null)));
  return {
    meanA: first?.mean ?? null,
    meanB: second?.mean ?? null,
    sdA: first?.sd ?? null,
    sdB: second?.sd ?? null,
    ...(first && second
      ? welch(first, second, level)
      : { difference: null, t: null, df: null, pValue: null, lower: null, upper: null }),
  };
}

export function comparisonsCase(input: { readonly pValues: ListOf<number | null> }): unknown {
  const pValues = listOf(input.pValues);
  return {
    benjaminiHochberg: benjaminiHochberg(pValues),
    holm: holm(pValues),
    bonferroni: bonferroni(pValues),
  };
}

export function alphaCase({ items, level }: { readonly items: Responses; readonly level?: number }): unknown {
  return cronbachAlpha(rowsOf(items), level);
}
