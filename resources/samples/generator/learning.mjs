// Training records from the learning system, and the log of lessons and the actions that followed.

import { addWorkingDays, day, uk } from './calendar.mjs';
import { serving } from './councillors.mjs';
import { columnOf, plant } from './defects.mjs';
import { person } from './names.mjs';
import { employed } from './people.mjs';
import { stream } from './random.mjs';
import { directorate, ELECTION, UNITS } from './shape.mjs';

export const TRAINING = ['Learner', 'Learner Name', 'Member or Officer', 'Learner Role', 'Directorate', 'Course Title', 'Course Type', 'In Role Since', 'Enrolment Date', 'Completion Date', 'Completion Status', 'Follows a Case', 'Booked By'];

/**
 * Induction after the election, the relations workshops of 2023, the Protocol for senior officers, induction of joiners.
 * @param {import('./people.mjs').Officer[]} officers
 * @param {import('./councillors.mjs').Term[]} terms
 * @returns {any[][]} in order of enrolment
 */
export function trainingRows(officers, terms) {
  const rng = stream('training');
  const fixer = () => person(rng, rng.chance(0.5));
  /** @type {{ at: number, row: any[] }[]} */
  const out = [];
  const add = (/** @type {any[]} */ who, /** @type {string} */ course, /** @type {string} */ kind, /** @type {number} */ since, /** @type {number} */ at, /** @type {number} */ share, /** @type {number} */ linked = 0.02) => {
    const done = rng.chance(share);
    const when = addWorkingDays(at + 7 - ((at + 3) % 7), rng.int(3, 40));
    out.push({ at, row: [...who, course, kind, uk(since), uk(at), done ? uk(when) : '', done ? 'Completed' : rng.pick(['Not started', 'Did not attend', 'Enrolled']), rng.chance(linked) ? 'Yes' : 'No', fixer()] });
  };
  const member = (/** @type {import('./councillors.mjs').Term} */ one) => [`Cllr ${one.name}`, one.name, 'Member', 'Councillor', ''];
  const officer = (/** @type {import('./people.mjs').Officer} */ one, /** @type {number} */ at) => [one.number, one.name, 'Officer', one.grade === 'JNC' ? 'Assistant Director' : one.grade === 'GR7' ? 'Head of Service' : 'Officer', directorate(one.unit, at)];
  const years = [[day('2023-06-05'), 'Working together: member and officer relations', 'Member Officer Protocol', 0.64], [day('2024-09-16'), 'Codes and Protocol refresher', 'Codes of Conduct', 0.55]];
  for (const one of terms.filter((term) => term.from >= ELECTION)) add(member(one), 'New member induction', 'Induction', one.from, one.from + 4, 0.86);
  for (const [at, course, kind, share] of years) for (const one of serving(terms, Number(at))) add(member(one), String(course), String(kind), one.from, Number(at), Number(share), 0.05);
  const senior = officers.filter((one) => one.grade === 'JNC' || one.grade === 'GR7');
  for (const one of senior.filter((each) => employed(each, day('2024-01-29')))) add(officer(one, day('2024-01-29')), 'Modelling the Protocol', 'Member Officer Protocol', one.start, day('2024-01-29'), 0.9);
  for (const one of officers.filter((each) => each.joined && each.start >= day('2023-09-12')).filter((_, i) => i % 2 === 0)) add(officer(one, one.start), 'Corporate induction', 'Induction', one.start, one.start + 3, 0.78);
  return out.sort((a, b) => a.at - b.at || (String(a.row[0]) < String(b.row[0]) ? -1 : 1)).map(({ row }) => row);
}

/** @param {any[][]} rows */
export function plantTraining(rows) {
  const c = columnOf(TRAINING);
  const done = (/** @type {any[]} */ row) => row[c('Completion Date')] !== '';
  return plant(rows, 1, [
    { at: 0.18, what: 'Course Type "Lunch and learn" is not in the list', change: (row) => { row[c('Course Type')] = 'Lunch and learn'; } },
    { at: 0.37, what: 'Completion Date 31/09/2023 does not exist', rejects: true, where: done, change: (row) => { row[c('Completion Date')] = '31/09/2023'; } },
    { at: 0.56, what: 'Learner missing', rejects: true, change: (row) => { row[c('Learner')] = ''; } },
    { at: 0.74, what: 'The same row twice (this is the copy)', duplicate: true },
  ]);
}

export const ACTIONS = ['Action Ref', 'Source of Learning', 'Lesson', 'Action Agreed', 'Behaviour', 'Owner (Role)', 'Lead Officer', 'Directorate', 'Date Agreed', 'Due Date', 'Date Completed', 'Status', 'Recheck Date', 'Recheck Result'];
const LESSONS = [
  ['Papers came too late to be read', 'Publish drafts a week before the meeting', 'Open communication'], ['Members did not know whom to ask', 'One named contact a ward', 'Respect for mutual roles'],
  ['Challenge was taken for criticism', 'Scenario workshop on challenge', 'Constructive challenge'], ['Good work went unnoticed', 'Thanks at the opening of each committee', 'Recognition of success'],
  ['Advice was softened to please', 'Reports name their author', 'Frankness and candour'], ['Raised voices were let pass', 'Chairs briefed to step in', 'Dignity and courtesy'], ['Form mattered more than the resident', 'Short form for casework', 'Purpose over process'],
];

/** @returns {any[][]} */
export function actionRows() {
  const rng = stream('actions');
  const names = [...new Set(UNITS.map((unit) => unit.name))];
  return Array.from({ length: 40 }, (_, i) => {
    const [lesson, action, behaviour] = rng.pick(LESSONS);
    const agreed = addWorkingDays(day('2023-10-02'), 1 + i * 9);
    const due = addWorkingDays(agreed, rng.int(40, 110));
    const done = addWorkingDays(agreed, rng.int(20, 150));
    const finished = done <= day('2025-03-31');
    const again = addWorkingDays(done, 120);
    const checked = finished && again <= day('2025-03-31');
    return [
      `LA/${String(i + 1).padStart(3, '0')}`, rng.weighted([['Staff survey', 25], ['Focus groups', 20], ['Incident log', 25], ['Meeting observation', 12], ['Positive examples', 10], ['Internal audit', 8]]), lesson, action, behaviour,
      rng.weighted([['Monitoring Officer', 30], ['Assistant Director', 25], ['Director of People Services', 15], ['Democratic Services', 15], ['Learning and Development', 15]]), person(rng, rng.chance(0.5)), rng.pick(names), uk(agreed), uk(due),
      finished ? uk(done) : '', finished ? 'Complete' : rng.pick(['In progress', 'Overdue']), finished ? uk(again) : '', checked ? rng.weighted([['Held', 60], ['Partly held', 25], ['Not held', 15]]) : finished ? 'Not yet' : '',
    ];
  });
}

/** @param {any[][]} rows */
export function plantActions(rows) {
  const c = columnOf(ACTIONS);
  return plant(rows, 1, [
    { at: 0.3, what: 'Owner (Role) holds a (fictional) name', change: (row) => { row[c('Owner (Role)')] = 'Leanne Corranshaw'; } },
    { at: 0.5, what: 'Due Date "30/02/2025" does not exist', rejects: true, change: (row) => { row[c('Due Date')] = '30/02/2025'; } },
    { at: 0.8, what: 'Status "Parked" is not in the list', change: (row) => { row[c('Status')] = 'Parked'; } },
  ]);
}
