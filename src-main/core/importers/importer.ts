// Owns what a kind of data is: its columns, its checks, the SQL that stores a staged file.
import type { Field } from './field.ts';

/** A rule over the staged values of one row (dates as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, '' for none). A text is the reason it fails. */
export interface RowCheck {
  readonly code: string;
  readonly fields: readonly string[];
  readonly test: (...values: string[]) => string | null;
  /** Whether the row is left out; otherwise the problem is only noted. */
  readonly rejects: boolean;
}

export interface Importer {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly fields: readonly Field[];
  /** At least one field of each group must be matched and filled. */
  readonly oneOf?: readonly (readonly string[])[];
  readonly checks: readonly RowCheck[];
  /** Stores one staged part, `$file`, under `$import_id`; a survey's rows are stored at the end. */
  readonly sql?: string;
  /** Run once at the end, when all parts are stored and the import is known to be good. */
  readonly finishSql?: string;
}

/**
 * Finds a second date before the first, as far as both are known (a year, a month or a day). The row is
 * rejected, or kept without the second date, which the kind's SQL then leaves out.
 */
export const notBefore = (first: string, second: string, reason: string, rejects = true): RowCheck => ({
  code: 'date-order',
  fields: [first, second],
  test: (a, b) => {
    const known = Math.min(a.length, b.length);
    return b.slice(0, known) < a.slice(0, known) ? reason : null;
  },
  rejects,
});
