// Owns how a count of rows is told in data health: one below the workspace's smallest count is never told, and
// neither is what is left when all but so few are taken away.
import { isSmall } from '#core/disclosure/primary.ts';
import type { ColumnHealth } from '#shared/schemas/health.ts';

const number = new Intl.NumberFormat('en-GB');

/** "98% of 1,204", "all of 1,204", "all but fewer than 5 of 1,204". The percentage is whole and never rounds to 0 or 100. */
export function toldShare(
  filled: number,
  of: number,
  smallCount: number,
): Pick<ColumnHealth, 'shown' | 'percent' | 'of'> {
  const total = `of ${number.format(of)}`;
  const few = `fewer than ${smallCount}`;
  if (filled === of) return { shown: `all ${total}`, percent: 100, of };
  if (filled === 0) return { shown: `none ${total}`, percent: 0, of };
  if (isSmall(filled, smallCount)) return { shown: `${few} ${total}`, percent: null, of };
  if (isSmall(of - filled, smallCount)) return { shown: `all but ${few} ${total}`, percent: null, of };
  const percent = Math.min(99, Math.max(1, Math.round((100 * filled) / of)));
  return { shown: `${percent}% ${total}`, percent, of };
}

/** "none", "fewer than 5 rows", "12 rows". */
export function toldRows(count: number, smallCount: number): string {
  if (count === 0) return 'none';
  return `${isSmall(count, smallCount) ? `fewer than ${smallCount}` : number.format(count)} rows`;
}
