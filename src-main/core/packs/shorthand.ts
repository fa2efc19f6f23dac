// Owns what each shorthand mark means, in the words printed above a table.
// The rule: a sheet explains exactly the marks that it uses.
import { isShorthand, type Shorthand, type TableModel } from './model.ts';

const meanings: Readonly<Record<Shorthand, string>> = {
  b: 'break in time series',
  c: 'hidden to protect confidentiality',
  e: 'estimated',
  f: 'forecast',
  low: 'rounds to zero but is not zero',
  p: 'provisional',
  r: 'revised',
  u: 'low reliability',
  w: 'no data recorded',
  x: 'not available',
  z: 'not applicable',
};

/** Whether a text is one of the marks that Candour may print. */
export const isKnownMark = (mark: string): boolean => Object.hasOwn(meanings, mark);

/** How a mark is printed in a cell. */
export const printed = (mark: Shorthand): string => `[${mark}]`;

/** The line that explains the marks a table uses, or undefined when it uses none. */
export function shorthandLine(table: TableModel): string | undefined {
  const used = new Set<Shorthand>();
  for (const row of table.rows) for (const cell of row) if (isShorthand(cell)) used.add(cell.symbol);
  if (used.size === 0) return undefined;
  const parts = [...used].sort().map((mark) => `${printed(mark)} means ${meanings[mark]}`);
  return `Shorthand used in this table: ${parts.join('; ')}.`;
}
