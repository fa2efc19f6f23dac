// Owns the flags of the cumulative rule: worked out when they are asked for, kept nowhere.
// The rule: only with the officer's private key in hand; a flag is a question to a person, never a finding.
import type { KeyObject } from 'node:crypto';
import type { Session } from '#core/store/session.ts';
import type { PatternFlag, PatternFlags, PatternRule } from '#shared/schemas/pattern.ts';
import { type KeptDecision, keptDecisions } from './decisions.ts';
import { eventsOf, type InformalCase } from './events.ts';
import sql from './interventions.sql?raw';
import { countsForNothing, formalMeasures, informalMeasures, nobodies } from './measures.ts';
import { noRule, rules, ruleText } from './rule.ts';
import { patternIn } from './windows.ts';

const informalCases = (session: Pick<Session, 'all'>): Promise<InformalCase[]> =>
  session.all<InformalCase>(sql, {
    informal: JSON.stringify(informalMeasures),
    formal: JSON.stringify(formalMeasures),
    nothing: JSON.stringify(countsForNothing),
  });

/** The references of all cases that a flag rests on. */
export const casesOf = ({ interventions }: Pick<PatternFlag, 'interventions'>): string[] =>
  interventions.flatMap(({ cases }) => cases);

/** A decision holds for the cases that were known when it was made, and for no later one. */
function decisionsOn(flag: PatternFlag, kept: readonly KeptDecision[]): PatternFlag {
  const own = kept.filter(({ pseudonym }) => pseudonym === flag.pseudonym);
  const plain = own.map(({ decision, reason, decidedAt, decidedBy }) => ({
    decision,
    reason,
    decidedAt,
    decidedBy,
  }));
  const [latest] = own;
  const holds = latest !== undefined && casesOf(flag).every((reference) => latest.cases.includes(reference));
  return holds
    ? { ...flag, decision: plain[0] ?? null, earlier: plain.slice(1) }
    : { ...flag, earlier: plain };
}

/** What most of the cases call the person; a case about several people does not say what one of them is. */
function roleIn(cases: readonly InformalCase[]): string | null {
  const told = cases.flatMap(({ role }) => (role === null || role === 'Several' ? [] : [role]));
  const times = (role: string) => told.filter((one) => one === role).length;
  return told.toSorted((a, b) => times(b) - times(a) || a.localeCompare(b))[0] ?? null;
}

/** Who is flagged under a rule, without the decisions. */
async function flagged(
  session: Pick<Session, 'all'>,
  rule: PatternRule,
  nobody: ReadonlySet<string>,
): Promise<PatternFlag[]> {
  const people = new Map<string, InformalCase[]>();
  for (const one of await informalCases(session))
    if (!nobody.has(one.pseudonym)) people.set(one.pseudonym, [...(people.get(one.pseudonym) ?? []), one]);
  return [...people].flatMap(([pseudonym, cases]): PatternFlag[] => {
    const pattern = patternIn(eventsOf(cases), rule);
    const [first, last] = [pattern?.events.at(0)?.date, pattern?.events.at(-1)?.date];
    if (!pattern || first === undefined || last === undefined) return [];
    const role = roleIn(cases);
    const { events, count } = pattern;
    return [{ pseudonym, role, interventions: events, count, first, last, decision: null, earlier: [] }];
  });
}

/** Those that wait for a decision come first, then the latest; the number of interventions ranks nobody. */
const order = (a: PatternFlag, b: PatternFlag): number =>
  Number(a.decision !== null) - Number(b.decision !== null) ||
  b.last.localeCompare(a.last) ||
  a.pseudonym.localeCompare(b.pseudonym);

function readingOf(flags: readonly PatternFlag[], rule: PatternRule): string {
  if (flags.length === 0) return `Nobody is flagged: no one has ${ruleText(rule)}.`;
  const waiting = flags.filter(({ decision }) => decision === null).length;
  const people = flags.length === 1 ? '1 person is' : `${flags.length} people are`;
  const rest =
    waiting === 0
      ? 'All are decided.'
      : waiting === flags.length
        ? 'Nobody has decided yet.'
        : `${waiting} of them wait for a decision.`;
  return `${people} flagged: ${ruleText(rule)}. ${rest} A flag is a question to a person, not a finding.`;
}

/** @returns the flags under the rule that holds; without a rule none, and words that say so */
export async function readFlags(
  session: Pick<Session, 'all'>,
  key: KeyObject,
  workspaceKey: Uint8Array,
): Promise<PatternFlags> {
  const [rule] = await rules(session);
  if (!rule) return { reading: noRule, rule: null, flags: [] };
  const kept = await keptDecisions(session, key);
  const flags = (await flagged(session, rule, nobodies(workspaceKey)))
    .map((flag) => decisionsOn(flag, kept))
    .sort(order);
  return { reading: readingOf(flags, rule), rule, flags };
}
