// Owns making any text safe to store in a workbook part.
// The rule: what is taken away is counted and said; what is kept reads back unchanged and inert.

/** Excel's limit of a cell, in UTF-16 units. */
export const cellTextLimit = 32_767;

const opensFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** What a text must have for anything to be changed in it; a text this short fits however it is escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
const suspect = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF\p{Cs}]/u;
const plainLimit = 10_000;

const isIllegal = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) ||
  code === 0x7f ||
  code === 0xfffe ||
  code === 0xffff ||
  (code >= 0xd800 && code <= 0xdfff);

export interface SafeText {
  readonly text: string;
  /** Control characters (U+007F with them, which some writers drop), non-characters and lone surrogates taken out. */
  readonly removed: number;
  /** Length of the original where it was cut to fit a cell. */
  readonly cutFrom?: number;
}

/**
 * Text that a workbook can hold: characters that XML forbids are removed and counted, line ends become LF
 * (a CR would not survive XML), text over 32,767 units is cut with a note that says so.
 */
export function safeText(raw: string): SafeText {
  if (raw.length < plainLimit && !suspect.test(raw)) return { text: raw, removed: 0 };
  let kept = '';
  let removed = 0;
  for (const char of raw) {
    if (isIllegal(char.codePointAt(0) ?? 0)) removed += 1;
    else kept += char;
  }
  kept = kept.replace(/\r\n?/g, '\n');
  const stored = storedText(kept).length;
  if (stored <= cellTextLimit) return { text: kept, removed };
  const note = ` [cut from ${kept.length} characters]`;
  const room = cellTextLimit - note.length - (stored - kept.length);
  const head = kept.slice(0, Math.max(0, room)).replace(/[\uD800-\uDBFF]$/, '');
  return { text: head + note, removed, cutFrom: kept.length };
}

/** How a text is spelled in a part that unescapes `_xHHHH_`: such a run is escaped to stay literal. */
export const storedText = (text: string): string =>
  text.includes('_x') ? text.replace(escapeLike, '_x005F_') : text;

/** Whether a spreadsheet could take the text for a formula when it is edited or saved as CSV. */
export const looksLikeFormula = (text: string): boolean => opensFormula.test(text);
