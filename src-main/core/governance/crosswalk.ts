// Owns the directorate crosswalk: its entries, who set them, and the table of lines that figures read by.
// The rule: a directorate goes over whole. Dividing one would need to know who went where, which no row says.
import type { Session } from '#core/store/session.ts';
import { addMonths, formatDate } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { CrosswalkList, CrosswalkRequest } from '#shared/schemas/crosswalk.ts';
import { keyOf, linesOf, type Step, whyImpossible } from './crosswalk-lines.ts';
import { type NameSpan, type Reorganisation, suggest } from './crosswalk-suggestions.ts';
import { decisionsOn, noteDecision, now } from './decisions.ts';
import namesSql from './directorate-names.sql?raw';

type Reader = Pick<Session, 'all'>;
type Entry = Step & { readonly setBy: string; readonly setAt: string };
type Name = NameSpan & { readonly today: string };

const entriesOf = (session: Reader): Promise<Entry[]> =>
  session.all<Entry>(
    `select old_name as old, new_name as new, effective_date as effective, set_by as "setBy", set_at as "setAt"
     from directorate_crosswalk order by effective_date, old_name`,
  );

/** Entries, the names in the data with their names of today, and what reorganisation events suggest. */
export async function crosswalkList(session: Reader): Promise<CrosswalkList> {
  const entries = await entriesOf(session);
  const names = await session.all<Name>(namesSql);
  const events = await session.all<Reorganisation>(
    "select event_date as date, title from clean.event where event_type = 'reorganisation' order by event_date, title",
  );
  const inData = new Set(names.map(({ name }) => keyOf(name)));
  return {
    entries: entries.map((entry) => ({ ...entry, inData: inData.has(keyOf(entry.old)) })),
    names: names.map(({ name, first, last, today }) => ({ name, first, last, today })),
    suggestions: suggest(events, names, entries),
    decisions: await decisionsOn(session, 'crosswalk'),
  };
}

/**
 * Says that a directorate is another from a day on; the same entry again changes nothing.
 * @throws AppError crosswalk-split, crosswalk-partial, crosswalk-chain, crosswalk-same
 */
export async function setCrosswalk(session: Session, added: CrosswalkRequest, by: string): Promise<void> {
  const entries = await entriesOf(session);
  const params = { old: added.old, new: added.new, date: formatDate(added.effective) };
  const impossible = whyImpossible(entries, added);
  if (impossible !== null) throw new AppError(`crosswalk-${impossible}`, params);
  const standing = entries.some(
    ({ old, effective }) => keyOf(old) === keyOf(added.old) && effective === added.effective,
  );
  if (standing) return;
  await refusePart(session, added, entries);
  const at = now();
  await session.run(
    'insert into directorate_crosswalk values ($old, $new, $effective::date, $by, $at::timestamp)',
    { ...added, by, at },
  );
  const what = `${added.old} is ${added.new} from ${params.date}`;
  await noteDecision(session, { subject: 'crosswalk', id: keyOf(added.old), action: 'set', by, what }, at);
  await writeLines(session);
}

/** Takes an entry back. @throws AppError crosswalk-unknown */
export async function removeCrosswalk(
  session: Session,
  { old, effective }: Pick<Step, 'old' | 'effective'>,
  by: string,
): Promise<void> {
  const found = (await entriesOf(session)).find(
    (entry) => keyOf(entry.old) === keyOf(old) && entry.effective === effective,
  );
  if (!found) throw new AppError('crosswalk-unknown', { old, date: formatDate(effective) });
  await session.run(
    'delete from directorate_crosswalk where old_name = $old and effective_date = $effective::date',
    { old: found.old, effective },
  );
  const what = `${found.old} is no longer taken as ${found.new} from ${formatDate(effective)}`;
  await noteDecision(session, { subject: 'crosswalk', id: keyOf(old), action: 'removed', by, what }, now());
  await writeLines(session);
}

/** A name that a later snapshot still tells of five people or more under was taken over in part only. */
async function refusePart(
  session: Reader,
  { old, new: next, effective }: CrosswalkRequest,
  entries: readonly Step[],
): Promise<void> {
  const back = entries.find((entry) => keyOf(entry.new) === keyOf(old) && entry.effective > effective);
  const [still] = await session.all<{ day: string | null }>(
    `select max(day) as day from (
       select snapshot_date as day from clean.workforce_snapshot
       where snapshot_date >= $from::date and snapshot_date < $before::date and mart.directorate_key(directorate) = $key
       group by snapshot_date having sum(headcount) >= 5
     ) as later`,
    { key: keyOf(old), from: addMonths(effective, 1), before: back?.effective ?? '9999-12-31' },
  );
  if (still?.day == null) return;
  throw new AppError('crosswalk-partial', { old, new: next, date: formatDate(still.day) });
}

async function writeLines(session: Session): Promise<void> {
  await session.run('delete from mart.directorate_line');
  const lines = linesOf(await entriesOf(session));
  await session.run(
    `insert into mart.directorate_line
     select line.key, line."from", line.before, line.today
     from (select unnest(from_json($lines::json,
       '[{"key":"VARCHAR","from":"DATE","before":"DATE","today":"VARCHAR"}]')) as line)`,
    { lines: JSON.stringify(lines) },
  );
}
