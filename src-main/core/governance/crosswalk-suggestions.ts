// Owns what an event of the type reorganisation suggests: old names that end before it and new ones that begin
// with it, matched by the words of its title. The rule: it suggests whole renames and mergers only, and does
// nothing by itself.
import { addMonths } from '#shared/calendar.ts';
import type { CrosswalkSuggestion } from '#shared/schemas/crosswalk.ts';
import { keyOf, type Step } from './crosswalk-lines.ts';

export interface NameSpan {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  /** First and last snapshot or wave that tells of at least five people under it; null where none does. */
  readonly firstOfMany: string | null;
  readonly lastOfMany: string | null;
}

export interface Reorganisation {
  readonly date: string;
  readonly title: string;
}

/** Names may go on in late rows for a while: only what tells of many people counts. */
const ends = ({ last, lastOfMany }: NameSpan): string => lastOfMany ?? last;
const begins = ({ first, firstOfMany }: NameSpan): string => firstOfMany ?? first;

/** The names of `all` that stand in a text, the longest first, so that “Economy” is not found in “Place and Economy”. */
function namesIn(text: string, all: readonly NameSpan[]): NameSpan[] {
  let left = ` ${keyOf(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const found: NameSpan[] = [];
  for (const one of [...all].sort((a, b) => b.name.length - a.name.length)) {
    const words = ` ${keyOf(one.name).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    if (!left.includes(words)) continue;
    found.push(one);
    left = left.replaceAll(words, ' ; ');
  }
  return found;
}

/** Suggestions of one event: per clause of its title every old name to the one new name there. */
function ofEvent({ date, title }: Reorganisation, names: readonly NameSpan[]): CrosswalkSuggestion[] {
  const old = names.filter((name) => ends(name) < date && ends(name) >= addMonths(date, -18));
  const fresh = names.filter((name) => begins(name) >= date && begins(name) <= addMonths(date, 18));
  return title.split(';').flatMap((clause) => {
    const there = namesIn(clause, [...old, ...fresh]);
    const became = there.filter((name) => fresh.includes(name));
    const [only] = became;
    if (only === undefined || became.length > 1) return [];
    return there
      .filter((name) => old.includes(name))
      .map((name) => ({ old: name.name, new: only.name, effective: date, event: title }))
      .sort((a, b) => a.old.localeCompare(b.old, 'en-GB'));
  });
}

/** What the events suggest and no entry says yet. */
export function suggest(
  events: readonly Reorganisation[],
  names: readonly NameSpan[],
  entries: readonly Step[],
): CrosswalkSuggestion[] {
  const known = new Set(entries.map(({ old }) => keyOf(old)));
  return events.flatMap((event) => ofEvent(event, names)).filter(({ old }) => !known.has(keyOf(old)));
}
