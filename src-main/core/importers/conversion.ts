// Owns what converting a cell answers, and how the answers are remembered: exports repeat themselves.
/** What a converter says of a cell: the staged cells (already joined), the plain value for checks, a problem. */
export interface Converted {
  readonly cells: string;
  readonly value: string;
  readonly problem: { readonly code: string; readonly reason: string; readonly rejects: boolean } | null;
}

/** A text alone is both the staged cell and the value, with no problem: most cells of most files. */
export type Conversion = string | Converted;
export const valueIn = (conversion: Conversion | undefined): string =>
  typeof conversion === 'string' ? conversion : (conversion?.value ?? '');

export type Converter = (text: string) => Conversion;
