// Owns what a rule is: its place in the catalogue, and the function that looks for breaches.
// The rule: a rule sees the picture of the finished workbook and what was asked, and nothing else.
import type { CheckThresholds, RuleSeverity } from '#shared/schemas/check.ts';
import type { Book, Sheet } from '../book/book.ts';

export type Profile = 'published' | 'committee';

/** What the check was asked for. `fileName` is null where none is known. */
export interface Asked {
  readonly profile: Profile;
  readonly fileName: string | null;
  readonly thresholds: CheckThresholds;
}

/** One breach: where it is, and what is wrong in plain words. `hint` replaces the rule's own. */
export interface Breach {
  readonly sheet?: Sheet | string | null;
  readonly cell?: string;
  readonly part?: string;
  readonly message: string;
  readonly hint?: string;
}

export interface Rule {
  readonly id: string;
  readonly severity: RuleSeverity;
  readonly title: string;
  /** What is read in the file. */
  readonly how: string;
  /** How to mend a breach. */
  readonly mend: string;
  /** The profiles that the rule belongs to; both where it is left out. */
  readonly profiles?: readonly Profile[];
  /** What a finished file cannot show of this rule. */
  readonly unseen?: string;
  /** Why this workbook cannot be checked against the rule, or null. */
  readonly blocked?: (book: Book, asked: Asked) => string | null;
  check(book: Book, asked: Asked): Iterable<Breach>;
}

/** Rules that belong together; the letter opens their ids. */
export interface Family {
  readonly letter: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}
