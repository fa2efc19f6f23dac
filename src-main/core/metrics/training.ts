// Owns what all figures about training share: their cuts, their span, what cannot be placed.
// The rule: a record is placed by when it was due, booked or done, never by how long somebody has been in office.
import type { MetricCard } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import { trainingKinds } from '#shared/vocabulary/learning.ts';
import { countOf, cutParams, type Metric, type Question, type Reader, readSpan } from './metric.ts';
import cutSql from './training-cut.sql?raw';
import spanSql from './training-span.sql?raw';
import undatedSql from './training-undated.sql?raw';

/** The parts of a card that every training figure has alike. */
export const trainingCard = {
  chart: 'column',
  kinds: ['training'],
  grains: ['financial-year', 'quarter', 'municipal-year', 'all'],
} satisfies Partial<MetricCard>;

/** Every training metric's part besides its card, shape, cuts and what it reads. */
export const trainingMetric = {
  choices: [],
  span: (session) => readSpan(session, spanSql),
  notes: unplaced,
} satisfies Partial<Metric>;

const kinds = JSON.stringify(trainingKinds.terms.map(({ label }) => label));

/** The statement of rows `sql` over the training on record. */
export const readTraining = <Row extends object>(
  session: Reader,
  question: Question,
  sql: string,
  more = {},
): Promise<Row[]> => session.all<Row>(cutSql + sql, { ...cutParams(question), kinds, ...more });

/** Says how many records of the whole file are in no period, or tell of groups without both numbers. */
async function unplaced(session: Reader, { grain }: Question): Promise<Note[]> {
  const [row] = await session.all<{ undated: number; unmeasured: number }>(undatedSql);
  const notes: Note[] = [];
  if (row && row.undated > 0 && grain !== 'all') {
    const found = countOf(row.undated, 'training record has', 'training records have');
    notes.push({
      code: 'dates-partial',
      text: `${found} no date due, booked or done, and no place in any period here.`,
    });
  }
  if (row && row.unmeasured > 0) {
    const found = countOf(row.unmeasured, 'row of totals has', 'rows of totals have');
    notes.push({
      code: 'totals-partial',
      text: `${found} not both numbers, invited and attending, and no share.`,
    });
  }
  return notes;
}
