// Owns what all figures about incidents share: their dimensions, their span, what cannot be placed.
import { formatDate } from '#shared/calendar.ts';
import type { MetricCard } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import spanSql from './incident-span.sql?raw';
import undatedSql from './incident-undated.sql?raw';
import { choice, countOf, cutParams, type Metric, type Question, type Reader, readSpan } from './metric.ts';

const cuts = [
  'category',
  'channel',
  'directorate',
  'outcome',
  'reporter-role',
  'scheme',
  'seriousness',
  'stage',
  'subject-role',
  'tier',
] as const;

const twoWay = {
  'reporter-subject': ['reporter-role', 'subject-role'],
  'reporter-tier': ['reporter-role', 'tier'],
  'category-tier': ['category', 'tier'],
  'outcome-tier': ['outcome', 'tier'],
  'stage-outcome': ['stage', 'outcome'],
} as const;

const periodGrains = ['month', 'quarter', 'financial-year', 'municipal-year', 'all'] as const;

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
  choices: [],
  twoWay,
  disclosure: { rule: 'people', partitions: cuts, adds: true },
  span: (session, filters) => readSpan(session, spanSql, { scheme: choice(filters, 'scheme') }),
} satisfies Partial<Metric>;

/** Parameters of an incident statement: the cuts, and whether a case must be joined to its allegations. */
export const incidentParams = (question: Question) => ({
  ...cutParams(question),
  by_category: question.cuts.includes('category'),
});

/** Which date a figure places a case by. */
export type PlacedBy = 'received' | 'closed';

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
