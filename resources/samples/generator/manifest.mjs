// The manifest: what each file is, in import order, how many rows a reader should find and which it must reject.

import { iso } from './calendar.mjs';
import { ADOPTION, COUNCIL, DOMAIN, ELECTION, HR_BREAK, PEOPLE_SCALE, REORGANISATION } from './shape.mjs';

/**
 * @typedef {{ file: string, kind: string, instrument?: string, wave?: string, invited?: number, tool?: string, mapping?: object, description: string, rows: number, defects: import('./defects.mjs').Defect[] }} Entry
 */

/**
 * @param {Entry[]} entries
 * @param {number} scale
 * @returns {object}
 */
export function manifest(entries, scale) {
  return {
    about: 'A synthetic council for trying Candour. Every person, ward, case and figure is invented; any likeness is chance.',
    settings: {
      council: COUNCIL,
      adoptionDate: iso(ADOPTION),
      adoptionTitle: 'Member Officer Protocol',
      electionDate: iso(ELECTION),
      hrSystemBreak: iso(HR_BREAK),
      reorganisationDate: iso(REORGANISATION),
      renamed: [{ from: ['Street Services', 'Neighbourhoods'], to: 'City Services' }, { from: ['Economy'], to: 'Place and Economy' }],
      councillorSeats: 101,
      emailDomain: DOMAIN,
      timeZone: 'Europe/London',
    },
    scale: {
      people: PEOPLE_SCALE,
      replicas: scale,
      note: 'Officers, spells, leavers and staff answers are a fifth of a council of about 11,900 officers; councillors, complaints and incidents are full size.',
    },
    rowNumbering: 'Records of the file counted from 1, title and heading records included.',
    stories: [
      'Protocol incidents rise to summer 2023 and fall modestly after the training of June 2023 and adoption on 12 September 2023.',
      'Homes and Tenancies falls on the respect items in June 2023; its leavers rise from December 2023 to November 2024.',
      'Eight complaints of November 2023 are about one quarrel and carry one linked case; without them the year looks ordinary.',
      'Four items of the staff survey of February 2024 were asked on a scale of 1 to 10 in place of words.',
      'Three statements on workload stand in a matrix in some tools: their headings carry the matrix question, so a person must link them to the waves where they stand alone.',
    'Officers and councillors were asked how to raise a concern in other words from 2023 on.',
    'Street Services and Neighbourhoods became City Services on 1 July 2022; Economy became Place and Economy.',
      'The GRN group (one or two members) and independents are too few to show; so are JNC chief officers in any directorate.',
      'One matter of November 2024 (MOP/2024/900) went to safeguarding: it is in the log and in no figure.',
      'City Services sends no positive example and no nil return from July to December 2024; every other directorate answers each quarter.',
      'Appraisals are done least in City Services and most in Corporate Services; the behaviours are among the criteria more often in 2024/25 than the year before.',
      'Infections rise every December to March, which is a season and not an effect; absence also changes system on 1 April 2022.',
    ],
    files: entries.map(({ defects, ...entry }) => ({
      ...entry,
      expectedRejected: defects.filter((one) => one.rejected).length,
      defects: defects.map(({ row, what, rejected }) => (rejected ? { row, what, rejected } : { row, what })).sort((a, b) => a.row - b.row),
    })),
  };
}
