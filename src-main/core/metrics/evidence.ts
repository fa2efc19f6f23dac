// Owns what all figures about qualitative evidence share: cuts, span, what is undated or uncoded.
// The rule: what was said is counted, never quoted; who was asked was not drawn by lot, so nothing is tested.
import type { MetricCard } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import { sevenBehaviours } from './appraisal.ts';
import cutSql from './evidence-cut.sql?raw';
import spanSql from './evidence-span.sql?raw';
import undatedSql from './evidence-undated.sql?raw';
import { countOf, cutParams, type Metric, type Question, type Reader, readSpan } from './metric.ts';

/** The parts of a card that every figure about evidence has alike. */
export const evidenceCard = {
  direction: 'neutral',
  chart: 'column',
  kinds: ['qualitative-evidence'],
  grains: ['financial-year', 'quarter', 'municipal-year', 'all'],
} satisfies Partial<MetricCard>;

/** Every evidence metric's part besides its card, shape, cuts and what it reads. */
export const evidenceMetric = {
  choices: [],
  span: (session) => readSpan(session, spanSql),
} satisfies Partial<Metric>;

/** The statement of rows `sql` over the evidence. */
export const readEvidence = <Row extends object>(
  session: Reader,
  question: Question,
  sql: string,
): Promise<Row[]> =>
  session.all<Row>(cutSql + sql, {
    ...cutParams(question),
    behaviours: sevenBehaviours,
    by_behaviour: question.cuts.includes('behaviour'),
  });

/** Says how much of the whole is in no period and, where codes matter, how much is uncoded. */
export async function evidenceNotes(session: Reader, { grain }: Question, codes: boolean): Promise<Note[]> {
  const [row] = await session.all<{ undated: number; uncoded: number }>(undatedSql);
  const notes: Note[] = [];
  if (row && row.undated > 0 && grain !== 'all') {
    const found = countOf(row.undated, 'excerpt has', 'excerpts have');
    notes.push({
      code: 'dates-partial',
      text: `${found} only a year or no date, and no place in any period here.`,
    });
  }
  if (codes && row && row.uncoded > 0) {
    const found = countOf(row.uncoded, 'excerpt is', 'excerpts are');
    const text = `${found} coded neither as a strength nor as a concern, and not counted here.`;
    notes.push({ code: 'uncoded', text });
  }
  return notes;
}
