// Owns what a kind of data is: its columns, its checks, the SQL that stores a staged file.
import type { Field } from './field.ts';
import type { MappedField } from './match-columns.ts';

/** A rule over the staged values of one row (dates as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, '' for none). A text is the reason it fails. */
export interface RowCheck {
  readonly code: string;
  readonly fields: readonly string[];
  readonly test: (...values: string[]) => string | null;
  /** Whether the row is left out; otherwise the problem is only noted. */
  readonly rejects: boolean;
}

/** The headings of a table and its first rows, as text. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A question as the template of a survey asks it. */
export interface TemplateQuestion {
  readonly wording: string;
  /** The answers to choose from; 'day' for the day on which somebody answered. */
  readonly answers: readonly string[] | 'day';
  readonly example: string;
}

export interface Importer {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly fields: readonly Field[];
  /** Columns of a survey's template that are no fields: when it was answered, its questions. */
  readonly questions?: readonly TemplateQuestion[];
  /** At least one field of each group must be matched and filled. */
  readonly oneOf?: readonly (readonly string[])[];
  /** At least one field of each group must have a column, whose cells may be blank. */
  readonly columns?: readonly (readonly string[])[];
  /** Adds what only the values show: columns that are ticked, columns that are one period each. */
  readonly refine?: (mapped: readonly MappedField[], table: Table) => readonly MappedField[];
  readonly checks: readonly RowCheck[];
  /**
   * Columns of the kind's table in `clean` that tell one row from another: rows of two imports with one key
   * are one thing imported twice. A row in which one of them is empty is told by `keyOtherwise`, whose first
   * column must be filled, or by nothing.
   */
  readonly key?: readonly string[];
  readonly keyOtherwise?: readonly string[];
  /** The column of who or what a row is about: a row whose key was corrected is still known by it. */
  readonly about?: string;
  /** A later import of the same keys counts in place of the earlier, so both may be there. */
  readonly laterCounts?: boolean;
  /** The date field whose first and last day are what a file covers. */
  readonly covers?: string;
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
    if (a.length === b.length) return b < a ? reason : null;
    return b.slice(0, known) < a.slice(0, known) ? reason : null;
  },
  rejects,
});
