// How often a change of level is claimed where there is none, by error structure: 24 points, 12 on each side,
// neighbouring errors correlated 0.6. Expected at nominal 5 % (800 simulations outside this product): least
// squares 0.26, Newey-West 0.25, Prais-Winsten 0.19, restricted likelihood 0.12.
import { expect, it } from 'vitest';
import { normalQuantile } from '#core/stats/distributions.ts';
import { type ErrorStructure, fitSegmented } from '#core/stats/index.ts';
import { randoms } from '../../config/randoms.ts';

const SERIES = 400;
const PHI = 0.6;
const expected: readonly (readonly [ErrorStructure, number])[] = [
  ['ols', 0.26],
  ['newey-west', 0.25],
  ['prais-winsten', 0.19],
  ['reml-ar1', 0.12],
];

it('agrees with the evidence that the choice of model rests on', () => {
  const random = randoms(20240521);
  const normal = () => normalQuantile(Math.min(Math.max(random(), 1e-9), 1 - 1e-9));
  const times = Array.from({ length: 24 }, (_, time) => time);
  const alarms = new Map(expected.map(([errors]) => [errors, 0]));
  for (let round = 0; round < SERIES; round++) {
    let error = normal() / Math.sqrt(1 - PHI * PHI);
    const values = times.map(() => {
      const value = error;
      error = PHI * error + normal();
      return value;
    });
    for (const [errors] of expected) {
      const p = fitSegmented({ times, values, start: 12 }, { errors, lag: 1 })?.terms.levelChange?.pValue;
      if (p !== undefined && p < 0.05) alarms.set(errors, (alarms.get(errors) ?? 0) + 1);
    }
  }
  for (const [errors, rate] of expected) {
    // Three standard errors of both simulations together.
    const reach = 3 * Math.sqrt(rate * (1 - rate) * (1 / SERIES + 1 / 800));
    expect(Math.abs((alarms.get(errors) ?? 0) / SERIES - rate), errors).toBeLessThan(reach);
  }
});
