// How each protocol incident was decided: by which posts, which behaviours were engaged, whether those who should
// have known did. Drawn apart from the log itself, so that the log's own figures do not move.

import { day, instant } from './calendar.mjs';
import { columnOf } from './defects.mjs';
import { INCIDENTS } from './incident-log.mjs';
import { stream } from './random.mjs';

export const DECISIONS = [
  'Date of Incident', 'Decided By (Roles)', 'Behaviours Engaged', 'Principles Engaged', 'Seniority Gap', 'Contact Route Check',
  'Straight to Chief Officer', 'Escalation Agreed', 'Formal Route', 'Safeguarding or Police',
];

/** @type {Record<string, [string, string]>} behaviour and principle by what was alleged */
const ENGAGED = {
  'Disrespect to officer': ['Dignity and courtesy', 'Leadership'], 'Undue pressure': ['Respect for mutual roles', 'Integrity'],
  'Bullying or harassment': ['Dignity and courtesy', 'Leadership'], 'Going round the chain of command': ['Respect for mutual roles', 'Accountability'],
  'Directing officers': ['Respect for mutual roles', 'Accountability'], 'Breach of confidentiality': ['Open communication', 'Integrity'],
  'Misuse of council resources': ['Purpose over process', 'Selflessness'], 'Disagreement about duties': ['Constructive challenge', 'Objectivity'],
  'Information not provided': ['Frankness and candour', 'Openness'], 'Misleading a committee': ['Frankness and candour', 'Honesty'], Discourtesy: ['Dignity and courtesy', 'Leadership'],
};

/** Lengthens each row of the log; rows of one case agree. @param {any[][]} rows @returns {any[][]} */
export function addDecisions(rows) {
  const c = columnOf(INCIDENTS);
  return rows.map((row) => {
    const rng = stream(`incident-decision/${row[c('Case Ref')]}`);
    const category = String(row[c('Category')]).split('; ');
    const member = String(row[c('Subject Role')]).includes('ember');
    const stage = row[c('Stage')];
    const decided = stage !== 'Resolved by owners' && stage !== 'Initial assessment';
    const round = category.some((one) => one === 'Going round the chain of command' || one === 'Directing officers');
    const received = row[c('Date Received')].getTime() / 86_400_000;
    const whip = !['', 'IND'].includes(row[c('Political Group')]);
    const makers = member ? (whip ? 'Monitoring Officer; Group Whip' : 'Monitoring Officer') : 'Monitoring Officer; Director of People Services; Line Manager';
    const unique = (/** @type {number} */ at) => [...new Set(category.map((one) => (ENGAGED[one] ?? ENGAGED.Discourtesy)[at]))].join('; ');
    return [
      ...row, instant(received - rng.int(0, 24)), decided ? makers : '', unique(0), unique(1), rng.weighted([['No gap', 20], ['Some gap', 45], ['Wide gap', 35]]),
      round ? rng.weighted([['Not followed', 80], ['Followed', 20]]) : rng.weighted([['Followed', 55], ['Not applicable', 35], ['Not known', 10]]),
      rng.chance(0.12) ? 'Yes' : 'No', decided ? rng.weighted([['Yes', 65], ['No', 35]]) : 'No',
      stage === 'Formal process' ? (member ? 'The Arrangements' : 'Disciplinary procedure') : 'None', 'No',
    ];
  });
}

/** One matter that went to safeguarding: it stands in the log and must stand in no figure. @returns {any[]} */
export function safeguardingRow() {
  const on = (/** @type {string} */ iso) => instant(day(iso));
  return [
    'MOP/2024/900', on('2024-11-12'), on('2024-11-12'), 'Officer', 'Member', 'Cllr Not Recorded', '', 'Children and Families', 'Bullying or harassment', 'In person', 4,
    'Escalated', 'In progress', '', '', '', 'Passed on the day it came in. See the sealed file.',
    on('2024-11-11'), 'Monitoring Officer; Chief Executive', 'Dignity and courtesy', 'Integrity', 'Wide gap', 'Followed', 'Yes', 'Yes', 'Safeguarding', 'Yes',
  ];
}
