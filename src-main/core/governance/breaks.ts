// Owns the breaks in a series: who set them and why, and which ones the events propose.
// The rule: an event of the type system-change proposes; a person confirms, and says what it applies to.
import { randomBytes } from 'node:crypto';
import { metricCards } from '#core/figures/index.ts';
import { seriesBreaks } from '#core/figures/series-breaks.ts';
import type { Session } from '#core/store/session.ts';
import { formatDate } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { SeriesBreakList, SeriesBreakRequest } from '#shared/schemas/series-break.ts';
import { decisionsOn, noteDecision, now } from './decisions.ts';

/** What a change of system touches first; the person who confirms it says what it really does. */
const usual = ['absence-spell', 'absence-aggregate'];

/** Breaks by date, and the changes of system on whose day there is none. */
export async function breakList(session: Pick<Session, 'all'>): Promise<SeriesBreakList> {
  const breaks = await seriesBreaks(session);
  const events = await session.all<{ date: string; title: string }>(
    `select event_date as date, min(title) as title from clean.event
     where event_type = 'system-change' group by event_date order by event_date`,
  );
  return {
    breaks,
    proposals: events
      .filter(({ date }) => !breaks.some((one) => one.date === date))
      .map((event) => ({ ...event, kinds: usual })),
    decisions: await decisionsOn(session, 'break'),
  };
}

/** Adds a break, or changes the one of `id`. @throws AppError break-unknown, break-of-nothing */
export async function saveBreak(session: Session, wanted: SeriesBreakRequest, by: string): Promise<void> {
  const { id = `b${randomBytes(5).toString('hex')}`, date, title, reason, kinds, metrics } = wanted;
  if (wanted.id !== undefined) await breakOf(session, wanted.id);
  checkScope(kinds, metrics);
  const at = now();
  await session.run(
    `insert or replace into series_break
     values ($id, $date::date, $title, $reason, $kinds::json, $metrics::json, $by, $at::timestamp)`,
    { id, date, title, reason, kinds: JSON.stringify(kinds), metrics: JSON.stringify(metrics), by, at },
  );
  const what = `${formatDate(date)}, ${title}: ${[...kinds, ...metrics].join(', ')}. ${reason}`;
  await noteDecision(session, { subject: 'break', id, action: 'set', by, what }, at);
}

/** Takes a break back. @throws AppError break-unknown */
export async function removeBreak(session: Session, id: string, by: string): Promise<void> {
  const { date, title } = await breakOf(session, id);
  await session.run('delete from series_break where break_id = $id', { id });
  const what = `${formatDate(date)}, ${title}`;
  await noteDecision(session, { subject: 'break', id, action: 'removed', by, what }, now());
}

async function breakOf(session: Session, id: string) {
  const found = (await seriesBreaks(session)).find((one) => one.id === id);
  if (!found) throw new AppError('break-unknown', { id });
  return found;
}

/** A break has to be of something that there is. */
function checkScope(kinds: readonly string[], metrics: readonly string[]): void {
  const allKinds = new Set(metricCards.flatMap((card) => card.kinds));
  const unknown = [
    ...kinds.filter((kind) => !allKinds.has(kind)),
    ...metrics.filter((metric) => !metricCards.some(({ id }) => id === metric)),
  ];
  if (unknown.length > 0) {
    const detail = `no figure is, or rests on, ${unknown.join(', ')}; kinds are ${[...allKinds].sort().join(', ')}`;
    throw new AppError('input-invalid', { detail });
  }
  if (kinds.length + metrics.length === 0) throw new AppError('break-of-nothing');
}
