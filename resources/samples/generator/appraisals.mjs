// Appraisals of two cycles: who was due one, whether it was done and signed, which behaviours were among its
// criteria. Completion differs by directorate; criteria follow the Protocol's adoption.

import { day, instant } from './calendar.mjs';
import { columnOf, plant } from './defects.mjs';
import { person } from './names.mjs';
import { employed } from './people.mjs';
import { stream } from './random.mjs';
import { directorate } from './shape.mjs';

export const APPRAISALS = ['Employee Number', 'Employee Name', 'Appraisal Cycle', 'Directorate', 'Grade', 'Management Tier', 'Due Date', 'Date Completed', 'Sign-off Date', 'Protocol Behaviours', 'Overall Rating', 'Appraiser', 'Manager Comment'];

const CYCLES = /** @type {const} */ ([['2023/24', '2024-04-30', 0.35], ['2024/25', '2025-04-30', 0.62]]);
/** Share done by directorate. @type {Record<string, number>} */
const DONE = { 'Adult Care and Health': 0.71, 'Children and Families': 0.78, 'City Services': 0.62, 'Homes and Tenancies': 0.66, 'Place and Economy': 0.83, 'Corporate Services': 0.88 };
const LETTERS = 'abcdefg'.split('');
const tier = (/** @type {string} */ grade) => (grade === 'JNC' ? 'AD and above' : grade === 'GR7' ? 'Head of Service' : grade === 'GR6' ? 'Manager' : 'Other staff');

/** @param {import('./people.mjs').Officer[]} officers @returns {any[][]} a row for each officer due one, GR4 and above */
export function appraisalRows(officers) {
  const rng = stream('appraisals');
  return CYCLES.flatMap(([cycle, due, criteria]) => {
    const last = day(due);
    return officers.filter((one) => employed(one, last - 40) && one.start < last - 180 && (one.grade === 'JNC' || Number(one.grade[2]) >= 4)).map((one) => {
      const unit = directorate(one.unit, last);
      const senior = one.grade === 'JNC' || one.grade === 'GR7';
      const done = rng.chance(Math.min(0.97, (DONE[unit] ?? 0.7) + (senior ? 0.1 : 0)));
      const on = last - rng.int(0, 80);
      const kept = done ? LETTERS.filter(() => rng.chance(senior ? criteria + 0.2 : criteria)) : [];
      return [
        Number(one.number), one.name, cycle, unit, one.grade, tier(one.grade), instant(last), done ? instant(on) : '', done && rng.chance(0.93) ? instant(on + rng.int(0, 21)) : '',
        kept.join('; '), done ? rng.weighted([['Not met', 1], ['Partially met', 7], ['Met', 74], ['Exceeded', 18]]) : '', person(rng, rng.chance(0.5)), done && rng.chance(0.06) ? 'Good year. Wants more time with members.' : '',
      ];
    });
  });
}

/** @param {any[][]} rows */
export function plantAppraisals(rows) {
  const c = columnOf(APPRAISALS);
  const done = (/** @type {any[]} */ row) => row[c('Date Completed')] instanceof Date;
  return plant(rows, 1, [
    { at: 0.1, what: 'Employee Number missing', rejects: true, change: (row) => { row[c('Employee Number')] = ''; } },
    { at: 0.3, what: 'Overall Rating "Solid" is not in the list', where: done, change: (row) => { row[c('Overall Rating')] = 'Solid'; } },
    { at: 0.5, what: 'Date Completed typed as text 31/06/2024', rejects: true, where: done, change: (row) => { row[c('Date Completed')] = '31/06/2024'; } },
    { at: 0.7, what: 'Sign-off Date is before Date Completed', where: (row) => done(row) && row[c('Sign-off Date')] instanceof Date, change: (row) => { row[c('Sign-off Date')] = instant(row[c('Date Completed')].getTime() / 86_400_000 - 9); } },
    { at: 0.9, what: 'The same row twice (this is the copy)', duplicate: true },
  ]);
}
