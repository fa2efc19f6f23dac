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

/** True for digits with at most one point among them: the form in which a number is staged anyway. */
export function isPlainNumber(text: string): boolean {
  let points = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 46) points++;
    else if (code < 48 || code > 57) return false;
  }
  return text.length > points && points < 2 && text.length < 16;
}

/**
 * Converted cells by their text: HR exports repeat the same few thousand dates, reasons and people, and
 * often the value of the row before.
 */
export function remembered(convert: Converter, keep: number): Converter {
  const known = new Map<string, Conversion>();
  let lastText: string | null = null;
  let last: Conversion = '';
  return (text) => {
    if (text === lastText) return last;
    lastText = text;
    const found = known.get(text);
    if (found !== undefined) {
      last = found;
      return found;
    }
    last = convert(text);
    if (known.size >= keep) known.clear();
    known.set(text, last);
    return last;
  };
}

/** The digits of a text such as 31/03/2026 as one number, or -1 for any other shape. */
function slashedDigits(text: string): number {
  if (text.length !== 10 || text.charCodeAt(2) !== 47 || text.charCodeAt(5) !== 47) return -1;
  let digits = 0;
  for (let index = 0; index < 10; index++) {
    if (index === 2 || index === 5) continue;
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    digits = digits * 10 + digit;
  }
  return digits;
}

/** Dates of the commonest shape by their digits, which is quicker to look up than their text. */
export function rememberedDates(convert: Converter): Converter {
  const known = new Map<number, Conversion>();
  return (text) => {
    const digits = slashedDigits(text);
    if (digits < 0) return convert(text);
    const found = known.get(digits);
    if (found !== undefined) return found;
    const fresh = convert(text);
    known.set(digits, fresh);
    return fresh;
  };
}
