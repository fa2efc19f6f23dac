// Owns where a figure comes from: the method in words, the filters, the imports, what was hidden and why.
import { SMALL_COUNT } from '#core/disclosure/primary.ts';
import type { Shape } from '#core/metrics/metric.ts';
import type { Session } from '#core/store/session.ts';
import type { ChartLimits, Figure } from '#shared/schemas/figure.ts';
import type { Asking } from './ask.ts';
import importsSql from './imports.sql?raw';

type Provenance = Figure['provenance'];

const methods: Readonly<Record<Shape, string>> = {
  count: 'A plain count.',
  amount: 'A plain sum.',
  share: 'Part of the whole with a 95 per cent Wilson interval.',
  proportion:
    'Percentage with a 95 per cent Wilson interval; the mean of several questions has no interval. Two waves are compared by Newcombe’s interval for a difference, from 30 answers in each.',
  mean: 'Mean with a 95 per cent t interval; the mean of several questions has no interval.',
  duration:
    'Kaplan-Meier time with a 95 per cent log-log interval, open cases censored; the longest open is counted in days.',
  rate: 'Rate with a 95 per cent Poisson interval: Garwood’s exact one below 10 cases, Byar’s from 10.',
  ratio: 'Ratio of sums, without an interval.',
};

const chartMethod =
  'XmR limits at 2.66 mean moving ranges; moving ranges of 3.267 times their mean or more screened out once; the four Making Data Count rules, two of three as of November 2023; gaps are not bridged.';

/** Makes the provenance of a figure. */
export async function provenance(
  session: Pick<Session, 'all'>,
  asking: Asking,
  limits: readonly ChartLimits[],
  hidden: number,
  minimumBase: number,
): Promise<Provenance> {
  const { metric, choices, filters } = asking;
  const imports = await session.all<Provenance['imports'][number]>(importsSql, {
    kinds: JSON.stringify(metric.card.kinds),
    instrument: choices.instrument ?? null,
  });
  const method = methods[metric.shape];
  return {
    method: limits.some(({ mean }) => mean !== null) ? `${method} ${chartMethod}` : method,
    metricVersion: metric.card.version,
    filters: { ...filters, ...choices },
    imports,
    suppression: { rule: suppressionRule(asking, minimumBase), hidden },
  };
}

function suppressionRule({ metric }: Asking, minimumBase: number): string {
  const also =
    'Where that would leave one hidden number that subtraction could find, others are hidden with it.';
  switch (metric.disclosure.rule) {
    case 'public':
      return 'Nothing is hidden: these facts are public record.';
    case 'survey':
      return `Survey groups of fewer than ${minimumBase} answers are hidden. ${also}`;
    case 'people':
      return `In a split or a filtered figure, numbers that rest on 1 to ${SMALL_COUNT - 1} cases or people are hidden; totals are shown. ${also}`;
  }
}
