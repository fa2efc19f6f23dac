// Owns how people's names are found in a text: those the file itself names, and those that look like names.
// The rule: a name too many costs a look; a name too few may cost a person. In doubt it is a finding.
import type { Finding } from './finding.ts';
import { ambiguousForenames, forenames, surnames } from './forenames.ts';
import type { KnownNames } from './known-names.ts';
import {
  determiners,
  ordinaryCapitals,
  wordsBeforeFullNames,
  wordsBeforeNames,
  wordsOfPlaces,
  wordsThatAreNames,
} from './plain-words.ts';

interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** A capital first and small letters after it (or one capital alone). */
  readonly capital: boolean;
  /** First of its sentence or line, where every word has a capital. */
  readonly opens: boolean;
  /** Whether only blanks (or the point of an initial or a title) stand before it. */
  readonly joined: boolean;
}

const wordPattern = /\p{L}[\p{L}\p{M}]*(?:['’.-]\p{L}[\p{L}\p{M}]*)*/gu;
const possessive = /['’][sS]$/;
const capitalised = /^\p{Lu}(?:$|.*\p{Ll})/u;
const shortForms = /^(?:mr|mrs|ms|mx|dr|prof|rev|cllr|cllrs|coun|ald|hon|st|[a-z])$/i;

const sentenceEnd = /[.!?\n\r:;•*"“(]/;
const onlyBlanks = /^\.?[ \t\u00a0]*$/;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  let before: string | undefined;
  for (const match of text.matchAll(wordPattern)) {
    const [whole] = match;
    const own = whole.length > 2 && possessive.test(whole) ? whole.slice(0, -2) : whole;
    const between = text.slice(last, match.index);
    const plain = between === ' ' || between === '';
    // The point of "Mr." or "J." ends no sentence.
    const short = !plain && before !== undefined && onlyBlanks.test(between) && shortForms.test(before);
    const opens = before === undefined || (!plain && !short && sentenceEnd.test(between));
    words.push({
      start: match.index,
      end: match.index + own.length,
      text: own,
      lower: own.toLowerCase().replace('’', "'"),
      capital: capitalised.test(own),
      opens,
      joined: before !== undefined && !opens && (plain || onlyBlanks.test(between)),
    });
    before = own;
    last = match.index + own.length;
  }
  return words;
}

const titles: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend cllr cllrs councillor councillors coun alderman ald hon'.split(
    ' ',
  ),
);
/** Titles after which small letters may be a name, too: people type as they speak. */
const plainTitles = /^(?:mr|mrs|cllr|cllrs|councillor)$/;

/** The parts of a word that is joined by a hyphen or a point: "Smith-Jones", "jane.smith". */
const partsOf = (word: Word): readonly string[] => word.lower.split(/[-.]/);

const some = (word: Word, names: ReadonlySet<string>): boolean =>
  names.has(word.lower) ||
  (/[-.]/.test(word.lower) && partsOf(word).some((part) => part.length > 2 && names.has(part)));

const ordinary = (word: Word): boolean =>
  ordinaryCapitals.has(word.lower) || wordsOfPlaces.has(word.lower) || determiners.has(word.lower);

const initial = (word: Word | undefined): boolean =>
  word !== undefined && /^\p{Lu}(?:\.?\p{Lu})?$/u.test(word.text);

/** Whether a word can be the second name of somebody whose first name stands before it. */
const canFollow = (word: Word | undefined): word is Word =>
  word?.joined === true && word.capital && !ordinary(word) && !titles.has(word.lower);

/** Whether the next word says that the name is of a street, a house or a body. */
const namesPlace = (words: readonly Word[], after: number): boolean => {
  const next = words[after];
  return next?.joined === true && next.capital && wordsOfPlaces.has(next.lower);
};

/** The end of a name that begins at `at`: the words with capitals, initials and particles that go on. */
function nameEnd(words: readonly Word[], at: number): number {
  let end = at;
  for (let next = at + 1; next < Math.min(words.length, at + 4); next++) {
    const word = words[next];
    if (!word?.joined) break;
    const particle = /^(?:van|de|der|von|bin|ibn|al|el|la|le|du|di|da|ap|ab|ni|o)$/.test(word.lower);
    if (particle && canFollow(words[next + 1])) continue;
    if (!canFollow(word) && !initial(word)) break;
    end = next;
  }
  return end;
}

/** Whether a word alone, by what it is and where it stands, is a name. @returns the index of its last word, or -1 */
function nameFrom(words: readonly Word[], at: number, known: KnownNames): number {
  const word = words[at];
  if (!word) return -1;
  const before = words[at - 1];
  const next = words[at + 1];
  if (!word.capital && !titles.has(word.lower) && !some(word, forenames) && !some(word, known.parts))
    return -1;
  const sequence = known.sequence(words, at);
  if (sequence >= at) return sequence;

  if (titles.has(word.lower)) return afterTitle(words, at, known);
  // An initial before a surname: "J. Smith", "A Patel".
  if (initial(word) && word.text.length === 1 && next?.joined && next.capital) {
    if (some(next, surnames) || some(next, known.parts)) return nameEnd(words, at + 1);
  }
  if (namesPlace(words, at + 1) || (word.joined && before && /^(?:st|saint)$/.test(before.lower))) return -1;
  if (isKnownPart(word, before, next, known)) return nameEnd(words, at);
  if (some(word, forenames) && (word.capital || word.lower.length > 3)) return nameEnd(words, at);
  if (ambiguousForenames.has(word.lower)) return ambiguous(words, at, known);
  if (word.capital && some(word, surnames) && !ordinary(word)) return nameEnd(words, at);
  if (word.capital && !word.opens && word.joined && before && !ordinary(word) && !word.text.includes('.')) {
    if (wordsBeforeNames.has(before.lower)) return nameEnd(words, at);
    if (wordsBeforeFullNames.has(before.lower) && canFollow(next)) return nameEnd(words, at);
  }
  return -1;
}

/** A part of a name that the file itself holds. A word of English needs a capital that is no accident. */
function isKnownPart(
  word: Word,
  before: Word | undefined,
  next: Word | undefined,
  known: KnownNames,
): boolean {
  if (!some(word, known.parts)) return false;
  const common = wordsThatAreNames.has(word.lower) || ambiguousForenames.has(word.lower) || ordinary(word);
  if (!common) return word.capital || word.lower.length > 3;
  if (!word.capital) return false;
  // "Park" is a person's name in this file, but not in "Hyde Park" or "the Park".
  if (ordinary(word) && (!wordsThatAreNames.has(word.lower) || before?.capital)) return false;
  if (word.opens || (before && determiners.has(before.lower)))
    return (canFollow(next) && some(next, known.parts)) || (word.opens && doesSomething(word, next));
  return true;
}

function afterTitle(words: readonly Word[], at: number, known: KnownNames): number {
  const title = words[at];
  const next = words[at + 1];
  if (!title || !next?.joined) return -1;
  const named = initial(next) || (next.capital && !ordinary(next));
  // "Lord Mayor" is a post; "Cllr Green" is a person although the word is one of English.
  if (named) {
    const end = nameEnd(words, at + 1);
    return end === at + 1 && titles.has(next.lower) ? -1 : end;
  }
  const plain = plainTitles.test(title.lower);
  const typed = some(next, surnames) || some(next, forenames) || some(next, known.parts);
  if (plain && typed) return nameEnd(words, at + 1);
  if (plain && title.lower !== 'councillor' && wordsThatAreNames.has(next.lower)) return at + 1;
  return -1;
}

const months = /^(?:april|may|june|august|autumn|summer|jan)$/;
const verbs = /^(?:will|may|mark|grant|chase|hope|rob|sue|bill|pat|nick|drew|frank)$/;

const virtues =
  /^(?:hope|faith|grace|joy|patience|peace|constance|verity|mercy|prudence|harmony|merit|chance|art)$/;

/** "Mark was rude.": at the start of a sentence only what follows tells. */
const doesSomething = (word: Word, next: Word | undefined): boolean =>
  next?.joined === true &&
  !virtues.test(word.lower) &&
  /^(?:was|is|has|had|said|says|told|asked|did|does|never|always|shouted|refused|sent|rang|emailed|wrote)$/.test(
    next.lower,
  );

/** "Will", "May", "Grace", "Mark": a name where a surname follows, or where the capital can be nothing else. */
function ambiguous(words: readonly Word[], at: number, known: KnownNames): number {
  const word = words[at];
  const before = words[at - 1];
  const next = words[at + 1];
  if (!word?.capital) return -1;
  const surname =
    canFollow(next) && (some(next, surnames) || some(next, known.parts) || wordsThatAreNames.has(next.lower));
  if (surname && !months.test(word.lower)) return nameEnd(words, at);
  if (surname && next && some(next, surnames)) return nameEnd(words, at);
  if (months.test(word.lower)) return -1;
  if (word.opens) return doesSomething(word, next) ? at : -1;
  if (before && determiners.has(before.lower)) return -1;
  // In a heading every word has a capital.
  if (before?.capital && !before.opens) return -1;
  if (next?.joined && next.capital)
    return canFollow(next) && !verbs.test(word.lower) ? nameEnd(words, at) : -1;
  return at;
}

/** Names of people in a text. */
export function findNames(text: string, known: KnownNames): Finding[] {
  const words = wordsOf(text);
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at++) {
    const last = nameFrom(words, at, known);
    const first = words[at];
    const end = words[last];
    if (last < at || !first || !end) continue;
    found.push({ start: first.start, end: end.end, kind: 'name' });
    at = last;
  }
  return found;
}
