// Owns the screening of a text before a person reads or releases it.
// The rule: it finds much and not all; that is why a person, not this, releases a text.
import { findContacts } from './contacts.ts';
import { type Finding, withoutOverlaps } from './finding.ts';
import { gatherNames, type KnownNames } from './known-names.ts';
import { findNames } from './names.ts';
import { findPosts } from './posts.ts';

export type Screen = (text: string) => readonly Finding[];

export interface ScreenOptions {
  /** People whom the file itself names. */
  readonly known?: KnownNames;
  /** Titles held by one person in the council's staff list, in lower case. */
  readonly posts?: ReadonlySet<string>;
}

/**
 * A function from a text to what stands in it that may say who is meant: names of people (those known
 * and those that look like names), e-mail addresses, British phone numbers, postcodes and National Insurance
 * numbers, links, handles, and posts that one person holds. Findings do not overlap; ways of contact come first.
 */
export function screener({ known = gatherNames(), posts = new Set() }: ScreenOptions = {}): Screen {
  return (text) => {
    const contacts = withoutOverlaps(findContacts(text));
    const others = withoutOverlaps([...findPosts(text, posts), ...findNames(text, known)]);
    const free = others.filter(
      ({ start, end }) => !contacts.some((contact) => start < contact.end && end > contact.start),
    );
    return withoutOverlaps([...contacts, ...free]);
  };
}
