// One function a survey tool: its heading records and the record it writes for a respondent.

import { clock, clock12, instant, iso, parts, uk, us } from './calendar.mjs';
import { email, ip } from './names.mjs';
import { STEM } from './survey-items.mjs';

/**
 * @typedef {{ id: string, text: string, kind: 'one' | 'matrix' | 'multi' | 'text', choices?: string[] }} Column
 * @typedef {{ n: number, day: number, second: number, took: number, name: string, answers: Record<string, string | string[]> }} Respondent
 *   `second` of the day the answer began, `took` in seconds
 * @typedef {{ headings: unknown[][], record: (one: Respondent) => unknown[] }} Dialect
 */

const one = (/** @type {Respondent} */ who, /** @type {Column} */ column) => who.answers[column.id] ?? '';
const many = (/** @type {Respondent} */ who, /** @type {Column} */ column) => /** @type {string[]} */ (who.answers[column.id] ?? []);

/** SurveyMonkey, condensed: two heading records; a matrix or tick-box question names itself once. @param {Column[]} columns @param {import('./random.mjs').Stream} rng @returns {Dialect} */
export function surveyMonkey(columns, rng) {
  const meta = ['Respondent ID', 'Collector ID', 'Start Date', 'End Date', 'IP Address', 'Email Address', 'First Name', 'Last Name', 'Custom Data 1'];
  const top = /** @type {string[]} */ ([...meta]);
  const below = meta.map(() => '');
  let block = '';
  for (const column of columns) {
    if (column.kind === 'multi') {
      (column.choices ?? []).forEach((choice, i) => {
        top.push(i === 0 ? column.text : '');
        below.push(choice);
      });
    } else {
      top.push(column.kind === 'matrix' ? (block === 'matrix' ? '' : STEM) : column.text);
      below.push(column.kind === 'matrix' ? column.text : column.kind === 'text' ? 'Open-Ended Response' : 'Response');
    }
    block = column.kind;
  }
  return {
    headings: [top, below],
    record: (who) => [
      String(10_900_000_000 + who.n * 8_171 + (who.day % 97)), '245810377', `${us(who.day)} ${clock12(who.second)}`, `${us(who.day)} ${clock12(who.second + who.took)}`, ip(rng),
      ...(rng.chance(0.06) ? [email(who.name), ...who.name.split(' ')] : ['', '', '']), '',
      ...columns.flatMap((column) => (column.kind === 'multi' ? (column.choices ?? []).map((choice) => (many(who, column).includes(choice) ? choice : '')) : [one(who, column)])),
    ],
  };
}

/** Qualtrics: ids, question texts and ImportIds. @param {Column[]} columns @param {import('./random.mjs').Stream} rng @returns {Dialect} */
export function qualtrics(columns, rng) {
  const meta = [
    ['StartDate', 'Start Date', 'startDate'], ['EndDate', 'End Date', 'endDate'], ['Status', 'Response Type', 'status'], ['IPAddress', 'IP Address', 'ipAddress'], ['Progress', 'Progress', 'progress'],
    ['Duration (in seconds)', 'Duration (in seconds)', 'duration'], ['Finished', 'Finished', 'finished'], ['RecordedDate', 'Recorded Date', 'recordedDate'], ['ResponseId', 'Response ID', '_recordId'],
    ['RecipientLastName', 'Recipient Last Name', 'recipientLastName'], ['RecipientFirstName', 'Recipient First Name', 'recipientFirstName'], ['RecipientEmail', 'Recipient Email', 'recipientEmail'],
    ['ExternalReference', 'External Data Reference', 'externalDataReference'], ['LocationLatitude', 'Location Latitude', 'locationLatitude'], ['LocationLongitude', 'Location Longitude', 'locationLongitude'],
    ['DistributionChannel', 'Distribution Channel', 'distributionChannel'], ['UserLanguage', 'User Language', 'userLanguage'],
  ];
  const id = (/** @type {number} */ d, /** @type {number} */ s) => `${iso(d)} ${clock(s)}`;
  let q = 0;
  let sub = 0;
  const asked = columns.map((column, i) => {
    const inside = column.kind === 'matrix' && columns[i - 1]?.kind === 'matrix';
    if (!inside) q += 1;
    sub = inside ? sub + 1 : 1;
    return column.kind === 'matrix' ? [`Q${q}_${sub}`, `${STEM} - ${column.text}`, `QID${q}_${sub}`] : [column.kind === 'text' ? `Q${q}_TEXT` : `Q${q}`, column.text, column.kind === 'text' ? `QID${q}_TEXT` : `QID${q}`];
  });
  const all = [...meta, ...asked];
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return {
    headings: [all.map((h) => h[0]), all.map((h) => h[1]), all.map((h) => (h[2].endsWith('Date') ? `{"ImportId":"${h[2]}","timeZone":"Europe/London"}` : `{"ImportId":"${h[2]}"}`))],
    record: (who) => {
      const end = id(who.day, who.second + who.took);
      const key = Array.from({ length: 15 }, () => letters[rng.int(0, letters.length - 1)]).join('');
      return [
        id(who.day, who.second), end, 'IP Address', ip(rng), '100', String(who.took), 'True', end, `R_${key}`, ...(rng.chance(0.06) ? [who.name.split(' ')[1], who.name.split(' ')[0], email(who.name)] : ['', '', '']), '',
        '', '', 'anonymous', 'EN-GB', ...columns.map((column) => (column.kind === 'multi' ? many(who, column).join(',') : one(who, column))),
      ];
    },
  };
}

/** Microsoft Forms: one heading record, a statement per column, ticks joined with `;` and a `;` after the last. @param {Column[]} columns @param {{ named: boolean }} how @returns {Dialect} */
export function microsoftForms(columns, { named }) {
  return {
    headings: [['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Last modified time', ...columns.map((column) => column.text)]],
    record: (who) => [
      who.n, instant(who.day, who.second), instant(who.day, who.second + who.took), named ? email(who.name) : 'anonymous', named ? who.name : '', '',
      ...columns.map((column) => (column.kind === 'multi' ? many(who, column).map((choice) => `${choice};`).join('') : one(who, column))),
    ],
  };
}

/** LimeSurvey: heading `code. text`, in a matrix `code[sub]. stem [statement]`. @param {Column[]} columns @param {import('./random.mjs').Stream} rng @returns {Dialect} */
export function limeSurvey(columns, rng) {
  let q = 0;
  let sub = 0;
  const head = columns.flatMap((column, i) => {
    const inside = column.kind === 'matrix' && columns[i - 1]?.kind === 'matrix';
    if (!inside) q += 1;
    sub = inside ? sub + 1 : 1;
    const code = `q${String(q).padStart(2, '0')}`;
    if (column.kind === 'matrix') return [`${code}[SQ00${sub}]. ${STEM} [${column.text}]`];
    if (column.kind === 'multi') return (column.choices ?? []).map((choice, k) => `${code}[SQ00${k + 1}]. ${column.text} [${choice}]`);
    return [`${code}. ${column.text}`];
  });
  return {
    headings: [['id', 'submitdate', 'lastpage', 'startlanguage', 'seed', 'startdate', 'datestamp', 'ipaddr', ...head]],
    record: (who) => {
      const end = `${iso(who.day)} ${clock(who.second + who.took)}`;
      return [
        who.n, end, 5, 'en', rng.int(100_000_000, 2_000_000_000), `${iso(who.day)} ${clock(who.second)}`, end, ip(rng),
        ...columns.flatMap((column) => (column.kind === 'multi' ? (column.choices ?? []).map((choice) => (many(who, column).includes(choice) ? 'Yes' : '')) : [one(who, column)])),
      ];
    },
  };
}

/** Google Forms: `Timestamp` first; a grid is `Question  [Row]` with two blanks. @param {Column[]} columns @returns {Dialect} */
export function googleForms(columns) {
  return {
    headings: [['Timestamp', 'Username', ...columns.map((column) => (column.kind === 'matrix' ? `${STEM}  [${column.text}]` : column.text))]],
    record: (who) => {
      const p = parts(who.day);
      const stamp = `${p.y}/${String(p.m).padStart(2, '0')}/${String(p.d).padStart(2, '0')} ${clock12(who.second)} GMT`;
      return [stamp, email(who.name), ...columns.map((column) => (column.kind === 'multi' ? many(who, column).join(';') : one(who, column)))];
    },
  };
}

/** A plain table, as a democratic services team types it up. @param {Column[]} columns @returns {Dialect} */
export function plain(columns) {
  return {
    headings: [['Response ID', 'Date submitted', ...columns.map((column) => column.text)]],
    record: (who) => [who.n, uk(who.day), ...columns.map((column) => (column.kind === 'multi' ? many(who, column).join('; ') : one(who, column)))],
  };
}
