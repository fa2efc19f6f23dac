// Results of earlier staff surveys as they were published: percentages by statement and directorate, small groups withheld.

import { columnOf, plant } from './defects.mjs';
import { stream } from './random.mjs';
import { UNITS } from './shape.mjs';

export const PUBLISHED = ['Survey', 'Financial Year', 'Section', 'Question No', 'Question', 'Breakdown', 'Group', 'Answer', 'Percent', 'Number of responses'];
const STATEMENTS = /** @type {const} */ ([
  ['Respect and courtesy', 'Officers and councillors treat each other with dignity and courtesy', 61], ['Respect and courtesy', 'Bullying is called out and not tolerated', 52],
  ['Speaking up', 'I feel safe to challenge the way things are done', 47], ['Communication', 'Communication between officers and councillors is open and honest', 54],
  ['Communication', 'People communicate problems early rather than put them off', 44], ['Collaboration', 'Officers and councillors work well together', 58],
  ['Leadership', 'Senior leaders behave as they ask others to', 49], ['Job satisfaction', 'I would recommend the council as a place to work', 57],
]);
const YEARS = /** @type {const} */ ([['2015/16', 3], ['2017/18', -2]]);

/** @returns {any[][]} */
export function publishedRows() {
  const rng = stream('published');
  return YEARS.flatMap(([year, lift]) => STATEMENTS.flatMap(([section, statement, level], i) => [['All', 'Whole council', 4200], ...UNITS.map((unit) => ['Directorate', unit.before, Math.round(unit.share * 4200)]), ['Directorate', 'Elections Office', 4]].map(([by, group, base]) => {
    const small = Number(base) < 10;
    const percent = Math.max(5, Math.min(95, Math.round(level + lift + (group === 'Whole council' ? 0 : 7 * rng.normal()))));
    return ['Staff survey', year, section, `Q${i + 1}`, statement, by, group, 'Agree or strongly agree', small ? '[c]' : percent, small ? '<5' : base];
  })));
}

/** @param {any[][]} rows */
export function plantPublished(rows) {
  const c = columnOf(PUBLISHED);
  const shown = (/** @type {any[]} */ row) => typeof row[c('Percent')] === 'number';
  return plant(rows, 1, [
    { at: 0.15, what: 'Percent "*" (withheld)', where: shown, change: (row) => { row[c('Percent')] = '*'; } },
    { at: 0.35, what: 'Percent "n/k" in a number column', rejects: true, where: shown, change: (row) => { row[c('Percent')] = 'n/k'; } },
    { at: 0.55, what: 'Percent "164" is more than a hundred', rejects: true, where: shown, change: (row) => { row[c('Percent')] = '164'; } },
    { at: 0.75, what: 'Financial Year missing', rejects: true, where: shown, change: (row) => { row[c('Financial Year')] = ''; } },
  ]);
}
