// The one table from a vector file to the method that answers its cases. An adapter only renames; it lives in
// the file of its domain beside this one. A new vector file needs one line here.
import { distributionCase } from './distributions.ts';
import {
  finitePopulationCase,
  newcombeCase,
  rateCase,
  twoProportionCase,
  wilsonCase,
} from './proportions.ts';
import { rakingCase, rollingCase, segmentedCase, seriesCase } from './series.ts';
import { attributeCase, ruleCase, runChartCase, xmrCase } from './special-cause.ts';
import { alphaCase, comparisonsCase, scoreCase, welchCase } from './surveys.ts';
import { survivalCase } from './survival.ts';

/** Calls the method a case names; the input's shape is the file's business, hence `never`. */
export type VectorAdapter = (input: never) => unknown;

export const vectorAdapters: Readonly<Record<string, VectorAdapter>> = {
  'attribute-charts': attributeCase,
  'cronbach-alpha': alphaCase,
  distributions: distributionCase,
  'finite-population': finitePopulationCase,
  'interrupted-time-series': segmentedCase,
  'kaplan-meier': survivalCase,
  'multiple-comparisons': comparisonsCase,
  newcombe: newcombeCase,
  'poisson-rates': rateCase,
  raking: rakingCase,
  'rolling-12-month': rollingCase,
  'run-chart': runChartCase,
  series: seriesCase,
  'survey-scores': scoreCase,
  'two-proportion': twoProportionCase,
  welch: welchCase,
  wilson: wilsonCase,
  xmr: xmrCase,
  'xmr-rule-units': ruleCase,
};

/**
 * The adapter for a file: by its name, or by the longest known name inside it (`xmr-2.json` is `xmr`).
 * Undefined when no known name is in it.
 */
export function adapterFor(file: string): VectorAdapter | undefined {
  const names = Object.keys(vectorAdapters).filter((name) => file.includes(name));
  const longest = names.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : vectorAdapters[longest];
}
