// Weighting to headcount and what it costs, on numbers worked by hand.
import { describe, expect, it } from 'vitest';
import { kish, postStratification, rake } from '#core/stats/index.ts';

describe('post-stratification', () => {
  it('gives each group headcount over respondents, and names the silent ones', () => {
    const { weights, silent } = postStratification(
      { Adults: 10, Place: 5 },
      { Adults: 100, Place: 100, HR: 7 },
    );
    expect(weights).toEqual({ Adults: 10, Place: 20 });
    expect(silent).toEqual(['HR']);
  });

  it('refuses answers from a group without headcount', () => {
    expect(() => postStratification({ Ghost: 3 }, { Adults: 9 })).toThrow(/Ghost/);
  });
});

describe('the effective number of answers', () => {
  it('is all of them with equal weights, and fewer else', () => {
    expect(kish([2, 2, 2])).toEqual({ effectiveN: 3, designEffect: 1 });
    // (1 + 3)^2 / (1 + 9) = 1.6
    expect(kish([1, 3]).effectiveN).toBeCloseTo(1.6, 12);
  });

  it('wants weights above zero', () => {
    expect(() => kish([])).toThrow(RangeError);
    expect(() => kish([1, 0])).toThrow(RangeError);
  });
});

describe('raking', () => {
  const people = [
    { unit: 'A', grade: 'x' },
    { unit: 'A', grade: 'y' },
    { unit: 'B', grade: 'x' },
    { unit: 'B', grade: 'y' },
    { unit: 'B', grade: 'y' },
  ];

  it('meets every margin at once', () => {
    const headcount = { unit: { A: 60, B: 40 }, grade: { x: 70, y: 30 } };
    const { weights, converged } = rake(people, headcount);
    const sum = (test: (person: (typeof people)[number]) => boolean) =>
      people.reduce((total, person, index) => total + (test(person) ? (weights[index] ?? 0) : 0), 0);
    expect(converged).toBe(true);
    expect(sum(({ unit }) => unit === 'A')).toBeCloseTo(60, 8);
    expect(sum(({ grade }) => grade === 'y')).toBeCloseTo(30, 8);
  });

  it('says when margins contradict each other or a group is silent', () => {
    expect(rake(people, { unit: { A: 60, B: 40 }, grade: { x: 70, y: 70 } }).converged).toBe(false);
    expect(rake(people, { unit: { A: 60, B: 40, C: 5 } }).converged).toBe(false);
  });

  it('cuts weights at so many medians, keeps their sum and says how many', () => {
    const many = [...Array.from({ length: 9 }, () => ({ unit: 'A' })), { unit: 'B' }];
    const headcount = { unit: { A: 90, B: 200 } };
    const { weights, trimmed } = rake(many, headcount, { trimAtMedians: 5 });
    expect(trimmed).toBe(1);
    expect(weights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(290, 9);
    expect((weights[9] ?? 0) / (weights[0] ?? 1)).toBeCloseTo(5, 9);
    expect(rake(many, headcount).trimmed).toBe(0);
  });

  it('refuses a category without headcount, and nobody', () => {
    expect(() => rake(people, { unit: { A: 60 } })).toThrow(/B/);
    expect(() => rake([], { unit: { A: 60 } })).toThrow(RangeError);
    expect(() => rake(people, {})).toThrow(RangeError);
  });
});
