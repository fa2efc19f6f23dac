// Segmented regression beyond the vectors: exact lines, gaps against a dense calculation, boundaries, gates.
import { readFileSync } from 'node:fs';
import { inverse, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { fitSegmented, neweyWestLag, quasiPoisson, segmentedPlan } from '#core/stats/index.ts';
import { segmentedDesign } from '#core/stats/interrupted-time-series-design.ts';
import { agrees, isConstant, sensitivity } from '#core/stats/interrupted-time-series-sensitivity.ts';
import { leastSquares } from '#core/stats/ols.ts';

interface Cases {
  readonly cases: readonly { name: string; input: { values: number[]; counts: number[]; t0: number } }[];
}
const { cases } = JSON.parse(
  readFileSync(new URL('../../fixtures/vectors/interrupted-time-series.json', import.meta.url), 'utf8'),
) as Cases;
const vector = (name: string) => {
  const found = cases.find((one) => one.name === name);
  if (!found) throw new Error(`No vector ${name}`);
  const { values, t0: start } = found.input;
  return { times: values.map((_, index) => index), values, start };
};

/** 20 + 0.5 t, then 3 lower at the first point after (t = 10) and 0.2 flatter a step. */
const line = (time: number) => 20 + 0.5 * time + (time >= 10 ? -3 - 0.2 * (time - 10) : 0);
const steps = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('an exact line', () => {
  it('is found whole, with its difference at the latest point', () => {
    const times = steps(20);
    const fit = fitSegmented({ times, values: times.map(line), start: 10 }, { errors: 'ols' });
    expect(fit?.terms.intercept?.estimate).toBeCloseTo(20, 9);
    expect(fit?.terms.preSlope?.estimate).toBeCloseTo(0.5, 9);
    expect(fit?.terms.levelChange?.estimate).toBeCloseTo(-3, 9);
    expect(fit?.terms.slopeChange?.estimate).toBeCloseTo(-0.2, 9);
    expect(fit?.postSlope.estimate).toBeCloseTo(0.3, 9);
    // At t = 19: 20 + 9.5 = 29.5 without adoption; -3 - 0.2 x 9 = -4.8 with it.
    expect(fit?.latest.counterfactual.estimate).toBeCloseTo(29.5, 9);
    expect(fit?.latest.effect.estimate).toBeCloseTo(-4.8, 9);
    expect(fit?.latest.percent.estimate).toBeCloseTo((-4.8 / 29.5) * 100, 9);
    expect(fit?.counterfactualAt(12).estimate).toBeCloseTo(26, 9);
  });

  it('is found the same with points left out before, around and after adoption', () => {
    const times = steps(24).filter((time) => ![3, 4, 10, 11, 17].includes(time));
    const series = { times, values: times.map(line), start: 12 };
    const fit = fitSegmented(series, { errors: 'newey-west', lag: 2 });
    // The jump AT the first point that is in, t = 12: -3 - 0.2 x 2.
    expect(fit?.terms.levelChange?.estimate).toBeCloseTo(-3.4, 9);
    expect(fit?.terms.slopeChange?.estimate).toBeCloseTo(-0.2, 9);
  });
});

describe('a series with gaps', () => {
  const whole = vector('incidents-monthly-ar1');
  const kept = whole.times.filter((time) => ![5, 6, 15, 24, 25, 26, 35].includes(time));
  const series = { ...whole, times: kept, values: kept.map((time) => whole.values[time] ?? 0) };

  it('has the estimates of generalised least squares with phi to the power of the distance', () => {
    const fit = fitSegmented(series, { errors: 'reml-ar1' });
    const phi = fit?.phi ?? Number.NaN;
    expect(phi).toBeGreaterThan(0.05);
    const { terms, rowAt } = segmentedDesign(series);
    const design = new Matrix(kept.map(rowAt));
    const weight = inverse(new Matrix(kept.map((a) => kept.map((b) => phi ** Math.abs(a - b)))));
    const unscaled = inverse(design.transpose().mmul(weight).mmul(design));
    const y = Matrix.columnVector([...series.values]);
    const dense = unscaled.mmul(design.transpose()).mmul(weight).mmul(y).to1DArray();
    const error = Matrix.sub(y, design.mmul(Matrix.columnVector(dense)));
    const variance = error.transpose().mmul(weight).mmul(error).get(0, 0) / (kept.length - 4);
    terms.forEach((term, index) => {
      expect(fit?.terms[term]?.estimate).toBeCloseTo(dense[index] ?? Number.NaN, 8);
      expect(fit?.terms[term]?.se).toBeCloseTo(Math.sqrt(variance * unscaled.get(index, index)), 8);
    });
    expect(fit?.residualSd).toBeCloseTo(Math.sqrt(variance), 8);
  });

  it('takes phi where its restricted likelihood is highest', () => {
    const best = fitSegmented(series, { errors: 'reml-ar1' })?.restrictedLogLikelihood ?? 0;
    const { rowAt } = segmentedDesign(series);
    const design = new Matrix(kept.map(rowAt));
    const height = (phi: number) => {
      const correlation = new Matrix(kept.map((a) => kept.map((b) => phi ** Math.abs(a - b))));
      const weight = inverse(correlation);
      const information = design.transpose().mmul(weight).mmul(design);
      const y = Matrix.columnVector([...series.values]);
      const beta = inverse(information).mmul(design.transpose()).mmul(weight).mmul(y);
      const error = Matrix.sub(y, design.mmul(beta));
      const df = kept.length - 4;
      const variance = error.transpose().mmul(weight).mmul(error).get(0, 0) / df;
      const determinants = Math.log(determinantOf(correlation)) + Math.log(determinantOf(information));
      return -0.5 * (df * (Math.log(2 * Math.PI * variance) + 1) + determinants);
    };
    const heights = steps(197).map((index) => height((index - 98) / 100));
    expect(Math.max(...heights)).toBeLessThanOrEqual(best + 1e-9);
    expect(best - Math.max(...heights)).toBeLessThan(0.001);
  });
});

/** By Cholesky, for a positive definite matrix. */
function determinantOf(matrix: Matrix): number {
  const rows = matrix.to2DArray();
  let determinant = 1;
  rows.forEach((row, i) => {
    const pivot = row[i] ?? 0;
    determinant *= pivot;
    for (const below of rows.slice(i + 1)) {
      const factor = (below[i] ?? 0) / pivot;
      below.forEach((value, j) => {
        below[j] = value - factor * (row[j] ?? 0);
      });
    }
  });
  return determinant;
}

describe('the California series', () => {
  const california = vector('california-prop99-cigarette-sales');

  it('has no AR(1) model, so Prais-Winsten stands in and no verdict is due', () => {
    expect(fitSegmented(california, { errors: 'reml-ar1' })).toBeNull();
    const found = sensitivity(california, 'reml-ar1', 1);
    expect(found).toMatchObject({ estimable: false, primary: { id: 'prais-winsten' } });
    expect(found.others.find(({ id }) => id === 'reml-ar1')?.fit).toBeNull();
    // Same data, another story: STATISTICS of the project, section 3.2.
    expect(found.primary.fit.terms.levelChange?.estimate).toBeCloseTo(-6.084, 3);
    const ols = found.others.find(({ id }) => id === 'ols')?.fit;
    expect(ols?.terms.levelChange?.estimate).toBeCloseTo(-20.058, 3);
  });
});

describe('the choice of model', () => {
  it.each([
    [2, 40, 'too-few-before'],
    [40, 2, 'too-few-after'],
    [3, 4, 'too-few-points'],
    [4, 3, 'too-few-points'],
  ])('refuses %i before and %i after: %s', (before, after, refused) => {
    expect(segmentedPlan(before, after, true)).toEqual({ refused });
  });

  it.each([
    [4, 4, { errors: 'ols', strength: 'indicative', harmonics: 0 }],
    [8, 3, { errors: 'ols', strength: 'indicative', harmonics: 0 }],
    [9, 3, { errors: 'reml-ar1', strength: 'limited', harmonics: 0 }],
    [12, 11, { errors: 'reml-ar1', strength: 'limited', harmonics: 0 }],
    [20, 4, { errors: 'reml-ar1', strength: 'limited', harmonics: 2 }],
    [12, 12, { errors: 'reml-ar1', strength: 'adequate', harmonics: 2 }],
  ])('with %i before and %i after is settled', (before, after, plan) => {
    expect(segmentedPlan(before, after, true)).toEqual({ refused: null, ...plan });
    expect(segmentedPlan(before, after, false)).toMatchObject({ harmonics: 0 });
  });

  it('has the lags of Newey-West by length and step', () => {
    expect([24, 25, 60].map((n) => neweyWestLag(n, true))).toEqual([1, 3, 3]);
    expect([24, 25, 60, 120].map((n) => neweyWestLag(n, false))).toEqual([1, 2, 3, 4]);
  });

  it('sees a constant series, and one that only rounding moves', () => {
    expect(isConstant([5, 5, 5])).toBe(true);
    expect(isConstant([0.1 + 0.2, 0.3, 0.3])).toBe(true);
    expect(isConstant([0, 0, 0])).toBe(true);
    expect(isConstant([5, 5, 5.001])).toBe(false);
  });

  it('calls an analysis unlike for its sign or its significance', () => {
    const one = { estimate: -2, pValue: 0.01 };
    expect(agrees(one, { estimate: -9, pValue: 0.04 })).toBe(true);
    expect(agrees(one, { estimate: -2, pValue: 0.06 })).toBe(false);
    expect(agrees(one, { estimate: 2, pValue: 0.01 })).toBe(false);
  });
});

describe('what cannot be fitted', () => {
  it('is refused by name: too few points, terms that depend on each other, times out of order', () => {
    const times = steps(4);
    expect(() => fitSegmented({ times, values: times, start: 2 }, { errors: 'ols' })).toThrow(RangeError);
    expect(() => fitSegmented({ times: steps(9), values: steps(9), start: 8 }, { errors: 'ols' })).toThrow(
      /adds nothing/,
    );
    expect(() => segmentedDesign({ times: [0, 2, 1], values: [1, 1, 1], start: 1 })).toThrow(RangeError);
    expect(() => leastSquares([[1], [1]], [1])).toThrow(RangeError);
  });

  it('has no model of counts where one side of adoption holds no event', () => {
    const times = steps(24);
    const values = times.map((time) => (time < 12 ? 5 + (time % 3) : 0));
    expect(
      quasiPoisson(
        { times, values, start: 12, slopeChange: false },
        times.map(() => 100),
      ),
    ).toBeNull();
  });
});

describe('a rate', () => {
  it('that halves at adoption has a ratio of a half, and at the latest point too without a change of slope', () => {
    const times = steps(30);
    const values = times.map((time) => (time < 15 ? 40 : 20) + (time % 2 === 0 ? 1 : -1));
    const exposure = times.map(() => 1000);
    const model = quasiPoisson({ times, values, start: 15, slopeChange: false }, exposure);
    expect(model?.terms.levelChange?.ratio).toBeCloseTo(0.5, 1);
    expect(model?.latest).toEqual(model?.terms.levelChange);
    expect(model?.dispersion).toBeLessThan(1);
  });
});
