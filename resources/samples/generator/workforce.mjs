// Workforce files: officers at each 31 March, totals at the other quarter ends, and who joined and left.

import { uk } from './calendar.mjs';
import { columnOf, plant } from './defects.mjs';
import { employed, isYearEnd, quarterEnds } from './people.mjs';
import { directorate, FIRST_DAY, LAST_DAY } from './shape.mjs';

export const SNAPSHOT = ['Snapshot Date', 'Employee Number', 'Directorate', 'Grade', 'Contract Type', 'FTE', 'Start Date'];
export const TOTALS = ['Snapshot Date', 'Directorate', 'Headcount', 'FTE'];
export const MOVES = ['Event', 'Employee Number', 'Directorate', 'Grade', 'Date', 'Reason', 'Destination', 'Length of Service (Years)'];

/** @param {import('./people.mjs').Officer[]} officers @returns {any[][]} a row per officer and 31 March */
export function snapshotRows(officers) {
  return quarterEnds().filter(isYearEnd).flatMap((d) => {
    const there = officers.filter((one) => employed(one, d));
    return there.map((one) => [uk(d), one.number, directorate(one.unit, d), one.grade, one.contract, one.fte, uk(one.start)]);
  });
}

/**
 * Adds one replica's officers to the totals of the quarter ends that have no person rows.
 * @param {Map<string, { d: number, name: string, heads: number, fte: number }>} totals
 * @param {import('./people.mjs').Officer[]} officers
 */
export function addTotals(totals, officers) {
  for (const d of quarterEnds().filter((one) => !isYearEnd(one))) {
    for (const one of officers.filter((officer) => employed(officer, d))) {
      const name = directorate(one.unit, d);
      const total = totals.get(`${d}/${name}`) ?? { d, name, heads: 0, fte: 0 };
      total.heads += 1;
      total.fte += one.fte;
      totals.set(`${d}/${name}`, total);
    }
  }
}

/** @param {Map<string, { d: number, name: string, heads: number, fte: number }>} totals @returns {any[][]} */
export function totalRows(totals) {
  const sorted = [...totals.values()].sort((a, b) => a.d - b.d || (a.name < b.name ? -1 : 1));
  return sorted.map((one) => [uk(one.d), one.name, one.heads, one.fte.toFixed(2)]);
}

/** @param {import('./people.mjs').Officer[]} officers @returns {any[][]} leavers and joiners in order of date */
export function moveRows(officers) {
  const moves = officers.flatMap((one) => {
    const left = one.end <= LAST_DAY ? [{ d: one.end, one, kind: 'Leaver' }] : [];
    return one.joined && one.start >= FIRST_DAY ? [{ d: one.start, one, kind: 'Joiner' }, ...left] : left;
  });
  moves.sort((a, b) => a.d - b.d || Number(a.one.number) - Number(b.one.number));
  return moves.map(({ d, one, kind }) => {
    const leaving = kind === 'Leaver';
    return [kind, one.number, directorate(one.unit, d), one.grade, uk(d), leaving ? one.reason : '', leaving ? one.destination : '', leaving ? ((d - one.start) / 365.25).toFixed(1) : ''];
  });
}

/** @param {any[][]} rows */
export function plantSnapshot(rows) {
  const c = columnOf(SNAPSHOT);
  return plant(rows, 1, [
    { at: 0.07, what: 'FTE "full time" in a number column', rejects: true, change: (row) => { row[c('FTE')] = 'full time'; } },
    { at: 0.33, what: 'Employee Number missing', rejects: true, change: (row) => { row[c('Employee Number')] = ''; } },
    { at: 0.49, what: 'No-break space (U+00A0) inside the directorate', where: (row) => row[c('Directorate')] === 'Corporate Services', change: (row) => { row[c('Directorate')] = 'Corporate\u00a0Services'; } },
    { at: 0.64, what: 'The same row twice (this is the copy)', duplicate: true },
    { at: 0.81, what: 'Snapshot Date missing', rejects: true, change: (row) => { row[c('Snapshot Date')] = ''; } },
  ]);
}

/** @param {any[][]} rows */
export function plantMoves(rows) {
  const c = columnOf(MOVES);
  const leaver = (/** @type {any[]} */ row) => row[c('Event')] === 'Leaver';
  return plant(rows, 1, [
    { at: 0.12, what: 'Date 31/11/2019 does not exist', rejects: true, where: leaver, change: (row) => { row[c('Date')] = '31/11/2019'; } },
    { at: 0.29, what: 'Reason "Not Stated" (missing)', where: leaver, change: (row) => { row[c('Reason')] = 'Not Stated'; } },
    { at: 0.46, what: 'Employee Number missing', rejects: true, where: leaver, change: (row) => { row[c('Employee Number')] = ''; } },
    { at: 0.62, what: 'The same row twice (this is the copy)', where: leaver, duplicate: true },
    { at: 0.77, what: 'Unknown reason "MARS 2"', where: leaver, change: (row) => { row[c('Reason')] = 'MARS 2'; } },
  ]);
}
