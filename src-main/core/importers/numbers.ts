// Owns how a number in a cell is read, and what placeholders say: suppressed is neither zero nor missing.
import type { Suppression } from '#shared/schemas/figure.ts';

export type ReadNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'none'; readonly state: Suppression | null }
  | { readonly kind: 'unreadable' };

const suppressed = /^(\*+|<\s*\d+|\[?c\]?|s|supp(ressed)?|x{1,2})$/i;
const notAvailable =
  /^(\[x\]|\.{1,2}|-|–|n\/?a|#n\/a|null|none|not (stated|known|available|applicable)|\[z\]|:)$/i;
const number = /^[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[-+]?\d+)?$/i;

/** Reads one cell. Thousands commas, a pound sign, blanks and a final per cent sign (÷ 100) are understood. */
export function readNumber(cell: string): ReadNumber {
  const text = cell.replace(/[\s\u00a0£]/g, '');
  if (text === '') return { kind: 'none', state: null };
  const percent = text.endsWith('%');
  const digits = percent ? text.slice(0, -1) : text;
  if (number.test(digits) && /\d/.test(digits)) {
    const value = Number(digits.replaceAll(',', ''));
    return { kind: 'number', value: percent ? value / 100 : value };
  }
  if (suppressed.test(text)) return { kind: 'none', state: 'c' };
  if (notAvailable.test(cell.trim())) return { kind: 'none', state: 'x' };
  return { kind: 'unreadable' };
}
