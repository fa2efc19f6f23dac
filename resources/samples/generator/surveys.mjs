// The waves of the staff and councillor surveys: who answers, in which tool, and what differs from wave to wave.

import { join } from 'node:path';
import { day, onWorkingDay } from './calendar.mjs';
import { serving } from './councillors.mjs';
import { textFile, writeWorkbook } from './out.mjs';
import { employed } from './people.mjs';
import { stream } from './random.mjs';
import { directorate, gradeBand } from './shape.mjs';
import { answer, bullying, comment, worn } from './survey-answers.mjs';
import { googleForms, limeSurvey, microsoftForms, plain, qualtrics, surveyMonkey } from './survey-dialects.mjs';
import { BULLIED, BULLIED_BY, BULLIES, COMMENT, ITEMS, MORE, REWORDED } from './survey-items.mjs';

/** The four items put on a scale of 1 to 10 in February 2024 only. */
export const TEN_POINT = ['satisfied', 'valued', 'recommend', 'explain'];
const TEN_TEXT = '10 - strongly agree, 1 - strongly disagree.';

/** @typedef {'surveymonkey' | 'qualtrics' | 'microsoft-forms' | 'limesurvey' | 'google-forms' | 'plain' | 'unicode-text'} Tool */

/** @type {{ wave: string, key: string, tool: Tool, rate: number, named?: boolean, ten?: string[] }[]} */
export const STAFF_WAVES = [
  { wave: '2019-10-14', key: '2019', tool: 'surveymonkey', rate: 0.59 },
  { wave: '2021-03-08', key: '2021', tool: 'qualtrics', rate: 0.45 },
  { wave: '2022-10-10', key: '2022', tool: 'microsoft-forms', rate: 0.51, named: true },
  { wave: '2023-06-12', key: '202306', tool: 'limesurvey', rate: 0.49 },
  { wave: '2024-02-05', key: '2024', tool: 'surveymonkey', rate: 0.48, ten: TEN_POINT },
  { wave: '2025-02-10', key: '2025', tool: 'microsoft-forms', rate: 0.47 },
];

/** @type {{ wave: string, key: string, tool: Tool, named?: boolean }[]} */
export const MEMBER_WAVES = [
  { wave: '2019-11-11', key: '2019', tool: 'google-forms' },
  { wave: '2020-11-09', key: '2020', tool: 'microsoft-forms', named: true },
  { wave: '2021-11-08', key: '2021', tool: 'google-forms' },
  { wave: '2022-11-21', key: '2022', tool: 'plain' },
  { wave: '2023-11-13', key: '2023', tool: 'microsoft-forms' },
  { wave: '2024-11-18', key: '2024', tool: 'unicode-text' },
];

const EXTENSION = { 'microsoft-forms': 'xlsx', 'unicode-text': 'tsv' };
/** @param {string} start @param {{ wave: string, tool: Tool }} one @returns {string} */
export const surveyFile = (start, one) => `${start}-${one.wave.slice(0, 7)}.${EXTENSION[/** @type {keyof typeof EXTENSION} */ (one.tool)] ?? 'csv'}`;

const STYLE = /** @type {Record<string, import('./out.mjs').TextStyle>} */ ({
  surveymonkey: { encoding: 'utf8-bom' }, limesurvey: { quoteAll: true, eol: '\n', encoding: 'utf8-bom' }, qualtrics: { eol: '\n' }, 'google-forms': { quoteAll: true, eol: '\n' }, plain: { encoding: 'cp1252' }, 'unicode-text': { encoding: 'utf16le', delimiter: '\t' },
});

/** @returns {import('./survey-dialects.mjs').Dialect} */
function dialect(/** @type {{ tool: Tool, named?: boolean }} */ wave, /** @type {import('./survey-dialects.mjs').Column[]} */ columns, /** @type {import('./random.mjs').Stream} */ rng) {
  if (wave.tool === 'surveymonkey') return surveyMonkey(columns, rng);
  if (wave.tool === 'qualtrics') return qualtrics(columns, rng);
  if (wave.tool === 'limesurvey') return limeSurvey(columns, rng);
  if (wave.tool === 'google-forms') return googleForms(columns);
  return wave.tool === 'microsoft-forms' ? microsoftForms(columns, { named: wave.named === true }) : plain(columns);
}

/** @returns {import('./survey-dialects.mjs').Column[]} */
function itemColumns(/** @type {import('./survey-items.mjs').Item[]} */ items, /** @type {{ wave: string, tool: Tool, ten?: string[] }} */ wave) {
  return items.map((item) => {
    const words = item.id === 'raise' && wave.wave >= '2023-06' ? REWORDED : item.text;
    const ten = wave.ten?.includes(item.id) === true;
    const text = ten ? `${words} ${TEN_TEXT}` : item.id === 'callout' && wave.tool === 'microsoft-forms' ? `${words}\u00a0` : words;
    return { id: item.id, text, kind: item.matrix && wave.ten === undefined ? 'matrix' : 'one' };
  });
}

const staffItems = ITEMS.filter((item) => item.both || item.staff);
const memberItems = ITEMS.filter((item) => !item.staff);

function staffColumns(/** @type {(typeof STAFF_WAVES)[number]} */ wave) {
  /** @type {import('./survey-dialects.mjs').Column[]} */
  const columns = [{ id: 'unit', text: 'Directorate', kind: 'one' }, { id: 'grade', text: 'Grade band', kind: 'one' }, ...itemColumns(staffItems, wave), { id: 'bullied', text: BULLIED, kind: 'one' }, { id: 'by', text: BULLIED_BY, kind: 'multi', choices: BULLIES }];
  if (wave.named) columns.push({ id: 'more', text: MORE, kind: 'text' }, { id: 'comment', text: `${MORE}2`, kind: 'text' });
  else columns.push({ id: 'comment', text: COMMENT, kind: 'text' });
  return columns;
}

function itemAnswers(/** @type {import('./random.mjs').Stream} */ rng, /** @type {import('./survey-items.mjs').Item[]} */ items, /** @type {import('./survey-answers.mjs').Person} */ who, /** @type {string[]} */ ten) {
  return Object.fromEntries(items.map((item) => [item.id, worn(rng, answer(rng, item, who, ten.includes(item.id)))]));
}

/** Officers who answer a wave; a directorate's willingness and a person's grade move the chance. */
function staffRespondents(/** @type {(typeof STAFF_WAVES)[number]} */ wave, /** @type {import('./people.mjs').Officer[]} */ officers, /** @type {number} */ replica) {
  const rng = stream(`staff/${wave.wave}/${replica}`);
  const opened = day(wave.wave);
  const keen = /** @type {Record<string, number>} */ ({ adult: 0.95, children: 1.02, street: 0.74, neighbour: 0.92, homes: 0.98, place: 1.25, corporate: 1.35 });
  const there = officers.filter((one) => employed(one, opened));
  const average = there.reduce((sum, one) => sum + keen[one.unit], 0) / there.length;
  const chosen = there.filter((one) => rng.chance((wave.rate * keen[one.unit]) / average));
  return rng.shuffle(chosen).map((officer, i) => {
    const who = { waveKey: wave.key, unit: officer.unit, junior: gradeBand(officer.grade) === 'GR1 to GR3', lean: rng.normal() };
    const { bullied, by } = bullying(rng, who);
    const answers = { unit: directorate(officer.unit, opened), grade: gradeBand(officer.grade), ...itemAnswers(rng, staffItems, who, wave.ten ?? []), bullied, by, more: bullied === 'Yes' ? comment(rng, 0.3) : '', comment: comment(rng, 0.16) };
    return { n: replica * 10_000 + i + 1, day: onWorkingDay(opened + Math.floor((i / chosen.length) * 18)), second: rng.int(25_000, 64_000), took: rng.int(240, 1500), name: officer.name, answers };
  });
}

/** Members who answer a wave, by party so that small groups stay small. */
function memberRespondents(/** @type {(typeof MEMBER_WAVES)[number]} */ wave, /** @type {import('./councillors.mjs').Term[]} */ terms) {
  const rng = stream(`members/${wave.wave}`);
  const opened = day(wave.wave);
  const there = serving(terms, opened);
  const rates = /** @type {Record<string, number>} */ ({ LAB: 0.47, CON: 0.55, LD: 0.85, GRN: 1, IND: 0.5 });
  const chosen = Object.entries(rates).flatMap(([party, rate]) => {
    const group = there.filter((one) => one.party === party);
    return rng.shuffle(group).slice(0, Math.round(group.length * rate + (party === 'LAB' ? rng.int(0, 5) : 0)));
  });
  return rng.shuffle(chosen).map((term, i) => {
    const since = Math.min(...terms.filter((one) => one.name === term.name).map((one) => one.from));
    const years = (opened - since) / 365.25;
    const long = since < day('2018-06-01') && term.name.length % 3 !== 0;
    const band = long ? 'More than 8 years' : years < 1 ? 'Less than 1 year' : years < 4 ? '1 to 4 years' : '5 to 8 years';
    const who = { waveKey: wave.key, members: true, lean: rng.normal() + (term.party === 'LAB' ? 0.15 : term.party === 'CON' ? -0.15 : -0.1) };
    const answers = { group: term.party, years: band, ...itemAnswers(rng, memberItems, who, []), comment: comment(rng, 0.3) };
    return { n: i + 1, day: onWorkingDay(opened + Math.floor((i / chosen.length) * 18)), second: rng.int(25_000, 64_000), took: rng.int(240, 1500), name: term.name, answers };
  });
}

/** Faults planted in one wave; answers are found by column id. @returns {import('./defects.mjs').Defect[]} */
function plantAnswers(/** @type {any[]} */ people, /** @type {number} */ headings, /** @type {{ at: number, id: string, value: string, what: string }[]} */ plans) {
  return plans.map(({ at, id, value, what }) => {
    const i = Math.floor(at * people.length);
    people[i].answers[id] = value;
    return { row: headings + i + 1, what, rejected: false };
  });
}

const STAFF_FAULTS = /** @type {Record<string, { at: number, id: string, value: string, what: string }[]>} */ ({
  2019: [{ at: 0.3, id: 'seen', value: 'Never ', what: '"Never " with a trailing blank beside "Never"' }, { at: 0.6, id: 'comment', value: 'First line of a longer answer.\nSecond line, after a line break inside the cell.', what: 'A line break inside a quoted cell' }],
  2021: [{ at: 0.45, id: 'comment', value: 'Ask for Colin Dunmarstead, c.dunmarstead@aldermere.example, he chairs the forum.', what: 'Free text with a planted (fictional) name and e-mail address' }],
  2022: [{ at: 0.5, id: 'unit', value: 'city services', what: 'Directorate "city services" in lower case' }],
  202306: [{ at: 0.4, id: 'unit', value: 'Corporate Services\u00a0', what: 'No-break space (U+00A0) after the directorate' }],
  2024: [{ at: 0.25, id: 'valued', value: '11', what: '"11" on a scale of 1 to 10 (out of range)' }, { at: 0.7, id: 'explain', value: '10 (strongly agree)', what: 'A number with its words on the 1 to 10 scale' }],
  2025: [{ at: 0.55, id: 'comment', value: 'Ring 01632 960951 and ask for Bethan Garrowshaw.', what: 'Free text with a planted (fictional) name and telephone number' }],
});

/**
 * The staff waves, filled replica by replica. Delimited files take every replica; workbooks keep to the first.
 * @param {string} dir
 */
export function staffSurveys(dir) {
  const jobs = STAFF_WAVES.map((wave) => {
    const file = surveyFile('staff-survey', wave);
    const form = dialect(wave, staffColumns(wave), stream(`staff-form/${wave.wave}`));
    const out = wave.tool === 'microsoft-forms' ? undefined : textFile(join(dir, file), STYLE[wave.tool]);
    out?.append(form.headings);
    return { wave, file, form, out, rows: 0, invited: 0, defects: /** @type {import('./defects.mjs').Defect[]} */ ([]), sheet: /** @type {unknown[][]} */ ([...form.headings]) };
  });
  return {
    /** @param {import('./people.mjs').Officer[]} officers @param {number} replica */
    add(officers, replica) {
      for (const job of jobs.filter((one) => replica === 0 || one.out !== undefined)) {
        const people = staffRespondents(job.wave, officers, replica);
        if (replica === 0) job.defects = plantAnswers(people, job.form.headings.length, STAFF_FAULTS[job.wave.key] ?? []);
        const rows = people.map((one) => job.form.record(one));
        if (job.out === undefined) job.sheet.push(...rows);
        else job.out.append(rows);
        job.rows += rows.length;
        job.invited += officers.filter((one) => employed(one, day(job.wave.wave))).length;
      }
    },
    async finish() {
      for (const job of jobs) {
        if (job.wave.key === '2019') {
          const width = job.form.headings[0].length;
          job.out?.append([1, 2, 3].map(() => Array.from({ length: width }, () => '')));
          job.defects.push({ row: job.rows + 3, what: 'Three records of nothing but commas at the end (not respondents, not counted as rows)', rejected: false });
        }
        job.out?.close();
        if (job.out === undefined) await writeWorkbook(join(dir, job.file), { sheet: 'Sheet1', rows: job.sheet, table: 'Table1', dateFormat: 'm/d/yy h:mm:ss' });
      }
      return jobs.map(({ wave, file, rows, invited, defects }) => ({ wave, file, rows, invited, defects }));
    },
  };
}

/**
 * Writes every councillor wave.
 * @param {string} dir
 * @param {import('./councillors.mjs').Term[]} terms
 */
export async function writeMemberSurveys(dir, terms) {
  const done = [];
  for (const wave of MEMBER_WAVES) {
    const columns = [{ id: 'group', text: 'Party group', kind: /** @type {const} */ ('one') }, { id: 'years', text: 'Years served', kind: /** @type {const} */ ('one') }, ...itemColumns(memberItems, wave), { id: 'comment', text: COMMENT, kind: /** @type {const} */ ('text') }];
    const people = memberRespondents(wave, terms);
    const form = dialect(wave, columns, stream(`member-form/${wave.wave}`));
    const defects = wave.key === '2022' ? plantAnswers(people, 1, [{ at: 0.4, id: 'together', value: '-', what: 'Answer "-" (missing, not a label)' }]) : wave.key === '2024' ? plantAnswers(people, 1, [{ at: 0.6, id: 'open', value: 'Neutral', what: 'Answer "Neutral" beside "Neither agree nor disagree"' }]) : [];
    const rows = [...form.headings, ...people.map((one) => form.record(one))];
    const file = surveyFile('councillor-survey', wave);
    if (wave.tool === 'microsoft-forms') await writeWorkbook(join(dir, file), { sheet: 'Sheet1', rows, table: 'Table1', dateFormat: 'm/d/yy h:mm:ss' });
    else {
      const out = textFile(join(dir, file), STYLE[wave.tool]);
      out.append(rows);
      out.close();
    }
    done.push({ wave, file, rows: people.length, invited: serving(terms, day(wave.wave)).length, defects });
  }
  return done;
}
