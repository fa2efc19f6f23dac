// Owns what all figures about sickness share: the one source they read, their dimensions, their caveat.
// The rule: spells and published aggregates may be of the same absence, so they are never added.

import type { MetricCard } from '#shared/schemas/figure.ts';
import lostSql from './absence-lost.sql?raw';
import sourcesSql from './absence-sources.sql?raw';
import spanSql from './absence-span.sql?raw';
import { readByMonth } from './by-month.ts';
import {
  type AmountRow,
  type Asked,
  cutParams,
  type Metric,
  type Question,
  type Reader,
  readSpan,
  type Settled,
} from './metric.ts';

export type AbsenceSource = 'spells' | 'aggregates';

/** The parts of a card that every sickness figure has alike. */
export const absenceCard = {
  direction: 'decrease',
  chart: 'xmr',
  clause: 'Section VII, proxies',
  caveat:
    'A proxy: the Protocol names sickness as one that may move with culture, but sickness has many causes and no single figure shows one.',
  grains: ['month', 'quarter', 'financial-year', 'municipal-year'],
} satisfies Partial<MetricCard>;

/** Directorate is in both pairs: reason by term besides would let the three be read together. */
export const absencePairs = {
  'directorate-reason': ['directorate', 'reason'],
  'directorate-term': ['directorate', 'term'],
} as const;

/** Every sickness metric's part besides its card, shape, cuts and what it reads. */
export const absenceMetric = {
  choices: ['source'],
  choiceValues: { source: ['spells', 'aggregates'] },
  twoWay: absencePairs,
  span: (session, filters) => readSpan(session, spanSql, { source: sourceOf(filters) }),
  settle: settleSource,
} satisfies Partial<Metric>;

/** The source that was chosen or settled. */
export const sourceOf = (choices: Readonly<Record<string, string>>): AbsenceSource =>
  choices.source === 'aggregates' ? 'aggregates' : 'spells';

/** What a month without a row stands for: no sickness where there are spells, nothing published otherwise. */
export const noRow = ({ choices }: Question): 0 | null => (sourceOf(choices) === 'spells' ? 0 : null);

/** FTE days lost by period and cut, from the question's source. */
export const readLost = (session: Reader, question: Question): Promise<AmountRow[]> =>
  readByMonth<AmountRow>(session, question, lostSql, {
    ...cutParams(question),
    source: sourceOf(question.choices),
  });

/** A unit is known to aggregates only, a directorate or term to spells only; else spells where there are any. */
async function settleSource(session: Reader, { split, filters }: Asked): Promise<Settled> {
  const [there] = await session.all<Record<AbsenceSource, boolean>>(sourcesSql);
  const asked = [...split, ...Object.keys(filters)];
  const chosen = filters.source;
  let source: AbsenceSource = there?.spells ? 'spells' : 'aggregates';
  if (asked.includes('unit')) source = 'aggregates';
  if (asked.includes('directorate') || asked.includes('term')) source = 'spells';
  if (chosen === 'spells' || chosen === 'aggregates') source = chosen;
  const both = there?.spells === true && there.aggregates;
  return {
    choices: { source },
    notes: both
      ? [
          {
            code: 'source-chosen',
            text: `Sickness is loaded as spells and as published aggregates. They are never added: this is from the ${source}. The filter “source” chooses the other.`,
          },
        ]
      : [],
  };
}
