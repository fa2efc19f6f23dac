// Owns how a controlled list is written down: the value that is stored and shown, and the words
// that files use for it.

export interface Term {
  /** Stored and shown. */
  readonly label: string;
  /** Other words for it, in lower case. */
  readonly synonyms: readonly string[];
}

export interface Vocabulary<T extends Term = Term> {
  readonly id: string;
  readonly title: string;
  readonly terms: readonly T[];
  /** A value that is not in it may be the name of somebody, so it is not kept. */
  readonly namesPeople?: boolean;
}

/** One term; the label itself always counts as a word for it. */
export const term = (label: string, ...synonyms: string[]): Term => ({ label, synonyms });

/** Text reduced to what matters when two wordings are compared: case, blanks and punctuation go. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}'<>+]+/gu, ' ')
    .trim();

const indexes = new WeakMap<Vocabulary, Map<string, Term>>();

/** The term a text stands for, or undefined. Exact after `plainWords`, never by likeness. */
export function findTerm<T extends Term>(vocabulary: Vocabulary<T>, text: string): T | undefined {
  let index = indexes.get(vocabulary);
  if (!index) {
    index = new Map();
    for (const entry of vocabulary.terms) {
      for (const word of [entry.label, ...entry.synonyms]) index.set(plainWords(word), entry);
    }
    indexes.set(vocabulary, index);
  }
  return index.get(plainWords(text)) as T | undefined;
}
