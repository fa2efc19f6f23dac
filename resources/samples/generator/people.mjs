// The officers: who joins, who leaves and when, month by month, to the headcount path and turnover targets.

import { day, financialYear, monthStart, parts } from './calendar.mjs';
import { person } from './names.mjs';
import { stream } from './random.mjs';
import { FIRST_DAY, GRADES, LAST_DAY, UNITS, YEARS } from './shape.mjs';

/**
 * @typedef {{ number: string, name: string, unit: string, grade: string, contract: string, fte: number, start: number,
 *   joined: boolean, end: number, reason: string, destination: string }} Officer `end` is the last day worked, or Infinity
 */

/** Headcount on a day, a fifth of 11,900 falling to 9,700. @type {[string, number][]} */
const PATH = [['2019-04-01', 2380], ['2021-04-01', 2290], ['2023-04-01', 2130], ['2024-01-01', 2085], ['2024-10-01', 1965], ['2025-04-01', 1940]];

const FTES = /** @type {const} */ ([[1, 62], [0.81, 12], [0.6, 10], [0.5, 9], [0.41, 5], [0.68, 2]]);
const REASONS = [
  ['Resignation - other employer', 39], ['Resignation - personal', 18], ['Retirement', 17], ['End of fixed term contract', 10],
  ['Redundancy', 5], ['Ill-health retirement', 3], ['TUPE transfer', 3], ['Dismissal', 4], ['Death in service', 1],
];
const DESTINATIONS = [['Other council', 34], ['NHS', 12], ['Private sector', 26], ['Voluntary sector', 8], ['Not known', 20]];

function targetHeadcount(/** @type {number} */ d) {
  for (let i = 1; i < PATH.length; i++) {
    const [from, a] = PATH[i - 1];
    const [to, b] = PATH[i];
    if (d <= day(to)) return a + ((b - a) * (d - day(from))) / (day(to) - day(from));
  }
  return PATH[PATH.length - 1][1];
}

/** Turnover weight of a unit: Homes and Tenancies loses people from December 2023, two quarters after its survey fell. */
function pull(/** @type {string} */ unit, /** @type {number} */ d) {
  return unit === 'homes' && d >= day('2023-12-01') && d < day('2024-12-01') ? 3 : 1;
}

function hire(/** @type {import('./random.mjs').Stream} */ rng, /** @type {string} */ number, /** @type {number} */ start, /** @type {boolean} */ joined, /** @type {string} */ unit) {
  const fixedTerm = rng.chance(0.08);
  return {
    number, name: person(rng, rng.chance(0.63)), unit, grade: rng.weighted(GRADES), contract: fixedTerm ? 'Fixed term' : 'Permanent',
    fte: rng.weighted(FTES), start, joined, end: Number.POSITIVE_INFINITY, reason: '', destination: '',
  };
}

function dismissTo(/** @type {import('./random.mjs').Stream} */ rng, /** @type {Officer} */ officer, /** @type {number} */ d) {
  officer.end = d;
  const redundancies = d >= day('2024-01-01') ? 20 : 5;
  officer.reason = rng.weighted(REASONS.map(([name, weight]) => /** @type {const} */ ([String(name), name === 'Redundancy' ? redundancies : Number(weight)])));
  officer.destination = officer.reason.startsWith('Resignation') ? rng.weighted(/** @type {any} */ (DESTINATIONS)) : '';
}

/**
 * Six years of officers.
 * @param {number} replica 0 for the shipped council; further replicas repeat it with other people and numbers
 * @returns {Officer[]} everyone employed at any time from 1 April 2019 to 31 March 2025, by employee number
 */
export function simulateOfficers(replica) {
  const rng = stream(`people/${replica}`);
  /** @type {Officer[]} */
  const all = [];
  const nextNumber = () => String(100_000 + replica * 10_000 + all.length);
  for (const u of rng.strata(Math.round(PATH[0][1]))) {
    const unit = UNITS.find((_, i) => u < UNITS.slice(0, i + 1).reduce((sum, one) => sum + one.share, 0)) ?? UNITS[0];
    all.push(hire(rng, nextNumber(), FIRST_DAY - rng.int(30, 9000), false, unit.key));
  }
  let active = [...all];
  let owed = 0;
  for (let m = 0; m < 72; m++) {
    const first = monthStart(2019, 4 + m);
    const days = monthStart(2019, 5 + m) - first;
    const year = YEARS.find((one) => one.year === financialYear(first)) ?? YEARS[0];
    owed += (year.turnover / 12) * active.length;
    const leaving = Math.floor(owed);
    owed -= leaving;
    for (let i = 0; i < leaving; i++) {
      const officer = rng.weighted(active.map((one) => /** @type {const} */ ([one, pull(one.unit, first)])));
      active = active.filter((one) => one !== officer);
      dismissTo(rng, officer, first + (rng.chance(0.4) ? days - 1 : rng.int(0, days - 1)));
    }
    const joining = Math.max(0, Math.round(targetHeadcount(first + days)) - active.length);
    for (let i = 0; i < joining; i++) {
      const short = UNITS.map((unit) => /** @type {const} */ ([unit.key, Math.max(0.001, unit.share * targetHeadcount(first + days) - active.filter((one) => one.unit === unit.key).length)]));
      const officer = hire(rng, nextNumber(), first + rng.int(0, days - 1), true, rng.weighted(short));
      all.push(officer);
      active.push(officer);
    }
  }
  return all;
}

/** @param {Officer} officer @param {number} d @returns {boolean} employed on that day */
export const employed = (officer, d) => officer.start <= d && officer.end >= d;

/** Quarter ends from 31 March 2019 to 31 March 2025. @returns {number[]} */
export const quarterEnds = () => Array.from({ length: 25 }, (_, q) => monthStart(2019, 4 + q * 3) - 1).filter((d) => d <= LAST_DAY);

/** @param {number} d @returns {boolean} whether the day is a 31 March */
export const isYearEnd = (d) => parts(d).m === 3;
