// Owns rows that add up over time: a longer period is what its months come to, so that one reading answers for
// every grain. The rule: only for what stands on one day and is counted on no other.
import { periodOf } from '#shared/calendar.ts';
import type { Grain } from '#shared/schemas/figure.ts';
import type { Cell, Question, Reader } from './metric.ts';

type Value = string | number | null | readonly unknown[];
type Values = Record<string, Value>;

const fixed: readonly string[] = ['period', 'cut1', 'cut2', 'cut3'];
/** How a statement names the period of all dates. */
const ALL_DATES = '0001-01-01';
const longer: readonly Grain[] = ['quarter', 'financial-year', 'municipal-year'];

/**
 * The rows of a statement over `$grain`. Quarters and years are added up from the months: numbers are summed and
 * lists joined; what is null in one row is taken from the others.
 */
export async function readByMonth<R extends Cell>(
  session: Reader,
  { grain }: Pick<Question, 'grain'>,
  sql: string,
  params: Parameters<Reader['all']>[1] = {},
): Promise<R[]> {
  if (!longer.includes(grain)) return session.all<R>(sql, params);
  return addedUp(await session.all<R>(sql, { ...params, grain: 'month' }), grain);
}

/** The rows of months added up to longer periods; `all` takes in what has no place in any period (null). */
export function addedUp<R extends Cell>(months: readonly R[], grain: Grain): R[] {
  const sums = new Map<string, Values>();
  for (const month of months) {
    const period = grain === 'all' ? ALL_DATES : periodOf(month.period, grain).from;
    const row: Values = { ...(month as unknown as Values), period };
    const key = JSON.stringify(fixed.map((name) => row[name]));
    const known = sums.get(key);
    sums.set(key, known ? added(known, row) : row);
  }
  return [...sums.values()] as unknown as R[];
}

function added(sum: Values, row: Values): Values {
  for (const [name, value] of Object.entries(row)) {
    const before = sum[name] ?? null;
    if (fixed.includes(name) || value === null) continue;
    if (before === null) sum[name] = value;
    else if (Array.isArray(before) && Array.isArray(value)) sum[name] = [...before, ...value];
    else sum[name] = Number(before) + Number(value);
  }
  return sum;
}
