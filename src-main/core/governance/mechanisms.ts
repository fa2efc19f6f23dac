// Owns the register of the six mechanisms: what people said of each, and what the imports say of it.
// The rule: whether one is in place is said by a person; the last evidence is computed, never typed in.
import type { Session } from '#core/store/session.ts';
import { formatDate } from '#shared/calendar.ts';
import type { MechanismEntry, MechanismList, MechanismRequest } from '#shared/schemas/mechanism.ts';
import { type MechanismId, mechanismIds, mechanismOf, mechanisms } from '#shared/vocabulary/mechanisms.ts';
import { decisionsOn, noteDecision, now } from './decisions.ts';
import { dueAfter } from './due.ts';
import sourcesSql from './sources.sql?raw';

type Reader = Pick<Session, 'all'>;
type Said = Pick<MechanismEntry, 'mechanism' | 'inPlace' | 'owner' | 'cadenceMonths' | 'setBy' | 'setAt'>;

const unsaid = (mechanism: MechanismId): Said => ({
  mechanism,
  inPlace: 'not-yet',
  owner: null,
  cadenceMonths: null,
  setBy: null,
  setAt: null,
});

/** What people said of each of the six; of those nobody spoke of, that they are not yet in place. */
export async function saidOfMechanisms(session: Reader): Promise<Said[]> {
  const rows = await session.all<Said>(
    `select mechanism, in_place as "inPlace", owner_role as owner, cadence_months as "cadenceMonths",
       set_by as "setBy", set_at as "setAt"
     from mechanism`,
  );
  return mechanismIds.map((id) => rows.find(({ mechanism }) => mechanism === id) ?? unsaid(id));
}

/** One row a source, as `sources.sql` reads it. */
export interface SourceRow {
  readonly kind: string;
  readonly instrument: string | null;
  readonly imports: number;
  readonly rows: number;
  readonly lastImport: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly daysLate: number | null;
  readonly read: number;
  readonly rejected: number;
}

export const readSources = (session: Reader): Promise<SourceRow[]> => session.all<SourceRow>(sourcesSql);

/** The register as at `today`. */
export async function mechanismList(session: Reader, today: string): Promise<MechanismList> {
  const sources = await readSources(session);
  const said = await saidOfMechanisms(session);
  const entries = said.map((one) => entryOf(one, sources, today));
  return {
    asAt: today,
    reading: overview(entries),
    mechanisms: entries,
    decisions: await decisionsOn(session, 'mechanism'),
  };
}

/** Changes what is said of a mechanism; what is not named stays. */
export async function setMechanism(session: Session, wanted: MechanismRequest, by: string): Promise<void> {
  const { mechanism } = wanted;
  const before = (await saidOfMechanisms(session)).find((one) => one.mechanism === mechanism);
  const { inPlace, owner, cadenceMonths } = { ...unsaid(mechanism), ...before, ...given(wanted) };
  const at = now();
  await session.run(
    `insert or replace into mechanism
     values ($mechanism, $in_place, $owner, $cadence::integer, $by, $at::timestamp)`,
    { mechanism, in_place: inPlace, owner, cadence: cadenceMonths, by, at },
  );
  const cadence = cadenceMonths === null ? 'no cadence' : `evidence every ${cadenceMonths} months`;
  const what = `${mechanisms[mechanism].title}: ${placeWords[inPlace]}, owner ${owner ?? 'not named'}, ${cadence}`;
  await noteDecision(session, { subject: 'mechanism', id: mechanism, action: 'set', by, what }, at);
}

const given = ({ inPlace, owner, cadenceMonths }: MechanismRequest): Partial<Said> => ({
  ...(inPlace === undefined ? {} : { inPlace }),
  ...(owner === undefined ? {} : { owner }),
  ...(cadenceMonths === undefined ? {} : { cadenceMonths }),
});

const placeWords = { yes: 'in place', partly: 'partly in place', 'not-yet': 'not yet in place' } as const;

function entryOf(said: Said, sources: readonly SourceRow[], today: string): MechanismEntry {
  const { mechanism, cadenceMonths, inPlace, setAt } = said;
  const own = sources.filter(({ kind, instrument }) => mechanismOf(kind, instrument) === mechanism);
  const latest = (values: readonly (string | null)[]): string | null =>
    values
      .flatMap((value) => value ?? [])
      .sort()
      .at(-1) ?? null;
  const lastEvidence = latest(own.map(({ to }) => to));
  const lastImport = latest(own.map((source) => source.lastImport));
  // A mechanism in place without evidence yet is followed from the day that was said.
  const since = lastEvidence ?? (inPlace === 'not-yet' ? null : (setAt?.slice(0, 10) ?? null));
  const due = dueAfter(since, cadenceMonths, today);
  const { title, kinds } = mechanisms[mechanism];
  const facts = { ...said, title, kinds: [...kinds], lastEvidence, lastImport, ...due };
  return { ...facts, reading: readingOf(facts) };
}

function readingOf(entry: Omit<MechanismEntry, 'reading'>): string {
  const { inPlace, lastEvidence, nextDue, overdueDays, cadenceMonths, setBy } = entry;
  const upTo = lastEvidence === null ? null : formatDate(lastEvidence);
  if (inPlace === 'not-yet') {
    if (upTo === null) return setBy === null ? 'Nobody has said anything of it yet.' : 'Not yet in place.';
    return `There is evidence up to ${upTo}, but it is not said to be in place.`;
  }
  const evidence = upTo === null ? 'No evidence has been imported yet' : `Evidence up to ${upTo}`;
  if (nextDue !== null && overdueDays !== null) {
    return `${evidence}; the next was due on ${formatDate(nextDue)}, ${overdueDays === 1 ? '1 day' : `${overdueDays} days`} ago.`;
  }
  if (nextDue !== null) return `${evidence}; the next is due on ${formatDate(nextDue)}.`;
  return cadenceMonths === null ? `${evidence}; no cadence is set, so nothing can be late.` : `${evidence}.`;
}

function overview(entries: readonly MechanismEntry[]): string {
  const count = (test: (entry: MechanismEntry) => boolean): number => entries.filter(test).length;
  const inPlace = count((entry) => entry.inPlace === 'yes');
  const partly = count((entry) => entry.inPlace === 'partly');
  const overdue = count((entry) => entry.overdueDays !== null);
  const bare = count((entry) => entry.inPlace !== 'not-yet' && entry.lastEvidence === null);
  const parts = [
    `${inPlace} of the ${entries.length} mechanisms of section VII ${inPlace === 1 ? 'is' : 'are'} in place`,
    ...(partly > 0 ? [`${partly} partly`] : []),
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(bare > 0 ? [`${bare} without evidence yet`] : []),
  ];
  return `${parts.join(', ')}.`;
}
