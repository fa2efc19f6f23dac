// The officer-side log kept under the Member Officer Protocol: disrespect, pressure, going round the line of
// command, and how each was resolved. It rises until the training of 2023 and falls modestly after adoption.

import { instant, parts } from './calendar.mjs';
import { AS_AT, caseRef, closedDay, receivedDays, subjects } from './casework.mjs';
import { columnOf, plant } from './defects.mjs';
import { employed } from './people.mjs';
import { stream } from './random.mjs';
import { ADOPTION, COUNCIL, directorate } from './shape.mjs';

export const INCIDENT_TITLES = [[`${COUNCIL}: Member Officer Protocol incident log`], ['Kept by the Monitoring Officer. OFFICIAL - SENSITIVE. Extract of 14 April 2025']];
export const INCIDENTS = [
  'Case Ref', 'Date Received', 'Date Acknowledged', 'Reporter Role', 'Subject Role', 'Subject', 'Political Group', 'Directorate',
  'Category', 'Channel', 'Seriousness (1-4)', 'Stage', 'Outcome', 'Sanction or Support', 'Date Closed', 'Linked To', 'Summary',
];

/** Cases a month, April to March. */
const MONTHLY = {
  2019: [2, 2, 1, 2, 1, 2, 3, 2, 1, 2, 2, 2],
  2020: [1, 1, 1, 2, 1, 2, 2, 2, 2, 2, 2, 3],
  2021: [2, 2, 2, 2, 1, 3, 3, 3, 2, 3, 2, 3],
  2022: [3, 4, 2, 3, 2, 3, 4, 4, 2, 4, 4, 4],
  2023: [4, 5, 4, 4, 3, 4, 4, 3, 2, 3, 2, 3],
  2024: [2, 3, 2, 2, 2, 3, 2, 3, 1, 2, 2, 2],
};

const CATEGORIES = /** @type {const} */ ([
  ['Disrespect to officer', 34], ['Undue pressure', 20], ['Bullying or harassment', 6], ['Going round the chain of command', 13], ['Directing officers', 9],
  ['Breach of confidentiality', 9], ['Misuse of council resources', 7], ['Disagreement about duties', 8], ['Information not provided', 6], ['Misleading a committee', 2],
]);
const ABOUT_OFFICER = /** @type {const} */ ([['Information not provided', 40], ['Discourtesy', 25], ['Disagreement about duties', 20], ['Misleading a committee', 6], ['Breach of confidentiality', 9]]);
const CHANNELS = /** @type {const} */ ([['Email', 40], ['Meeting', 28], ['Telephone', 12], ['Social media', 10], ['In person', 10]]);
const SUMMARIES = [
  'Repeated late-evening messages asking for the same reply.', 'Officer spoken over at a briefing and asked to change the advice.', 'Request for works made straight to the depot team.',
  'Draft report passed on before publication.', 'Raised voice in the corridor after committee.', 'Briefing promised but not sent before the vote.', 'Criticised by name in a public post without a chance to reply.',
  'Two views of who decides the ward budget.', 'Council laptop used for group business.', 'Junior officer asked to report outside the line.',
];

/** How a case ended, by stage. */
function resolve(/** @type {import('./random.mjs').Stream} */ rng, /** @type {boolean} */ member, /** @type {number} */ received) {
  const later = received >= ADOPTION;
  const stage = rng.weighted([['Resolved by owners', later ? 50 : 38], ['Advice given', later ? 36 : 46], ['Informal resolution', 12], ['Formal process', 3]]);
  if (stage === 'Resolved by owners') return { stage, outcome: 'Self-resolved', action: rng.weighted([['', 60], ['Support offered', 40]]), median: 22 };
  if (stage === 'Advice given') return { stage, outcome: rng.weighted([['Informally resolved', 80], ['No further action', 20]]), action: rng.weighted([['Words of advice', 50], ['Learning and development', 25], ['Support offered', 25]]), median: 55 };
  if (stage === 'Formal process') return { stage, outcome: 'Upheld', action: member ? rng.pick(['Removed from committee', 'Restriction on contact']) : 'Disciplinary action', median: 130 };
  return { stage, outcome: rng.weighted([['Upheld', 40], ['Not upheld', 25], ['No further action', 20], ['Informally resolved', 15]]), action: rng.weighted([['Words of advice', 50], ['Learning and development', 30], ['Support offered', 20]]), median: 85 };
}

/**
 * @param {import('./people.mjs').Officer[]} officers
 * @param {import('./councillors.mjs').Term[]} terms
 * @returns {any[][]} data rows; a case with several people or categories has several rows
 */
export function incidentRows(officers, terms) {
  const rng = stream('incidents');
  const about = subjects(rng, terms);
  return Object.entries(MONTHLY).flatMap(([year, months]) => receivedDays(rng, Number(year), months).flatMap((received, i) => {
    const ref = caseRef('MOP', Number(year), i + 1);
    const member = rng.chance(0.7);
    const group = rng.chance(0.05);
    const there = officers.filter((one) => employed(one, received));
    const reporter = member ? rng.weighted([['Officer', 70], ['Assistant Director', 14], ['Member', 12], ['Trade union', 4]]) : rng.weighted([['Member', 75], ['Officer', 20], ['Assistant Director', 5]]);
    const raisedIn = rng.pick(there);
    const { stage, outcome, action, median } = resolve(rng, member, received);
    const closed = closedDay(rng, received, median, AS_AT);
    const rows = rng.chance(0.09) ? rng.int(2, 3) : 1;
    const channel = rng.weighted(CHANNELS);
    const serious = stage === 'Formal process' ? rng.int(3, 4) : stage === 'Informal resolution' ? rng.int(2, 3) : rng.int(1, 2);
    const linked = i > 3 && rng.chance(0.06) ? caseRef('MOP', Number(year), i - 1) : '';
    return Array.from({ length: rows }, () => {
      const term = about(received);
      const officer = rng.pick(there);
      const category = member ? rng.weighted(CATEGORIES) : rng.weighted(ABOUT_OFFICER);
      const second = rng.chance(0.18) ? rng.weighted(CATEGORIES) : category;
      return [
        ref, instant(received), instant(received + rng.int(0, 6)), reporter, member ? (group ? 'Several members' : 'Member') : group ? 'Several officers' : 'Officer',
        member ? `Cllr ${term.name}` : Number(officer.number), member ? term.party : '', directorate(raisedIn.unit, received),
        second === category ? category : `${category}; ${second}`, rng.chance(0.05) ? channel.toUpperCase() : channel, serious, closed === undefined ? 'Initial assessment' : stage,
        closed === undefined ? 'In progress' : outcome, closed === undefined ? '' : action, closed === undefined ? '' : instant(closed), linked, rng.pick(SUMMARIES),
      ];
    });
  }));
}

/** @param {any[][]} rows @returns {import('./defects.mjs').Defect[]} */
export function plantIncidents(rows) {
  const c = columnOf(INCIDENTS);
  const closed = (/** @type {any[]} */ row) => row[c('Date Closed')] instanceof Date;
  return plant(rows, INCIDENT_TITLES.length + 1, [
    { at: 0.08, what: 'Category "General unpleasantness" is not in the list', change: (row) => { row[c('Category')] = 'General unpleasantness'; } },
    { at: 0.15, what: 'Date Received typed as text 31/02/2023', rejects: true, change: (row) => { row[c('Date Received')] = '31/02/2023'; } },
    { at: 0.27, what: 'Date Closed is before Date Received', where: closed, change: (row) => { row[c('Date Closed')] = instant(Math.floor(row[c('Date Received')].getTime() / 86_400_000) - 21); } },
    { at: 0.38, what: 'Date Received typed as text, with no-break spaces (U+00A0) around it', change: (row) => {
      const p = parts(Math.floor(row[c('Date Received')].getTime() / 86_400_000));
      row[c('Date Received')] = `\u00a0${String(p.d).padStart(2, '0')}/${String(p.m).padStart(2, '0')}/${p.y}\u00a0`;
    } },
    { at: 0.5, what: 'Date Received missing', rejects: true, change: (row) => { row[c('Date Received')] = ''; } },
    { at: 0.61, what: 'Summary names a (fictional) officer, an e-mail address and a telephone number', change: (row) => { row[c('Summary')] = 'Told to ring Shazia Quarrenthwaite on 01632 960417 or write to shazia.quarrenthwaite@aldermere.example.'; } },
    { at: 0.72, what: 'Political Group "lab" in lower case', where: (row) => row[c('Political Group')] === 'LAB', change: (row) => { row[c('Political Group')] = 'lab'; } },
    { at: 0.85, what: 'The same row twice (this is the copy)', duplicate: true },
  ]);
}
