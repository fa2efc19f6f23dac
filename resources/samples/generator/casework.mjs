// What the two casework files share: when cases come in, how long they take, who they are about.

import { addWorkingDays, day, monthStart, onWorkingDay } from './calendar.mjs';
import { serving } from './councillors.mjs';

/**
 * Days received for a year's cases, spread over its months.
 * @param {import('./random.mjs').Stream} rng
 * @param {number} year start year of the financial year
 * @param {readonly number[]} perMonth twelve counts, April first
 * @returns {number[]} in order
 */
export function receivedDays(rng, year, perMonth) {
  return perMonth.flatMap((n, i) => Array.from({ length: n }, () => onWorkingDay(monthStart(year, 4 + i) + rng.int(0, 26)))).sort((a, b) => a - b);
}

/**
 * The day a case closed: median about 60 working days, a long tail, a few never.
 * @param {import('./random.mjs').Stream} rng
 * @param {number} received
 * @param {number} median working days
 * @param {number} asAt the day the file was taken
 * @returns {number | undefined} undefined while open
 */
export function closedDay(rng, received, median, asAt) {
  const days = Math.max(3, Math.round(median * Math.exp(0.75 * rng.normal())));
  const closed = addWorkingDays(received, days);
  return closed > asAt || rng.chance(0.02) ? undefined : closed;
}

/**
 * Councillors weighted so that a few come back again and again.
 * @param {import('./random.mjs').Stream} rng
 * @param {import('./councillors.mjs').Term[]} terms
 * @returns {(d: number) => import('./councillors.mjs').Term} who a case of that day is about
 */
export function subjects(rng, terms) {
  const weight = new Map();
  for (const term of terms) {
    if (!weight.has(term.name)) weight.set(term.name, Math.exp(1.9 * rng.normal()));
  }
  return (d) => rng.weighted(serving(terms, d).map((one) => /** @type {const} */ ([one, weight.get(one.name)])));
}

export const AS_AT = day('2025-04-14');

/** @param {string} prefix @param {number} year @param {number} n @returns {string} */
export const caseRef = (prefix, year, n) => `${prefix}/${year}/${String(n).padStart(3, '0')}`;
