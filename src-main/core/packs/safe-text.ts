// Owns making any text safe to store in a workbook part.
// The rule: what is taken away is counted and said; what is kept reads back unchanged and inert.

/** Excel's limit of a cell, in UTF-16 units. */
export const cellTextLimit = 32_767;

const opensFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;

const isIllegal = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) ||
  code === 0xfffe ||
  code === 0xffff ||
  (code >= 0xd800 && code <= 0xdfff);

export interface SafeText {
  readonly text: string;
  /** Control characters, non-characters and lone surrogates taken out. */
  readonly removed: number;
  /** Length of the original where it was cut to fit a cell. */
  readonly cutFrom?: number;
}

/**
 * Text that a workbook can hold: characters that XML forbids are removed and counted, line ends become LF
 * (a CR would not survive XML), text over 32,767 units is cut with a note that says so.
 */
export function safeText(raw: string): SafeText {
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
export const storedText = (text: string): string => text.replace(escapeLike, '_x005F_');

/** Whether a spreadsheet could take the text for a formula when it is edited or saved as CSV. */
export const looksLikeFormula = (text: string): boolean => opensFormula.test(text);
