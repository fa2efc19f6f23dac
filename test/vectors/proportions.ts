// Proportions and event rates, in the vocabulary of their vector files.
import {
  byar,
  correctedDifference,
  finitePopulationCorrection,
  garwood,
  marginOfError,
  newcombe,
  poissonRate,
  rateRatio,
  twoProportion,
  wilson,
} from '#core/stats/index.ts';

interface TwoCounts {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly level?: number;
}

export function wilsonCase(i: { readonly x: number; readonly n: number; readonly level?: number }): unknown {
  return wilson(i.x, i.n, i.level);
}

export function newcombeCase(i: TwoCounts): unknown {
  return newcombe(i.x1, i.n1, i.x2, i.n2, i.level);
}

export function twoProportionCase(i: TwoCounts): unknown {
  return twoProportion(i.x1, i.n1, i.x2, i.n2, i.level);
}

interface RateInput {
  readonly type: 'rate' | 'rateRatio';
  readonly level?: number;
  readonly count: number;
  readonly exposure: number;
  readonly multiplier: number;
  readonly count1: number;
  readonly exposure1: number;
  readonly count2: number;
  readonly exposure2: number;
}

export function rateCase(i: RateInput): unknown {
  if (i.type === 'rateRatio') return rateRatio(i.count1, i.exposure1, i.count2, i.exposure2, i.level);
  const scale = i.multiplier / i.exposure;
  const exact = garwood(i.count, i.level);
  const approximate = byar(i.count, i.level);
  const { rate, lower, upper } = poissonRate(i.count, i.exposure, i.multiplier, i.level);
  return {
    rate,
    exactLower: exact.lower * scale,
    exactUpper: exact.upper * scale,
    byarLower: approximate.lower * scale,
    byarUpper: approximate.upper * scale,
    ohidLower: lower,
    ohidUpper: upper,
  };
}

interface FinitePopulationInput extends TwoCounts {
  readonly type: 'marginOfError' | 'twoProportionFpc';
  readonly p: number;
  readonly n: number;
  readonly headcount: number | null;
  readonly headcount1: number | null;
  readonly headcount2: number | null;
}

export function finitePopulationCase(i: FinitePopulationInput): unknown {
  if (i.type === 'marginOfError') {
    return {
      marginOfError: marginOfError(i.p, i.n, i.headcount, i.level),
      fpc: finitePopulationCorrection(i.n, i.headcount),
    };
  }
  return correctedDifference(
    { x: i.x1, n: i.n1, headcount: i.headcount1 },
    { x: i.x2, n: i.n2, headcount: i.headcount2 },
    i.level,
  );
}
