// Owns the names of people that a file itself gives: kept in memory while it is read, never written down.
import { ordinaryCapitals, wordsOfPlaces, wordsOfRoles, wordsThatAreNames } from './plain-words.ts';

/** Words of English do not make a known name, except those that are surnames, too. */
const isWord = (part: string): boolean =>
  wordsOfRoles.has(part) ||
  (!wordsThatAreNames.has(part) && (ordinaryCapitals.has(part) || wordsOfPlaces.has(part)));

export interface KnownNames {
  /** Single parts of names, in lower case. */
  readonly parts: ReadonlySet<string>;
  /** The index of the last word of a whole known name that begins at `at`, or -1. */
  sequence(words: readonly { readonly lower: string; readonly joined: boolean }[], at: number): number;
}

const titles =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|reverend|cllr|councillor|alderman|the|hon)$/;
/** A column that fills more distinct names than this holds something else. */
const mostNames = 200_000;

/** The words of a name as people write it: "Smith, Jane", "Cllr Jane Smith MBE", "jane.smith@kirkham.gov.uk". */
function partsOf(identity: string): string[] {
  const [address = ''] = identity.split('@');
  const turned = address.includes(',') ? address.split(',').reverse().join(' ') : address;
  return turned
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s._,/]+/)
    .filter((part) => /^\p{L}[\p{L}'-]+$/u.test(part) && !titles.test(part) && !isWord(part));
}

/** A number or a code is no name: a digit in it, or no letters. */
const isName = (identity: string): boolean =>
  /\p{L}{2}/u.test(identity) && !/\d/.test(identity.split('@')[0] ?? '');

export interface NameGatherer extends KnownNames {
  add(identity: string): void;
}

/** Gathers names one by one; spellings and repeats count once. */
export function gatherNames(): NameGatherer {
  const seen = new Set<string>();
  const parts = new Set<string>();
  const whole = new Map<string, string[][]>();
  return {
    parts,
    add: (identity) => {
      if (seen.size >= mostNames || seen.has(identity) || !isName(identity)) return;
      seen.add(identity);
      const own = partsOf(identity);
      for (const part of own) {
        parts.add(part);
        for (const half of part.split('-')) if (half.length > 3) parts.add(half);
      }
      const [first] = own;
      if (first !== undefined && own.length > 1) whole.set(first, [...(whole.get(first) ?? []), own]);
    },
    sequence: (words, at) => {
      const names = whole.get(words[at]?.lower ?? '') ?? [];
      const fits = names.filter((name) =>
        name.every(
          (part, index) => words[at + index]?.lower === part && (index === 0 || words[at + index]?.joined),
        ),
      );
      return fits.length === 0 ? -1 : at + Math.max(...fits.map((name) => name.length)) - 1;
    },
  };
}
