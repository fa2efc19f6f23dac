// Owns how a count of rows is told in data health: 1 to 4 are never told, and neither is what is left when
// all but 1 to 4 are taken away.
import { SMALL_COUNT } from '#core/disclosure/primary.ts';
import type { ColumnHealth } from '#shared/schemas/health.ts';

const number = new Intl.NumberFormat('en-GB');
const few = `fewer than ${SMALL_COUNT}`;
const isFew = (count: number): boolean => count > 0 && count < SMALL_COUNT;

/** "98% of 1,204", "all of 1,204", "all but fewer than 5 of 1,204". The percentage is whole and never rounds to 0 or 100. */
export function toldShare(filled: number, of: number): Pick<ColumnHealth, 'shown' | 'percent' | 'of'> {
  const total = `of ${number.format(of)}`;
  if (filled === of) return { shown: `all ${total}`, percent: 100, of };
  if (filled === 0) return { shown: `none ${total}`, percent: 0, of };
  if (isFew(filled)) return { shown: `${few} ${total}`, percent: null, of };
  if (isFew(of - filled)) return { shown: `all but ${few} ${total}`, percent: null, of };
  const percent = Math.min(99, Math.max(1, Math.round((100 * filled) / of)));
  return { shown: `${percent}% ${total}`, percent, of };
}

/** "none", "fewer than 5 rows", "12 rows". */
export const toldRows = (count: number): string =>
  count === 0 ? 'none' : isFew(count) ? `${few} rows` : `${number.format(count)} rows`;
