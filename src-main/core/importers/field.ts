// Owns what a kind of data says of one of its columns: the words that name it, the type of its values.
import type { Term, Vocabulary } from '#shared/vocabulary/vocabulary.ts';

export type FieldType =
  /**
   * A person: never stored, a pseudonym is. With `nameable`, the Monitoring Officer may have the name kept,
   * sealed, in the vault.
   */
  | { readonly kind: 'identity'; readonly nameable?: true }
  /** A name or other personal data that is recognised so as to leave it out. */
  | { readonly kind: 'personal' }
  /**
   * Comments: sealed until a person has released them. With `never`, of one person's health, work or leaving:
   * not kept at all.
   */
  | { readonly kind: 'free-text'; readonly never?: true }
  | { readonly kind: 'text' }
  | {
      readonly kind: 'category';
      readonly vocabulary: Vocabulary;
      /** Several values in a cell, joined with `;`. */
      readonly many?: boolean;
      /** A second staged column made from the term, `name` of the table. */
      readonly also?: { readonly column: string; readonly of: (term: Term) => boolean | null };
    }
  /** A financial year, quarter, year, month or day; a second column holds its first day. */
  | { readonly kind: 'period'; readonly start: string }
  /** Numbers of several periods in one row, from one column a period: never a column itself. */
  | { readonly kind: 'series' }
  /** With `precision`, months and years alone are accepted and a second column says which. */
  | { readonly kind: 'date'; readonly precision?: string }
  /** With `state`, placeholders for suppressed values are accepted and a second column says so. */
  | { readonly kind: 'number'; readonly state?: string; readonly min?: number; readonly max?: number };

export interface Field {
  /** The column of the table in `clean`. */
  readonly id: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required?: boolean;
  /** What stands under it in the example row of the kind's template; a date as `YYYY-MM-DD`. */
  readonly example?: string;
  /** Headings that name it, besides the label and the id. */
  readonly synonyms: readonly string[];
}

/** A list of headings written as one text with commas. */
export const words = (text: string): readonly string[] =>
  text.split(',').map((word) => word.replace(/\s+/g, ' ').trim());

/** The staged columns that a field fills, in order; none for what is never stored. */
export function stagedColumns({ id, type }: Field): readonly string[] {
  if (type.kind === 'personal' || type.kind === 'free-text') return [];
  if (type.kind === 'category' && type.also) return [id, type.also.column];
  if (type.kind === 'period') return [id, type.start];
  if (type.kind === 'date' && type.precision) return [id, type.precision];
  if (type.kind === 'number' && type.state) return [id, type.state];
  return [id];
}

/** What becomes of a column's cells. */
export const treatmentOf = (field: Field): 'stored' | 'pseudonym' | 'held-back' | 'not-imported' => {
  if (field.type.kind === 'identity') return 'pseudonym';
  if (field.type.kind === 'free-text') return field.type.never ? 'not-imported' : 'held-back';
  return field.type.kind === 'personal' ? 'not-imported' : 'stored';
};
