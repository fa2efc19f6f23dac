// Owns where a figure comes from: the method in words, the filters, the imports, what was hidden and why.
import type { Shape } from '#core/metrics/metric.ts';
import type { Session } from '#core/store/session.ts';
import type { Figure } from '#shared/schemas/figure.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { Asking } from './ask.ts';
import importsSql from './imports.sql?raw';

type Provenance = Figure['provenance'];
type Policy = Pick<WorkspaceSettings, 'minimumBase' | 'smallCount'>;

const methods: Readonly<Record<Shape, string>> = {
  count: 'A plain count.',
  amount: 'A plain sum.',
  share: 'Part of the whole with a 95 per cent Wilson interval.',
  proportion:
    'Percentage with a 95 per cent Wilson interval; the mean of several questions has no interval. Two waves are compared by Newcombe’s interval and a two-proportion test (Fisher’s where few are expected) from 30 answers in each, several questions together by a z test from 20; p values are adjusted by Benjamini and Hochberg over all that is compared with one wave here.',
  net: 'Favourable minus unfavourable with a 95 per cent normal interval; the mean of several questions has no interval. Two waves are compared by a z test from 30 answers in each; p values are adjusted by Benjamini and Hochberg over all that is compared with one wave here.',
  index:
    'Mean of people’s answers on 0 to 100 with a 95 per cent t interval. Two waves are compared by Welch’s t test from 10 people in each; p values are adjusted by Benjamini and Hochberg over all that is compared with one wave here.',
  mean: 'Mean with a 95 per cent t interval; the mean of several questions has no interval. Two waves are compared by Welch’s t test from 10 answers in each; p values are adjusted by Benjamini and Hochberg over all that is compared with one wave here.',
  duration:
    'Kaplan-Meier time, or share by a time, with a 95 per cent log-log interval, open cases censored; the longest open is counted in days.',
  rate: 'Rate with a 95 per cent Poisson interval: Garwood’s exact one below 10 cases, Byar’s from 10.',
  ratio: 'Ratio of sums, without an interval.',
};

/** Makes the provenance of a figure; `chartMethod` is how its chart is judged, empty where none is. */
export async function provenance(
  session: Pick<Session, 'all'>,
  asking: Asking,
  chartMethod: string,
  hidden: number,
  policy: Policy,
): Promise<Provenance> {
  const { metric, choices, filters } = asking;
  const imports = await importsOf(session, asking);
  const method = methods[metric.shape];
  return {
    method: chartMethod === '' ? method : `${method} ${chartMethod}`,
    metricVersion: metric.card.version,
    filters: { ...filters, ...choices },
    imports,
    suppression: { rule: suppressionRule(asking, policy), hidden },
  };
}

type ImportRow = Provenance['imports'][number] & { readonly instrument: string | null };

/** The imports a figure rests on: those of its kinds and, for a survey, of its instrument. */
async function importsOf(
  session: Pick<Session, 'all'>,
  { metric, choices }: Asking,
): Promise<Provenance['imports']> {
  const rows = await session.all<ImportRow>(importsSql);
  return rows
    .filter(
      ({ kind, instrument }) =>
        metric.card.kinds.includes(kind) &&
        (choices.instrument === undefined || instrument === null || instrument === choices.instrument),
    )
    .map(({ instrument, ...brought }) => brought);
}

function suppressionRule({ metric }: Asking, { minimumBase, smallCount }: Policy): string {
  const also =
    'Others are hidden with them where adding and subtracting, over all groups, years and earlier packs, would find them.';
  switch (metric.disclosure.rule) {
    case 'public':
      return 'Nothing is hidden: these facts are public record.';
    case 'survey':
      return `Survey groups of fewer than ${minimumBase} answers are hidden. ${also}`;
    case 'people':
      return `In a split or a filtered figure, numbers that rest on 1 to ${smallCount - 1} cases or people are hidden; totals are shown. ${also}`;
  }
}
