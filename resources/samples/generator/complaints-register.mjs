// The register of complaints under the members' code of conduct, as the governance team keeps it: an Excel CSV in
// Windows-1252. One quarrel on social media in November 2023 brought eight complaints, all linked.

import { day, uk } from './calendar.mjs';
import { AS_AT, caseRef, closedDay, receivedDays, subjects } from './casework.mjs';
import { columnOf, plant } from './defects.mjs';
import { person } from './names.mjs';
import { stream } from './random.mjs';

export const COMPLAINTS = [
  'Case No', 'Date Received', 'Date Acknowledged', 'Complainant Type', 'Tier', 'Subject Member', 'Group', 'Allegation', 'Channel', 'Stage', 'Outcome',
  'Sanction or Action', 'Date Closed', 'Linked To', 'External Cost (£)', 'Notes',
];

/** Cases a month, April to March, without the burst; spring 2022 is the election peak. */
const MONTHLY = {
  2019: [4, 3, 2, 2, 2, 3, 3, 2, 2, 3, 2, 3],
  2020: [1, 1, 2, 2, 2, 3, 3, 3, 2, 3, 3, 3],
  2021: [3, 3, 3, 2, 2, 3, 3, 4, 2, 4, 5, 9],
  2022: [13, 8, 3, 3, 2, 3, 3, 3, 2, 3, 3, 4],
  2023: [4, 3, 3, 3, 2, 3, 3, 3, 2, 3, 3, 3],
  2024: [4, 5, 3, 3, 2, 3, 3, 3, 2, 3, 3, 3],
};

const ALLEGATIONS = /** @type {const} */ ([['Respect', 46], ['Bullying', 9], ['Disrepute', 14], ['Impartiality', 5], ['Confidentiality', 6], ['Use of position', 8], ['Use of resources', 4], ['Interests', 8]]);
const CHANNELS = /** @type {const} */ ([['Social media', 35], ['Meeting', 25], ['In person', 15], ['Email', 20], ['Telephone', 5]]);
const NOTES = [
  'Complainant’s own words: “I was not listened to”.', 'Independent Person consulted – agreed.', 'Apology offered at the residents’ meeting.', 'Not in capacity as a councillor.', 'Asked for more detail – none came.',
  'Reminder of the social media guidance sent.', 'Dealt with together with the group’s own process.', '', '',
];

/** The first complaint about the quarrel: a Tuesday. */
const BURST = day('2023-11-14');

function outcomeOf(/** @type {import('./random.mjs').Stream} */ rng) {
  const outcome = rng.weighted([['Rejected', 50], ['Withdrawn', 15], ['Informal resolution', 24], ['No breach', 8], ['Breach', 3]]);
  const investigated = outcome === 'No breach' || outcome === 'Breach';
  const stage = investigated ? 'Investigation' : outcome === 'Informal resolution' ? 'Informal resolution' : rng.weighted([['Initial assessment', 75], ['Independent Person consulted', 25]]);
  const action = outcome === 'Breach' ? rng.pick(['Political group action', 'Removed from committee', 'Training required']) : outcome === 'Informal resolution' ? rng.weighted([['Apology', 50], ['Words of advice', 30], ['Learning and development', 20]]) : '';
  const cost = investigated ? `£${rng.int(1, 6)},${rng.int(1, 9)}50` : '';
  return { outcome, stage, action, cost, median: investigated ? 120 : outcome === 'Rejected' ? 50 : 66 };
}

/**
 * @param {import('./councillors.mjs').Term[]} terms
 * @returns {any[][]} data rows; a case about several councillors has several rows
 */
export function complaintRows(terms) {
  const rng = stream('complaints');
  const about = subjects(rng, terms);
  const parish = Array.from({ length: 7 }, () => person(rng, rng.chance(0.4)));
  const months = Object.entries(MONTHLY).map(([year, counts]) => ({ year: Number(year), days: receivedDays(rng, Number(year), counts) }));
  return months.flatMap(({ year, days }) => {
    const burst = year === 2023 ? Array.from({ length: 8 }, (_, i) => ({ received: BURST + [0, 0, 0, 1, 1, 2, 6, 7][i], burst: true })) : [];
    const cases = [...days.map((received) => ({ received, burst: false })), ...burst].sort((a, b) => a.received - b.received);
    const leadAt = cases.findIndex((one) => one.burst);
    const target = burst.length > 0 ? about(burst[0].received) : undefined;
    return cases.flatMap((one, i) => {
      const { outcome, stage, action, cost, median } = outcomeOf(rng);
      const isParish = !one.burst && rng.chance(0.1);
      const closed = closedDay(rng, one.received, one.burst ? 40 : median, AS_AT);
      const complainant = one.burst ? 'Public' : rng.weighted([['Public', 77], ['Member', 16], ['Officer', 4], ['Parish', 2], ['Anonymous', 1]]);
      const channel = one.burst ? 'Social media' : rng.weighted(CHANNELS);
      const linked = one.burst ? caseRef('CC', year, leadAt + 1) : '';
      const rows = !one.burst && rng.chance(0.05) ? 2 : 1;
      return Array.from({ length: rows }, () => {
        const term = target !== undefined && one.burst ? target : about(one.received);
        const first = one.burst ? 'Respect' : rng.weighted(ALLEGATIONS);
        const second = rng.chance(0.22) ? rng.weighted(ALLEGATIONS) : first;
        const informal = one.burst ? { outcome: 'Informal resolution', stage: 'Informal resolution', action: 'Apology', cost: '' } : { outcome, stage, action, cost };
        return [
          caseRef('CC', year, i + 1), uk(one.received), uk(one.received + rng.int(1, 7)), complainant, isParish ? 'Parish' : 'Principal', `Cllr ${isParish ? rng.pick(parish) : term.name}`, isParish ? '' : term.party,
          first === second ? first : `${first}; ${second}`, channel, closed === undefined ? 'Initial assessment' : informal.stage, closed === undefined ? 'Ongoing' : informal.outcome,
          closed === undefined ? '' : informal.action, closed === undefined ? '' : uk(closed), linked, closed === undefined ? '' : informal.cost, rng.pick(NOTES),
        ];
      });
    });
  });
}

/** @param {any[][]} rows @returns {import('./defects.mjs').Defect[]} */
export function plantComplaints(rows) {
  const c = columnOf(COMPLAINTS);
  return plant(rows, 1, [
    { at: 0.06, what: 'Case No missing', rejects: true, change: (row) => { row[c('Case No')] = ''; } },
    { at: 0.19, what: 'Outcome "No Further Action " with a trailing blank, not one of the register’s own words', where: (row) => row[c('Outcome')] === 'Rejected', change: (row) => { row[c('Outcome')] = 'No Further Action '; } },
    { at: 0.33, what: 'Date Received 30/02/2022 does not exist', rejects: true, change: (row) => { row[c('Date Received')] = '30/02/2022'; } },
    { at: 0.47, what: 'The same row twice (this is the copy)', duplicate: true },
    { at: 0.58, what: 'Date Closed is before Date Received', where: (row) => row[c('Date Closed')] !== '', change: (row) => { row[c('Date Closed')] = '02/04/2019'; } },
    { at: 0.69, what: 'Allegation "respect" in lower case', where: (row) => row[c('Allegation')] === 'Respect', change: (row) => { row[c('Allegation')] = 'respect'; } },
    { at: 0.9, what: 'Notes hold a (fictional) complainant’s name and e-mail address', change: (row) => { row[c('Notes')] = 'Rang back – Winston Oxterhurst, w.oxterhurst@mail.example, prefers e-mail.'; } },
  ]);
}
