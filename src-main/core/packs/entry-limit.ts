// Owns what a cell of a form may be given: a list to choose from, a date, a number, with a word to the reader.

/** A limit on the entries of a form's column; `strict` refuses others, else Excel asks whether it is meant. */
export type EntryLimit = { readonly strict: boolean; readonly prompt: EntryPrompt } & (
  | { readonly kind: 'any' }
  /** The values in the column `column` of the table on the sheet `sheet`; where `many`, several may be joined. */
  | { readonly kind: 'list'; readonly sheet: string; readonly column: string; readonly many: boolean }
  /** Days from 1950 to 2099. */
  | { readonly kind: 'date' }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number }
);

/** Shown beside the cell while it is chosen: at most 32 and 255 characters. */
export interface EntryPrompt {
  readonly title: string;
  readonly text: string;
}
