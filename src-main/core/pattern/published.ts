// Owns the one number of the cumulative rule that may leave the officer's hands: how many people are flagged.
// The rule: nobody sees a small count, not even here; only the last count that was released is kept.
import type { Session } from '#core/store/session.ts';
import type { PatternRule, PublishedCount } from '#shared/schemas/pattern.ts';

/** A count in the words that a pack may show; of `least` people and more it may be told. */
export const safeCount = (people: number, least: number): string =>
  people === 0 || people >= least ? String(people) : `1 to ${least - 1}: not shown`;

/** The count that the officer released last; null where none was. Packs read it from here. */
export async function publishedCount(session: Pick<Session, 'all'>): Promise<PublishedCount | null> {
  const [row] = await session.all<PublishedCount>(
    `select shown, interventions, months, published_at as "publishedAt", published_by as "publishedBy"
     from pattern_published`,
  );
  return row ?? null;
}

/** Releases a count in place of the one before. */
export async function publishCount(
  session: Session,
  shown: string,
  { interventions, months }: PatternRule,
  by: string,
): Promise<void> {
  await session.run('delete from pattern_published');
  await session.run(
    `insert into pattern_published
     values ($at::timestamp, $by, $interventions::integer, $months::integer, $shown)`,
    { at: new Date().toISOString(), by, interventions, months, shown },
  );
}
