// Two small files: the council's dated events, and monthly absence totals of its leisure trust as a public body prints them.

import { instant, monthStart } from './calendar.mjs';
import { plant } from './defects.mjs';
import { stream } from './random.mjs';

export const EVENTS = ['Date', 'Title', 'Type', 'Scope', 'Notes'];

/** @returns {any[][]} */
export const eventRows = () => [
  ['02/05/2019', 'Parish elections', 'election', 'Members', ''],
  ['23/03/2020', 'First lockdown: offices close, meetings move online', 'other', 'Whole council', 'Expect fewer short absences'],
  ['07/05/2021', 'Meetings in person again', 'other', 'Members', ''],
  ['01/04/2022', 'New HR and finance system replaces the old one', 'system-change', 'Officers', 'Absence reasons and part-day rules differ before and after'],
  ['05/05/2022', 'All-out council election', 'election', 'Members', '101 seats, 69 wards'],
  ['01/07/2022', 'Street Services and Neighbourhoods merge into City Services; Economy becomes Place and Economy', 'reorganisation', 'Officers', ''],
  ['20/02/2023', 'Staff pay and grading review announced', 'other', 'Officers', ''],
  ['05/06/2023', 'Member and officer relations training programme begins', 'training', 'Whole council', 'Twelve half-day workshops'],
  ['12/09/2023', 'Council adopts the new Member Officer Protocol', 'adoption', 'Whole council', ''],
  ['17/10/2023', 'Chief Finance Officer issues a financial notice; spending controls follow', 'finance', 'Whole council', ''],
  ['08/01/2024', 'Redundancy programme opens', 'reorganisation', 'Officers', ''],
  ['29/01/2024', 'Training for Assistant Directors on modelling the Protocol', 'training', 'Officers', ''],
  ['21/05/2024', 'Annual meeting: new committee structure', 'reorganisation', 'Members', ''],
  ['16/09/2024', 'Refresher training for members', 'training', 'Members', ''],
];

/** @param {any[][]} rows */
export const plantEvents = (rows) => plant(rows, 1, [
  { at: 0.95, what: 'Extra row whose Date "31/09/2024" does not exist', rejects: true, duplicate: true, change: (row) => { row[0] = '31/09/2024'; row[1] = 'Scenario workshops reviewed'; } },
]);

export const AGGREGATE = ['DATE', 'UNIT', 'REASON', 'FTE_DAYS_LOST', 'FTE_DAYS_AVAILABLE'];
const TRUST_UNITS = /** @type {const} */ ([['Leisure Centres', 142], ['Libraries and Museums', 96], ['Parks and Events', 61], ['Trust Office', 9]]);
const TRUST_REASONS = /** @type {const} */ ([
  ['S10 Anxiety/stress/depression', 0.27], ['S12 Other musculoskeletal problems', 0.12], ['S11 Back problems', 0.06], ['S13 Cold, cough, flu', 0.12],
  ['S25 Gastrointestinal problems', 0.08], ['S28 Injury, fracture', 0.07], ['S98 Other known causes', 0.2], ['S99 Unknown', 0.08],
]);

/** Month ends from April 2024 to March 2025, by unit and reason; the smallest unit is suppressed at source. @returns {any[][]} */
export function aggregateRows() {
  const rng = stream('aggregate');
  return Array.from({ length: 12 }, (_, m) => monthStart(2024, 5 + m) - 1).flatMap((d, m) => TRUST_UNITS.flatMap(([unit, fte]) => {
    const available = Math.round(fte * 30.4 * 100) / 100;
    return TRUST_REASONS.map(([reason, share]) => {
      const season = reason.startsWith('S13') ? [0.6, 0.5, 0.4, 0.4, 0.5, 0.8, 1, 1.3, 2.2, 2.3, 1.8, 1.2][m] : 1;
      const lost = available * 0.043 * share * season * Math.exp(0.35 * rng.normal());
      return [instant(d), unit, reason, unit === 'Trust Office' && lost < 2 ? '*' : Math.round(lost * 100) / 100, available];
    });
  }));
}

/** @param {any[][]} rows */
export const plantAggregate = (rows) => plant(rows, 1, [
  { at: 0.2, what: 'FTE_DAYS_LOST "[c]" (suppressed, neither zero nor missing)', where: (row) => typeof row[3] === 'number', change: (row) => { row[3] = '[c]'; } },
  { at: 0.4, what: 'FTE_DAYS_LOST "<5" (suppressed)', where: (row) => typeof row[3] === 'number', change: (row) => { row[3] = '<5'; } },
  { at: 0.55, what: 'FTE_DAYS_LOST "-" (missing)', where: (row) => typeof row[3] === 'number', change: (row) => { row[3] = '-'; } },
  { at: 0.7, what: 'FTE_DAYS_LOST "see note" in a number column', rejects: true, where: (row) => typeof row[3] === 'number', change: (row) => { row[3] = 'see note'; } },
]);

