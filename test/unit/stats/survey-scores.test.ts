// Scores, tests and reliability of survey answers where the vectors do not go.
import { describe, expect, it } from 'vitest';
import {
  answerScores,
  benjaminiHochberg,
  cronbachAlpha,
  fisherExact,
  holm,
  indexScore,
  logRank,
  sampleOf,
  themeScore,
  welch,
} from '#core/stats/index.ts';

describe('scores', () => {
  it('are null without answers, not zero', () => {
    expect(answerScores([0, 0, 0, 0, 0])).toMatchObject({ n: 0, favourable: null, net: null, index: null });
    expect(indexScore([[null, null]], 1)).toMatchObject({ respondents: 0, index: null, lower: null });
    expect(indexScore([[null, null]], 0).respondents).toBe(0);
    expect(themeScore([])).toEqual({ perQuestion: [], theme: null });
    expect(themeScore([[5, null]])).toEqual({ perQuestion: [100, null], theme: null });
  });

  it('are not rounded', () => {
    expect(answerScores([0, 0, 1, 2, 0]).favourable).toBeCloseTo(200 / 3, 12);
  });

  it('take the index from respondents, not from answers', () => {
    expect(indexScore([[5], [1, 1, 1]], 1).index).toBe(50);
  });
});

describe('welch', () => {
  const sample = (...values: number[]) => sampleOf(values) ?? { n: 0, mean: 0, sd: null };

  it('judges nothing by one value, nor by values that do not vary', () => {
    expect(welch(sample(1), sample(2, 3))).toMatchObject({ difference: -1.5, t: null, lower: null });
    expect(welch(sample(0.1, 0.1, 0.1), sample(0.3, 0.3))).toMatchObject({ t: null, pValue: null });
  });

  it('has no sample without values', () => {
    expect(sampleOf([])).toBeNull();
    expect(() => sampleOf([Number.NaN])).toThrow(RangeError);
    expect(() => welch({ n: 0, mean: 0, sd: null }, sample(1, 2))).toThrow(RangeError);
  });
});

describe('families of tests', () => {
  it('keep the order and the gaps, and take an empty family', () => {
    expect(benjaminiHochberg([0.04, null, 0.01])).toEqual([0.04, null, 0.02]);
    expect(holm([0.04, null, 0.01])).toEqual([0.04, null, 0.02]);
    expect(holm([])).toEqual([]);
    expect(() => holm([1.2])).toThrow(RangeError);
  });
});

describe('cronbachAlpha', () => {
  it('is null where the totals do not vary, with one item or with one complete row', () => {
    expect(
      cronbachAlpha([
        [1, 2],
        [2, 1],
      ]).alpha,
    ).toBeNull();
    expect(cronbachAlpha([[1], [2]]).alpha).toBeNull();
    expect(
      cronbachAlpha([
        [1, 2],
        [null, 1],
      ]),
    ).toMatchObject({ completeRows: 1, alpha: null, feldtLower: null });
    expect(cronbachAlpha([])).toMatchObject({ items: 0, completeRows: 0, alpha: null });
  });

  it('keeps a constant item out of the correlations, not out of the scale', () => {
    const alpha = cronbachAlpha([
      [4, 1, 2],
      [4, 3, 3],
      [4, 5, 5],
      [4, 2, 4],
    ]);
    expect(alpha.correctedItemTotal[0]).toBeNull();
    expect(alpha.standardisedAlpha).toBeNull();
    expect(alpha.items).toBe(3);
  });

  it('widens its interval with the level', () => {
    const rows = [
      [1, 2, 2],
      [3, 3, 4],
      [5, 4, 5],
      [2, 2, 1],
      [4, 5, 4],
    ];
    expect(cronbachAlpha(rows, 0.99).feldtLower).toBeLessThan(cronbachAlpha(rows).feldtLower ?? 0);
  });

  it('refuses rows of different lengths', () => {
    expect(() => cronbachAlpha([[1, 2], [1]])).toThrow(RangeError);
  });
});

describe('logRank', () => {
  const group = (...durations: number[]) => ({ durations, events: durations.map(() => true) });

  it('compares three groups on two degrees of freedom, whatever their order', () => {
    // Worked apart with NumPy's linear solver and SciPy's chi-square tail.
    const [a, b, c] = [group(1, 4, 6, 9), group(2, 3, 8, 10), group(12, 15, 20, 22)];
    const test = logRank([a, b, c]);
    expect(test.df).toBe(2);
    expect(test.expected.reduce((sum, value) => sum + value, 0)).toBeCloseTo(12, 10);
    expect(logRank([c, a, b]).chiSquare).toBeCloseTo(test.chiSquare ?? 0, 9);
    expect(test.chiSquare).toBeCloseTo(9.33595498164384, 9);
    expect(test.pValue).toBeCloseTo(0.009391244209910972, 10);
    expect(logRank([a, a, a])).toMatchObject({ df: 2, observed: [4, 4, 4] });
    expect(logRank([a, a, a]).chiSquare).toBeCloseTo(0, 12);
  });

  it('leaves out a group that is never at risk, and refuses to compare one', () => {
    const gone = { durations: [0], events: [false] };
    const two = logRank([group(1, 4, 6), group(2, 9, 11)]);
    expect(logRank([group(1, 4, 6), gone, group(2, 9, 11)]).chiSquare).toBeCloseTo(two.chiSquare ?? 0, 10);
    expect(() => logRank([gone])).toThrow(RangeError);
  });
});

it("fisherExact finds the lady tasting tea's 0.486", () => {
  expect(fisherExact(3, 4, 1, 4)).toBeCloseTo(34 / 70, 12);
});
