// Owns spelling text and references in XML parts.
// The rule: no text enters a part but through one of these.
import { columnLetter } from '../layout.ts';
import { safeText, storedText } from '../safe-text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Text for an element or attribute that is read as it stands. */
export const xmlText = (raw: string): string =>
  safeText(raw).text.replace(/[&<>"\n\t]/g, (char) => entities[char] ?? char);

/** Text for a part that unescapes `_xHHHH_` runs: table columns, chart caches. */
export const xmlStored = (raw: string): string => xmlText(storedText(safeText(raw).text));

/** A sheet name as a formula spells it. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** `$B$4` or `$B$4:$B$9` on a sheet; columns and rows are 1-based. */
export function absoluteRange(sheet: string, column: number, from: number, to: number): string {
  const letter = columnLetter(column);
  const start = `${quotedSheet(sheet)}!$${letter}$${from}`;
  return from === to ? start : `${start}:$${letter}$${to}`;
}

/** One `<Relationship>` of a .rels part. */
export const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`;

/** A whole .rels part. */
export const relationships = (items: readonly string[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
