// Owns what all figures about incidents share: their dimensions, their span, what cannot be placed.
// The rule: cases under different rules are never divided together; "scheme" picks which, or stands alone.
import { formatDate } from '#shared/calendar.ts';
import type { MetricCard } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import { resolution, substantiated } from '#shared/vocabulary/resolution.ts';
import cutSql from './incident-cut.sql?raw';
import schemesSql from './incident-schemes.sql?raw';
import spanSql from './incident-span.sql?raw';
import undatedSql from './incident-undated.sql?raw';
import valuesSql from './incident-values.sql?raw';
import {
  type Asked,
  choice,
  countOf,
  cutParams,
  type Metric,
  type Question,
  type Reader,
  readSpan,
  type Settled,
} from './metric.ts';

const cuts = [
  'behaviour',
  'category',
  'channel',
  'directorate',
  'measures',
  'outcome',
  'principle',
  'reporter-role',
  'resolution',
  'sanction',
  'scheme',
  'seriousness',
  'skip-level',
  'stage',
  'subject-role',
  'support',
  'tier',
] as const;

/** Together they are a tree: no pair closes a ring through which a hidden number could be worked out. */
const twoWay = {
  'reporter-subject': ['reporter-role', 'subject-role'],
  'reporter-tier': ['reporter-role', 'tier'],
  'behaviour-subject': ['behaviour', 'subject-role'],
  'category-channel': ['category', 'channel'],
  'category-directorate': ['category', 'directorate'],
  'category-tier': ['category', 'tier'],
  'outcome-tier': ['outcome', 'tier'],
  'stage-outcome': ['stage', 'outcome'],
} as const;

/** Cuts that say in finer words what another says: whoever knows the other knows something of them. */
const within = {
  outcome: 'resolution',
  measures: 'resolution',
  sanction: 'measures',
  support: 'measures',
} as const;

const periodGrains = ['month', 'quarter', 'financial-year', 'municipal-year', 'all'] as const;

/** Durations need more cases than most months have. */
export const durationGrains = ['quarter', 'month', 'financial-year', 'municipal-year', 'all'] as const;

/** The parts of a card that every incident figure has alike; each metric names the rest. */
export const incidentCard = {
  direction: 'neutral',
  chart: 'xmr',
  kinds: ['incident'],
  grains: [...periodGrains],
  dimensions: [...cuts, ...Object.keys(twoWay)],
  caveat:
    'More reports can mean more trust in reporting as well as more incidents: the number has no good or bad direction.',
} satisfies Partial<MetricCard>;

/** What every incident metric has alike besides its card, its shape and what it reads. */
export const incidentMetric = {
  cuts,
  choices: ['scheme'],
  twoWay,
  within,
  disclosure: { rule: 'people', partitions: cuts, adds: true },
  span: (session, filters) => readSpan(session, spanSql, { scheme: choice(filters, 'scheme') }),
  settle: settleScheme,
  values: dimensionValues,
} satisfies Partial<Metric>;

const steps = JSON.stringify({ ...resolution, substantiated });

/** Parameters of an incident statement: the cuts, the scheme, and which words come to which step. */
export const incidentParams = (question: Question) => ({
  ...cutParams(question),
  scheme: choice(question.choices, 'scheme'),
  steps,
});

/** Takes the scheme with the most cases where cases are to be divided and nobody named one, and says so. */
async function settleScheme(session: Reader, asked: Asked): Promise<Settled> {
  const divides = asked.split.length > 0 || Object.keys(asked.filters).length > 0;
  return divides ? oneScheme(session, asked) : none;
}

const none: Settled = { choices: {}, notes: [] };

/** Takes one scheme, whether cases are divided or not. */
export async function oneScheme(session: Reader, { split, filters }: Asked): Promise<Settled> {
  if (filters.scheme !== undefined || split.includes('scheme')) return none;
  const schemes = await session.all<{ scheme: string }>(schemesSql);
  const most = schemes[0]?.scheme;
  if (most === undefined || schemes.length === 1) return none;
  const names = schemes.map(({ scheme }) => `“${scheme}”`).join(', ');
  return {
    choices: { scheme: most },
    notes: [
      {
        code: 'scheme-chosen',
        text: `Cases are recorded under several rules (${names}) and counted under one at a time: only those under “${most}” are counted here. The filter “scheme” chooses another.`,
      },
    ],
  };
}

async function dimensionValues(session: Reader, dimension: string): Promise<readonly string[]> {
  const params = { cut1: dimension, cut2: null, cut3: null, scheme: null, steps };
  const rows = await session.all<{ value: string }>(cutSql + valuesSql, params);
  return rows.map(({ value }) => value);
}

/**
 * Says how many cases cannot be placed in a period, over the whole log, because their date is a year or
 * is not known; and, where durations or open cases matter, how many closed cases have no closing date.
 */
export async function incidentNotes(
  session: Reader,
  { grain }: Question,
  needs: { readonly received: boolean; readonly closed: boolean },
): Promise<Note[]> {
  const [row] = await session.all<{ received: number; closed: number }>(undatedSql);
  const notes: Note[] = [];
  if (needs.received && row && row.received > 0 && grain !== 'all') {
    notes.push({
      code: 'dates-partial',
      text: `${countOf(row.received, 'case has', 'cases have')} only a year or no date for being received, and no place in any period here.`,
    });
  }
  if (needs.closed && row && row.closed > 0) {
    notes.push({
      code: 'closing-unknown',
      text: `${countOf(row.closed, 'case is', 'cases are')} closed without an exact closing date, and left out here.`,
    });
  }
  return notes;
}

/** Says to which day open cases are followed. */
export const followedTo = (to: string): Note => ({
  code: 'followed-to',
  text: `Cases still open are followed to ${formatDate(to)}, the last date in the log.`,
});
