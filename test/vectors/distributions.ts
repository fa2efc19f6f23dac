// The distribution functions, under R's names.
import {
  betaCdf,
  betaQuantile,
  binomialCdf,
  binomialQuantile,
  chiSquareCdf,
  chiSquareQuantile,
  fCdf,
  fQuantile,
  gammaCdf,
  normalCdf,
  normalQuantile,
  poissonCdf,
  tCdf,
  tQuantile,
} from '#core/stats/distributions.ts';
import { gammaQuantile } from '#core/stats/gamma-tails.ts';

type Parameters = Readonly<Record<string, number>> & { readonly fn: string };

/** Arguments in R's order; a case names its parameters. */
const functions: Readonly<Record<string, readonly [(...given: number[]) => number, ...string[]]>> = {
  qnorm: [normalQuantile, 'p'],
  pnorm: [normalCdf, 'x'],
  qt: [tQuantile, 'p', 'df'],
  pt: [tCdf, 'x', 'df'],
  qchisq: [chiSquareQuantile, 'p', 'df'],
  pchisq: [chiSquareCdf, 'x', 'df'],
  qgamma: [gammaQuantile, 'p', 'shape'],
  pgamma: [gammaCdf, 'x', 'shape'],
  qbeta: [betaQuantile, 'p', 'a', 'b'],
  pbeta: [betaCdf, 'x', 'a', 'b'],
  qf: [fQuantile, 'p', 'df1', 'df2'],
  pf: [fCdf, 'x', 'df1', 'df2'],
  qbinom: [binomialQuantile, 'p', 'n', 'prob'],
  pbinom: [binomialCdf, 'k', 'n', 'p'],
  ppois: [poissonCdf, 'k', 'lambda'],
};

export function distributionCase(input: Parameters): unknown {
  const known = functions[input.fn];
  if (known === undefined) throw new Error(`no function for ${input.fn}`);
  const [call, ...names] = known;
  return { value: call(...names.map((name) => input[name] ?? Number.NaN)) };
}
