// Owns how the figures about a part of the cases are made: those of which the log tells something, and
// those of them of which it is true. Where no case tells it, the figure says so and gives no zero.
import type { MetricCard } from '#shared/schemas/figure.ts';
import { incidentCard, incidentMetric, incidentNotes, incidentParams, oneScheme } from './incident-case.ts';
import cutSql from './incident-cut.sql?raw';
import sql from './incident-part.sql?raw';
import type { Metric, Reader, ShareRow } from './metric.ts';

type Words = Pick<MetricCard, 'id' | 'title' | 'definition' | 'unit' | 'clause' | 'caveat'>;

/** The groups of the closed cases by what was recorded of sanction and support. */
export const measureGroups = ['Sanction', 'Support', 'Sanction and support', 'Neither'] as const;

interface Part {
  /** What the log tells of a case: a name of the map in incident-cut.sql. */
  readonly part: 'anonymous' | 'skip-level' | 'substantiated' | 'sanction' | 'support';
  /** The split of "incidents" that this is worked out from, and its groups that are in one number or the other. */
  readonly of: { readonly cut: string; readonly groups: readonly string[] };
  /** What a log that never tells it lacks, after "The log does not record". */
  readonly lacks: string;
  readonly words: Words;
}

const wholeLog = { grain: 'all', cut1: null, cut2: null, cut3: null, from: null, to: null } as const;

/**
 * A share of cases, with a Wilson interval. It is worked out from some groups of a split, of one scheme, and
 * hidden where that split hides one of them; so it is not cut itself.
 */
export function partMetric({ part, of, lacks, words }: Part): Metric {
  const read = (session: Reader, params: ReturnType<typeof incidentParams>) =>
    session.all<ShareRow>(cutSql + sql, { ...params, part });
  return {
    ...incidentMetric,
    card: {
      ...incidentCard,
      ...words,
      chart: 'line',
      grains: ['financial-year', 'quarter', 'month', 'municipal-year', 'all'],
      dimensions: ['scheme'],
      version: 1,
    },
    shape: 'share',
    format: { decimals: 0, unit: 'percent' },
    cuts: [],
    twoWay: {},
    disclosure: { rule: 'people', partitions: [], adds: true, madeOf: { metric: 'incidents', ...of } },
    settle: oneScheme,
    noExposure: `No case of the period records ${lacks}`,
    read: async (session, question) => ({
      shape: 'share',
      rows: await read(session, incidentParams(question)),
    }),
    notes: async (session, question) => {
      const notes = await incidentNotes(session, question, { received: true, closed: false });
      const [any] = await read(session, { ...incidentParams(question), ...wholeLog });
      if (any) return notes;
      return [{ code: 'field-not-recorded', text: `The log does not record ${lacks}.` }, ...notes];
    },
  };
}
