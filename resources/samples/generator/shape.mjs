// The fixed facts of Aldermere City Council: units, dates and targets. Aldermere, its wards, officers and
// councillors are invented; addresses use names and numbers reserved for documentation and drama.

import { day } from './calendar.mjs';

export const COUNCIL = 'Aldermere City Council';
export const DOMAIN = 'aldermere.example';

export const FIRST_DAY = day('2019-04-01');
export const LAST_DAY = day('2025-03-31');
export const ADOPTION = day('2023-09-12');
export const HR_BREAK = day('2022-04-01');
export const REORGANISATION = day('2022-07-01');
export const ELECTION = day('2022-05-05');

/** People at a fifth of the real-size council: 11,900 officers become 2,380. */
export const PEOPLE_SCALE = 0.2;

/** Units of the organisation. `before` is the name until the reorganisation of 1 July 2022. */
export const UNITS = [
  { key: 'adult', share: 0.14, sick: 1.4, name: 'Adult Care and Health', before: 'Adult Care and Health' },
  { key: 'children', share: 0.22, sick: 0.95, name: 'Children and Families', before: 'Children and Families' },
  { key: 'street', share: 0.17, sick: 1.4, name: 'City Services', before: 'Street Services' },
  { key: 'neighbour', share: 0.13, sick: 1.4, name: 'City Services', before: 'Neighbourhoods' },
  { key: 'homes', share: 0.14, sick: 0.95, name: 'Homes and Tenancies', before: 'Homes and Tenancies' },
  { key: 'place', share: 0.06, sick: 0.7, name: 'Place and Economy', before: 'Economy' },
  { key: 'corporate', share: 0.14, sick: 0.6, name: 'Corporate Services', before: 'Corporate Services' },
];

const byKey = new Map(UNITS.map((unit) => [unit.key, unit]));

/** @param {string} key @returns {(typeof UNITS)[number]} */
export const unitOf = (key) => /** @type {(typeof UNITS)[number]} */ (byKey.get(key));

/** @param {string} key @param {number} d @returns {string} the directorate's name on that day */
export const directorate = (key, d) => (d < REORGANISATION ? unitOf(key).before : unitOf(key).name);

export const GRADES = /** @type {const} */ ([
  ['GR1', 18], ['GR2', 22], ['GR3', 22], ['GR4', 16], ['GR5', 12], ['GR6', 6], ['GR7', 3], ['JNC', 1],
]);

/** @param {string} grade @returns {string} the band asked in surveys */
export function gradeBand(grade) {
  if (grade === 'JNC') return 'JNC chief officer';
  return Number(grade[2]) <= 3 ? 'GR1 to GR3' : Number(grade[2]) <= 5 ? 'GR4 to GR5' : 'GR6 to GR7';
}

/** Financial-year targets: turnover, working days lost per FTE, short spells a head, COVID share of short
 * spells, and a lift on long spells that makes up for none running in from before April 2019. */
export const YEARS = [
  { year: 2019, turnover: 0.11, days: 9.5, short: 0.56, covid: 0.03, lift: 1.2 },
  { year: 2020, turnover: 0.095, days: 7.5, short: 0.29, covid: 0.2, lift: 0.92 },
  { year: 2021, turnover: 0.135, days: 10.5, short: 0.58, covid: 0.24, lift: 1.0 },
  { year: 2022, turnover: 0.15, days: 11.1, short: 0.62, covid: 0.1, lift: 1.0 },
  { year: 2023, turnover: 0.13, days: 10.9, short: 0.63, covid: 0.04, lift: 0.98 },
  { year: 2024, turnover: 0.14, days: 11.3, short: 0.64, covid: 0.03, lift: 0.98 },
];

/** Parties and seats after each all-out election. */
export const SEATS = { 2018: { LAB: 67, CON: 25, LD: 8, GRN: 1 }, 2022: { LAB: 65, CON: 22, LD: 12, GRN: 2 } };
