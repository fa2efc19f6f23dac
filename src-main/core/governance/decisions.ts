// Owns the log of what people settled about the data: who, when, what, in words. Nothing is taken out of it.
import type { Session } from '#core/store/session.ts';
import type { Decision } from '#shared/schemas/decision.ts';

export type Subject = 'crosswalk' | 'break' | 'mechanism' | 'survey' | 'chart' | 'judgement';

export interface NewDecision {
  readonly subject: Subject;
  readonly id: string;
  readonly action: Decision['action'];
  readonly by: string;
  readonly what: string;
}

/** The moment of a decision, for the log and for the row that it makes. */
export const now = (): string => new Date().toISOString();

/** Adds a line to the log, in the transaction of what it tells. */
export async function noteDecision(session: Session, decision: NewDecision, at: string): Promise<void> {
  await session.run('insert into decision values ($at::timestamp, $by, $subject, $id, $action, $what)', {
    ...decision,
    at,
  });
}

/** The last 50 decisions about a subject, or one thing of it, newest first. */
export const decisionsOn = (
  session: Pick<Session, 'all'>,
  subject: Subject,
  id: string | null = null,
): Promise<Decision[]> =>
  session.all<Decision>(
    `select decided_at as at, decided_by as by, action, detail as what from decision
     where subject = $subject and ($id::varchar is null or subject_id = $id) order by decided_at desc, subject_id limit 50`,
    { subject, id },
  );
