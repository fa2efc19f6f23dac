// Councillor terms from the 2018 to the 2022 all-out elections and on: by-elections, departures, changes of party.

import { day, uk } from './calendar.mjs';
import { columnOf, plant } from './defects.mjs';
import { person, wards } from './names.mjs';
import { stream } from './random.mjs';
import { ELECTION, SEATS } from './shape.mjs';

/** @typedef {{ name: string, woman: boolean, party: string, ward: string, from: number, how: string, due: number, left: number, cause: string }} Term `left` is Infinity while serving or re-elected */

const FIRST_ELECTION = day('2018-05-03');
const NEXT_ELECTION = day('2026-05-07');

/** Vacancies: day left, cause, day of the by-election. @type {[string, string, string][]} */
const VACANCIES = [
  ['2018-10-02', 'Resigned', '2018-11-22'], ['2019-04-18', 'Died', '2019-06-13'], ['2019-09-30', 'Resigned', '2019-11-14'],
  ['2020-08-11', 'Died', '2021-05-06'], ['2020-12-03', 'Resigned', '2021-05-06'], ['2021-08-26', 'Disqualified (s85)', '2021-10-14'],
  ['2022-09-29', 'Resigned', '2022-11-17'], ['2023-01-23', 'Died', '2023-03-16'], ['2023-08-31', 'Resigned', '2023-10-19'],
  ['2024-02-12', 'Resigned', '2024-05-02'], ['2024-03-04', 'Resigned', '2024-05-02'], ['2024-09-30', 'Died', '2024-11-14'], ['2025-01-06', 'Resigned', '2025-02-20'],
];
/** Changes of party: day, from, to. @type {[string, string, string][]} */
const CHANGES = [['2019-09-16', 'LAB', 'IND'], ['2020-07-08', 'CON', 'IND'], ['2021-02-22', 'LAB', 'CON'], ['2022-10-10', 'LAB', 'IND'], ['2023-06-05', 'CON', 'LD'], ['2023-12-04', 'LAB', 'IND'], ['2024-09-09', 'LAB', 'IND']];
/** Members re-elected in May 2022 by party; the other seats change hands. @type {Record<string, number>} */
const RETURNED = { LAB: 44, CON: 13, LD: 5, GRN: 1 };

/** Someone new, whose name no councillor had before. */
function newcomer(/** @type {import('./random.mjs').Stream} */ rng, /** @type {Term[]} */ before = []) {
  const woman = rng.chance(0.34);
  for (;;) {
    const name = person(rng, woman);
    if (!before.some((one) => one.name === name)) return { woman, name };
  }
}

const seatList = (/** @type {Record<string, number>} */ counts) => Object.entries(counts).flatMap(([party, n]) => Array.from({ length: n }, () => party));

/** Applies vacancies and changes of party inside one council term. */
function churn(/** @type {import('./random.mjs').Stream} */ rng, /** @type {Term[]} */ terms, /** @type {number} */ from, /** @type {number} */ due) {
  const serving = (/** @type {string} */ party) => terms.filter((one) => one.due === due && one.left === Number.POSITIVE_INFINITY && (party === '' || one.party === party));
  const steps = [...VACANCIES.map(([d, cause, poll]) => ({ d: day(d), cause, poll: day(poll), to: '', was: '' })), ...CHANGES.map(([d, was, to]) => ({ d: day(d), cause: 'Changed party', poll: day(d), to, was }))];
  for (const step of steps.filter((one) => one.d > from && one.d < due).sort((a, b) => a.d - b.d)) {
    const leaver = rng.pick(serving(step.was).filter((one) => one.party !== 'GRN' && one.from < step.d));
    leaver.left = step.d;
    leaver.cause = step.cause;
    const same = step.to !== '';
    const party = same ? step.to : rng.chance(0.8) && leaver.party !== 'IND' ? leaver.party : rng.pick(['LAB', 'CON', 'LD']);
    const who = same ? { name: leaver.name, woman: leaver.woman } : newcomer(rng, terms);
    terms.push({ ...who, party, ward: leaver.ward, from: step.poll, how: same ? 'Change of party' : 'By-election', due, left: Number.POSITIVE_INFINITY, cause: '' });
  }
}

/** @returns {Term[]} in order of the day the seat was taken, then ward */
export function simulateTerms() {
  const rng = stream('councillors');
  const names = wards(rng, 69);
  const double = new Set(rng.shuffle(names).slice(0, 32));
  const seats = names.flatMap((ward) => (double.has(ward) ? [ward, ward] : [ward]));
  const parties = rng.shuffle(seatList(SEATS[2018]));
  /** @type {Term[]} */
  const terms = [];
  for (const [i, ward] of seats.entries()) terms.push({ ...newcomer(rng, terms), party: parties[i], ward, from: FIRST_ELECTION, how: 'All-out election', due: ELECTION, left: Number.POSITIVE_INFINITY, cause: '' });
  churn(rng, terms, FIRST_ELECTION, ELECTION);
  const sitting = terms.filter((one) => one.left === Number.POSITIVE_INFINITY);
  const returned = new Set(Object.entries(RETURNED).flatMap(([party, n]) => rng.shuffle(sitting.filter((one) => one.party === party)).slice(0, n)));
  const open = rng.shuffle(seatList(SEATS[2022])).filter(takeOut(RETURNED));
  for (const old of sitting) {
    const back = returned.has(old);
    const party = back ? old.party : /** @type {string} */ (open.pop());
    if (!back) {
      old.left = ELECTION + 4;
      old.cause = party === old.party || rng.chance(0.15) ? 'Stood down' : 'Defeated';
    }
    terms.push({ ...(back ? { name: old.name, woman: old.woman } : newcomer(rng, terms)), party, ward: old.ward, from: ELECTION, how: 'All-out election', due: NEXT_ELECTION, left: Number.POSITIVE_INFINITY, cause: '' });
  }
  churn(rng, terms, ELECTION, NEXT_ELECTION);
  return terms.sort((a, b) => a.from - b.from || (a.ward < b.ward ? -1 : a.ward > b.ward ? 1 : 0));
}

/** A filter that drops the first `counts[party]` of each party. */
function takeOut(/** @type {Record<string, number>} */ counts) {
  const left = { ...counts };
  return (/** @type {string} */ party) => {
    if ((left[party] ?? 0) === 0) return true;
    left[party] -= 1;
    return false;
  };
}

/** @param {Term[]} terms @param {number} d @returns {Term[]} who holds a seat on that day */
export const serving = (terms, d) => terms.filter((one) => one.from <= d && one.left > d && one.due > d);

export const TERMS = ['Councillor', 'Party', 'Ward', 'Gender', 'Elected Date', 'How Elected', 'Term End', 'Leaving Date', 'Cause of Leaving'];

/** @param {Term[]} terms @returns {any[][]} */
export const termRows = (terms) => terms.map((one) => [`Cllr ${one.name}`, one.party, one.ward, one.woman ? 'F' : 'M', uk(one.from), one.how, uk(one.due), one.left === Number.POSITIVE_INFINITY ? '' : uk(one.left), one.cause]);

/** @param {any[][]} rows */
export function plantTerms(rows) {
  const c = columnOf(TERMS);
  return plant(rows, 1, [
    { at: 0.1, what: 'Party "LAB " with a trailing blank', where: (row) => row[c('Party')] === 'LAB', change: (row) => { row[c('Party')] = 'LAB '; } },
    { at: 0.35, what: 'Party written "Labour" beside LAB', where: (row) => row[c('Party')] === 'LAB', change: (row) => { row[c('Party')] = 'Labour'; } },
    { at: 0.97, what: 'Extra row without a councillor name', rejects: true, where: (row) => row[c('How Elected')] === 'By-election' && row[c('Leaving Date')] === '', duplicate: true, change: (row) => { row[c('Councillor')] = ''; } },
    { at: 0.98, what: 'Extra row whose Leaving Date is before the Elected Date', rejects: true, where: (row) => row[c('How Elected')] === 'By-election' && row[c('Leaving Date')] === '', duplicate: true, change: (row) => { row[c('Leaving Date')] = '01/01/2018'; } },
  ]);
}
