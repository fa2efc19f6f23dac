// Positive examples by quarter from the Protocol's adoption, from Assistant Director to Monitoring Officer; a
// directorate without one makes a nil return, and one directorate is silent for two quarters.

import { monthStart, onWorkingDay, uk } from './calendar.mjs';
import { columnOf, plant } from './defects.mjs';
import { person } from './names.mjs';
import { stream } from './random.mjs';
import { LAST_DAY, UNITS } from './shape.mjs';

export const POSITIVES = ['Ref', 'Quarter', 'Directorate', 'Nil Return', 'Type of Success', 'Date of Example', 'Proposed By (Role)', 'Date to Assistant Director', 'Date to Monitoring Officer', 'Date Reported', 'Behaviours Shown', 'Nolan Principles', 'What Was Learned', 'What Changed', 'Submitted By'];
const QUARTERS = /** @type {const} */ ([['Q3 2023/24', 2023, 10], ['Q4 2023/24', 2024, 1], ['Q1 2024/25', 2024, 4], ['Q2 2024/25', 2024, 7], ['Q3 2024/25', 2024, 10], ['Q4 2024/25', 2025, 1]]);
const TYPES = /** @type {const} */ ([['Joint policy on a sensitive issue', 25], ['Solving a problem for people', 50], ['Constructive holding to account', 25]]);
const BEHAVIOURS = ['Frankness and candour', 'Respect for mutual roles', 'Constructive challenge', 'Recognition of success', 'Purpose over process', 'Open communication', 'Dignity and courtesy'];
const PRINCIPLES = ['Selflessness', 'Integrity', 'Objectivity', 'Accountability', 'Openness', 'Honesty', 'Leadership'];
const LEARNED = ['Telling the ward members a week sooner saved three rounds of questions.', 'A joint visit settled what papers had not.', 'Saying early that the budget would not stretch kept trust.', 'Asking before assuming brought the facts out.', 'Thanks in public were noticed by the whole team.'];
const CHANGED = ['Weekly note to ward members.', 'Joint visits are now the first step.', 'A named contact for each ward.', 'Briefings a week before each vote.', ''];

/** @returns {any[][]} */
export function positiveRows() {
  const rng = stream('positive');
  const names = [...new Set(UNITS.map((unit) => unit.name))];
  let n = 0;
  return QUARTERS.flatMap(([quarter, year, month], q) => names.flatMap((name) => {
    const silent = name === 'City Services' && q >= 3 && q < 5;
    if (silent) return [];
    const many = rng.weighted([[0, 35], [1, 40], [2, 20], [3, 5]]);
    if (many === 0) return [['', quarter, name, 'Yes', '', '', '', '', '', '', '', '', '', '', person(rng, rng.chance(0.5))]];
    return Array.from({ length: many }, () => {
      const happened = onWorkingDay(monthStart(year, month) + rng.int(0, 62));
      const ad = onWorkingDay(happened + rng.int(2, 20));
      const mo = onWorkingDay(ad + rng.int(1, 25));
      n += 1;
      // One in nine is still with the Assistant Director, and one in four that went on is not yet reported.
      const passed = n % 9 !== 0 && mo <= LAST_DAY;
      const reported = onWorkingDay(mo + 30);
      return [
        `PE/${String(n).padStart(3, '0')}`, quarter, name, 'No', rng.weighted(TYPES), uk(happened), rng.weighted([['Head of Service', 45], ['Line Manager', 30], ['Councillor', 25]]), uk(ad), passed ? uk(mo) : '', passed && n % 4 !== 0 && reported <= LAST_DAY ? uk(reported) : '',
        rng.shuffle(BEHAVIOURS).slice(0, rng.int(1, 3)).join('; '), rng.pick(PRINCIPLES), rng.pick(LEARNED), rng.pick(CHANGED), person(rng, rng.chance(0.5)),
      ];
    });
  }));
}

/** @param {any[][]} rows */
export function plantPositive(rows) {
  const c = columnOf(POSITIVES);
  const real = (/** @type {any[]} */ row) => row[c('Ref')] !== '' && row[c('Date to Monitoring Officer')] !== '';
  return plant(rows, 1, [
    { at: 0.2, what: 'Type of Success "Compliment" is not in the list', where: real, change: (row) => { row[c('Type of Success')] = 'Compliment'; } },
    { at: 0.45, what: 'Date to Monitoring Officer "30/02/2024" does not exist', rejects: true, where: real, change: (row) => { row[c('Date to Monitoring Officer')] = '30/02/2024'; } },
    { at: 0.7, what: 'What Was Learned names a (fictional) officer', where: real, change: (row) => { row[c('What Was Learned')] = 'Thanks to Gareth Ulverstead for ringing everybody first.'; } },
  ]);
}
