// Owns what people type for the cover of an edition's packs of one period.
import type { Session } from '#core/store/session.ts';
import type { Period } from '#shared/calendar.ts';
import { defaultFront, type PackFront, packFront, type ShownFront } from '#shared/schemas/pack.ts';

type Span = Pick<Period, 'from' | 'to'>;
export type StoredFront = Pick<ShownFront, 'front' | 'set'>;

/** What was typed, or what a cover says where nothing was. */
export async function readFront(
  session: Pick<Session, 'all'>,
  edition: string,
  { from, to }: Span,
): Promise<StoredFront> {
  const [row] = await session.all<{ front: string; by: string; at: string }>(
    `select front::varchar as front, set_by as "by", strftime(set_at, '%Y-%m-%dT%H:%M:%SZ') as "at"
     from pack_front
     where edition = $edition and period_start = $from::date and period_end = $to::date`,
    { edition, from, to },
  );
  if (!row) return { front: defaultFront, set: null };
  return { front: packFront.parse(JSON.parse(row.front)), set: { by: row.by, at: row.at } };
}

/** Keeps what was typed in place of what stood there. */
export const setFront = (
  session: Session,
  edition: string,
  { from, to }: Span,
  front: PackFront,
  by: string,
): Promise<number> =>
  session.run(
    `insert or replace into pack_front
     values ($edition, $from::date, $to::date, $front::json, $by, $at::timestamp)`,
    { edition, from, to, front: JSON.stringify(front), by, at: new Date().toISOString() },
  );
