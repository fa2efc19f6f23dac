// Sickness absence spells: how often, how long, why and when, and the two HR systems that recorded them.

import { addWorkingDays, monthStart, onWorkingDay, uk, workingDays } from './calendar.mjs';
import { columnOf, plant } from './defects.mjs';
import { employed } from './people.mjs';
import { stream } from './random.mjs';
import { directorate, HR_BREAK, LAST_DAY, unitOf, YEARS } from './shape.mjs';

/** @typedef {{ officer: import('./people.mjs').Officer, start: number, end: number, reason: string }} Spell */

/** Reasons: weight among long spells, weight among short spells, text in each system. */
const REASONS = {
  stress: { long: 32, short: 8, itrent: 'Stress, anxiety and depression', oracle: 'Anxiety/stress/depression' },
  muscle: { long: 12, short: 6, itrent: 'Musculo-skeletal', oracle: 'Musculoskeletal problems' },
  back: { long: 7, short: 5, itrent: 'Back and neck', oracle: 'Back pain' },
  cold: { long: 6, short: 38, itrent: 'Infections (incl colds and flu)', oracle: 'Cough, cold, flu' },
  covid: { long: 1, short: 0, itrent: 'COVID-19', oracle: 'Coronavirus' },
  stomach: { long: 6, short: 18, itrent: 'Stomach, liver, kidney and digestion', oracle: 'Gastrointestinal problems' },
  chest: { long: 4, short: 5, itrent: 'Chest and respiratory', oracle: 'Chest & respiratory problems' },
  heart: { long: 7, short: 2, itrent: 'Heart and circulation', oracle: 'Heart, cardiac and circulatory problems' },
  surgery: { long: 12, short: 4, itrent: 'Operation and recovery', oracle: 'Hospital treatment' },
  head: { long: 2, short: 11, itrent: 'Headache and migraine', oracle: 'Headache / migraine' },
  other: { long: 10, short: 8, itrent: 'Other', oracle: 'Other known causes' },
};

/** Month weights, January to December, for reasons with a season. @type {Record<string, number[]>} */
const SEASONS = {
  cold: [2.4, 2.0, 1.7, 0.8, 0.6, 0.5, 0.4, 0.4, 0.8, 1.1, 1.3, 2.4],
  chest: [1.6, 1.4, 1.3, 1, 0.9, 0.8, 0.7, 0.7, 0.9, 1, 1.1, 1.6],
};

/** COVID waves: heavier months as `year * 12 + month`. */
const WAVES = new Map([[2020, [4, 4], [5, 2], [11, 3], [12, 4]], [2021, [1, 5], [2, 2], [7, 3], [12, 5]], [2022, [1, 5], [2, 3], [3, 4], [4, 2], [7, 3]]]
  .flatMap(([year, ...months]) => months.map(([m, weight]) => [Number(year) * 12 + m, weight])));

/** A month of the financial year for a reason. */
function monthFor(/** @type {import('./random.mjs').Stream} */ rng, /** @type {string} */ reason, /** @type {number} */ year) {
  return rng.weighted(Array.from({ length: 12 }, (_, i) => {
    const weight = reason === 'covid' ? (WAVES.get((year + (i > 8 ? 1 : 0)) * 12 + ((i + 3) % 12) + 1) ?? 1) : (SEASONS[reason]?.[(i + 3) % 12] ?? 1);
    return /** @type {const} */ ([monthStart(year, 4 + i), weight]);
  }));
}

const MEAN_LONG = 66;
const MEAN_SHORT = 3.8;

/** Working days of a spell from a uniform draw: long ones 21 to 260, short ones 1 to 20. */
function length(/** @type {boolean} */ long, /** @type {number} */ u) {
  return long ? Math.min(260, 21 + Math.floor(-47 * Math.log(1 - u))) : Math.min(20, 1 + Math.floor(-3.4 * Math.log(1 - u)));
}

function drawSpell(/** @type {import('./random.mjs').Stream} */ rng, /** @type {import('./people.mjs').Officer[]} */ officers, /** @type {(typeof YEARS)[number]} */ year, /** @type {boolean} */ long, /** @type {number} */ u) {
  const kinds = Object.entries(REASONS).map(([name, one]) => /** @type {const} */ ([name, long ? one.long : one.short]));
  const reason = !long && rng.chance(year.covid) ? 'covid' : rng.weighted(kinds);
  const first = monthFor(rng, reason, year.year);
  for (;;) {
    const start = onWorkingDay(first + rng.int(0, 27));
    const officer = rng.pick(officers);
    if (!employed(officer, start) || !rng.chance(unitOf(officer.unit).sick / 1.4)) continue;
    const days = reason === 'covid' && !long ? 3 + length(false, u) : length(long, u);
    return { officer, start, end: Math.min(addWorkingDays(start, days), officer.end), reason };
  }
}

/**
 * Every spell of one council replica, in order of start.
 * @param {number} replica
 * @param {import('./people.mjs').Officer[]} officers
 * @returns {Spell[]}
 */
export function simulateSpells(replica, officers) {
  const rng = stream(`absence/${replica}`);
  const spells = YEARS.flatMap((year) => {
    const middle = monthStart(year.year, 10);
    const heads = officers.filter((one) => employed(one, middle)).length;
    const long = Math.round((year.lift * heads * (year.days - year.short * MEAN_SHORT)) / MEAN_LONG);
    const short = Math.round(heads * year.short);
    return [...rng.strata(long).map((u) => drawSpell(rng, officers, year, true, u)), ...rng.strata(short).map((u) => drawSpell(rng, officers, year, false, u))];
  });
  return spells.sort((a, b) => a.start - b.start || Number(a.officer.number) - Number(b.officer.number));
}

export const ITRENT = ['Employee Number', 'Employee Name', 'Directorate', 'Grade', 'FTE', 'Absence Type', 'Absence Reason', 'Absence Start Date', 'Absence End Date', 'Working Days Lost', 'FTE Days Lost', 'Certification'];
export const ORACLE = ['Person Number', 'Person Name', 'Department', 'Grade Name', 'Assignment FTE', 'Absence Plan', 'Reason', 'Start Date', 'End Date', 'Duration (Days)', 'FTE Days', 'Evidence'];

const certificate = (/** @type {Spell} */ s) => (s.end - s.start >= 7 ? 'Fit note' : 'Self');
const fteDays = (/** @type {number} */ days, /** @type {number} */ fte) => String(Math.round(days * fte * 100) / 100);

/** Spells as the first system held them: those begun before 1 April 2022, closed at the change of system. @param {Spell[]} spells */
export function itrentRows(spells) {
  return spells.filter((s) => s.start < HR_BREAK).map((s) => {
    const end = Math.min(s.end, HR_BREAK - 1);
    const days = workingDays(s.start, end);
    return [s.officer.number, s.officer.name, directorate(s.officer.unit, s.start), s.officer.grade, s.officer.fte, 'Sickness', REASONS[/** @type {keyof typeof REASONS} */ (s.reason)].itrent, uk(s.start), uk(end), days, fteDays(days, s.officer.fte), certificate(s)];
  });
}

/** Spells as the second system holds them; one running at the change begins again on 1 April 2022. @param {Spell[]} spells */
export function oracleRows(spells) {
  return spells.filter((s) => s.end >= HR_BREAK).map((s) => {
    const start = Math.max(s.start, HR_BREAK);
    const open = s.end > LAST_DAY;
    const days = workingDays(start, Math.min(s.end, LAST_DAY));
    return [s.officer.number, s.officer.name, directorate(s.officer.unit, start), s.officer.grade, s.officer.fte.toFixed(2), 'Sickness Absence', REASONS[/** @type {keyof typeof REASONS} */ (s.reason)].oracle, uk(start), open ? '31/12/4712' : uk(s.end), days, fteDays(days, s.officer.fte), certificate(s)];
  });
}

/** @param {any[][]} rows */
export function plantItrent(rows) {
  const c = columnOf(ITRENT);
  const leftOpen = [0.11, 0.36, 0.58, 0.83].map((at) => ({
    at, what: 'End date blank: the spell was never closed in the old system (days lost are given)',
    change: (/** @type {any[]} */ row) => { row[c('Absence End Date')] = ''; },
  }));
  return plant(rows, 1, [
    { at: 0.04, what: 'Absence Start Date 31/02/2021 does not exist', rejects: true, change: (row) => { row[c('Absence Start Date')] = '31/02/2021'; } },
    { at: 0.17, what: 'Unknown reason "See file note"', change: (row) => { row[c('Absence Reason')] = 'See file note'; } },
    { at: 0.23, what: 'Absence End Date is before the start', rejects: true, change: (row) => { row[c('Absence End Date')] = '29/03/2019'; } },
    { at: 0.31, what: 'No-break space (U+00A0) after the directorate', change: (row) => { row[c('Directorate')] += '\u00a0'; } },
    { at: 0.44, what: 'Employee Number missing', rejects: true, change: (row) => { row[c('Employee Number')] = ''; } },
    { at: 0.52, what: 'The same row twice (this is the copy)', duplicate: true },
    { at: 0.66, what: '"twelve" in the number column Working Days Lost', rejects: true, change: (row) => { row[c('Working Days Lost')] = 'twelve'; } },
    { at: 0.74, what: 'Directorate misspelt "Neighborhoods"', where: (row) => row[c('Directorate')] === 'Neighbourhoods', change: (row) => { row[c('Directorate')] = 'Neighborhoods'; } },
    ...leftOpen,
  ]);
}

/** @param {any[][]} rows */
export function plantOracle(rows) {
  const c = columnOf(ORACLE);
  return plant(rows, 1, [
    { at: 0.09, what: 'Department still under its old name after the reorganisation', where: (row) => row[c('Department')] === 'City Services' && row[c('Start Date')].endsWith('2022'), change: (row) => { row[c('Department')] = 'Street Services'; } },
    { at: 0.22, what: 'Start Date 29/02/2023 does not exist', rejects: true, change: (row) => { row[c('Start Date')] = '29/02/2023'; } },
    { at: 0.35, what: 'FTE Days "N/A" (missing, not zero)', change: (row) => { row[c('FTE Days')] = 'N/A'; } },
    { at: 0.48, what: 'End Date is before the start', rejects: true, change: (row) => { row[c('End Date')] = '31/03/2022'; } },
    { at: 0.6, what: 'Person Number missing', rejects: true, change: (row) => { row[c('Person Number')] = ''; } },
    { at: 0.71, what: 'The same row twice (this is the copy)', duplicate: true },
    { at: 0.88, what: 'Unknown reason "ZZ98 Migrated"', change: (row) => { row[c('Reason')] = 'ZZ98 Migrated'; } },
  ]);
}
