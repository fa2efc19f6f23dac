// Owns what is one event: a person's cases that are linked count once.
// The rule: a link is a shared group, or the reference of another case; words that name no group link nothing.
import type { Intervention } from '#shared/schemas/pattern.ts';

/** A person's case in which something informal was done. */
export interface InformalCase {
  readonly pseudonym: string;
  readonly case: string;
  readonly role: string | null;
  readonly date: string;
  readonly dateOf: 'closed' | 'received';
  readonly measures: readonly string[];
  readonly givenBy: string | null;
  readonly links: readonly string[] | null;
}

const noGroup = /^(no|none|nil|n\/?a|not applicable|unknown|yes|y|n|-+|0|\?)$/;
const keyOf = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** What a case may be linked by: its own reference and the groups or references it names. */
const keysOf = ({ case: reference, links }: InformalCase): string[] => [
  keyOf(reference),
  ...(links ?? [])
    .flatMap((link) => link.split(/[;,]/))
    .map(keyOf)
    .filter((key) => key !== '' && !noGroup.test(key)),
];

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

function eventOf(cases: readonly InformalCase[]): Intervention {
  const [first, ...rest] = [...cases].sort((a, b) => a.date.localeCompare(b.date));
  if (!first) throw new Error('an event without a case');
  const all = [first, ...rest];
  const givers = unique(
    all.flatMap(({ givenBy }) => (givenBy ?? '').split(';').map((giver) => giver.trim())),
  ).filter((giver) => giver !== '');
  return {
    cases: all.map((one) => one.case),
    date: first.date,
    dateOf: first.dateOf,
    outcome: unique(all.flatMap(({ measures }) => measures)).join('; '),
    givenBy: givers.length === 0 ? null : givers.join('; '),
  };
}

/** The events of one person's cases, by date: dated when the first of the linked cases is. */
export function eventsOf(cases: readonly InformalCase[]): Intervention[] {
  const groups: { keys: Set<string>; cases: InformalCase[] }[] = [];
  for (const one of cases) {
    const keys = keysOf(one);
    const joined = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const group = {
      keys: new Set([...keys, ...joined.flatMap((other) => [...other.keys])]),
      cases: [...joined.flatMap((other) => other.cases), one],
    };
    for (const other of joined) groups.splice(groups.indexOf(other), 1);
    groups.push(group);
  }
  return groups
    .map((group) => eventOf(group.cases))
    .sort((a, b) => a.date.localeCompare(b.date) || String(a.cases[0]).localeCompare(String(b.cases[0])));
}
