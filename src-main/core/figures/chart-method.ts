// Owns how a chart is judged, in words: it stands under the chart, in exports and in the provenance.
// The rule: every choice is said, also where it is the usual one.
import type { ChartKind, Judging } from '#shared/schemas/chart.ts';

const limits: Readonly<Record<ChartKind, string>> = {
  xmr: 'XmR limits at 2.66 mean moving ranges',
  p: 'p chart: three sigma limits from the mean share and each point’s base',
  'p-prime': 'Laney’s p′ chart: limits of a p chart, times how much more the points vary than counting alone',
  u: 'u chart: three sigma limits from the mean rate and the people at each point',
  'u-prime': 'Laney’s u′ chart: limits of a u chart, times how much more the points vary than counting alone',
  c: 'c chart: three sigma limits from the mean count',
  g: 'g chart: limits from the mean gap, the median drawn',
  t: 't chart: an individuals chart of the times to the power 1/3.6',
  run: 'Run chart about the median (Anhøj): longest run and number of crossings; no limits',
};

/** Whether the spread is told by moving ranges, which can be screened. */
const ranges: readonly ChartKind[] = ['xmr', 'p-prime', 'u-prime', 't'];
/** A trend of raw values says little where the bases differ. */
export const trendless: readonly ChartKind[] = ['p', 'p-prime', 'u', 'u-prime'];

/** The method of a chart with its choices. */
export function chartMethod(chart: ChartKind, { screening, twoOfThree, runLength }: Judging): string {
  if (chart === 'run') return `${limits.run}; gaps are passed over.`;
  const screened = screening
    ? 'moving ranges of 3.267 times their mean or more screened out once'
    : 'no screening of moving ranges (as the Excel tool)';
  const rules = trendless.includes(chart)
    ? 'the Making Data Count rules but for the trend'
    : 'the four Making Data Count rules';
  return [
    limits[chart],
    ...(ranges.includes(chart) ? [screened] : []),
    `${rules}, runs of ${runLength}, two of three ${twoOfThree === '2023' ? 'as of November 2023' : 'in the older form'}`,
    'gaps are not bridged.',
  ].join('; ');
}

/** Series of 100 that pure chance shifts to the better side, and where neighbouring points are alike (0.3). */
const falseAlarms = { 6: [9, 18], 7: [5, 11] } as const;

/** How often the headline since adoption is wrong: simulated with 12 points before and 12 since. */
export function shiftMethod(runLength: 6 | 7): string {
  const [chance, alike] = falseAlarms[runLength];
  return `Since adoption one thing is judged: ${runLength} or more points in a row on one side of the mean of the points before it. With 12 points before and 12 since, pure chance shows such a run on the better side in about ${chance} of 100 series, and in about ${alike} where neighbouring points are alike (autocorrelation 0.3).`;
}
