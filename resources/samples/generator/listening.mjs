// What was said and seen, coded three ways: a list of excerpts with their themes in one cell, interviews with a
// column a code, and an observer's sheet. The words are put together from set phrases.

import { day, instant, onWorkingDay, uk } from './calendar.mjs';
import { columnOf, plant } from './defects.mjs';
import { person } from './names.mjs';
import { stream } from './random.mjs';
import { ADOPTION, directorate, UNITS } from './shape.mjs';

export const EXCERPTS = ['Excerpt ID', 'Session', 'Date', 'Method', 'Audience', 'Directorate', 'Convened By', 'Participants', 'Quote', 'Themes', 'Behaviour', 'Concern/Strength'];
export const INTERVIEWS = ['Interview ID', 'Interview Date', 'Interviewee', 'Comment', 'Category 1: Late information', 'Category 2: Trust', 'Category 3: Role boundaries', 'Category 4: Fear of detriment', 'Category 5: Recognition', 'Category 6: Workload'];
export const OBSERVATIONS = ['Meeting', 'Meeting Date', 'Item No', 'Behaviour Observed', 'Seen (Y/N)', 'Observer', 'Notes'];

/** Theme, behaviour, weight as a concern, weight as a strength, words. */
const CODES = /** @type {const} */ ([
  ['Late papers', 'Open communication', 10, 1, 'Papers reached us the evening before.'], ['Trust', 'Frankness and candour', 6, 5, 'It comes down to whether I trust the answer.'],
  ['Role boundaries', 'Respect for mutual roles', 11, 3, 'It is not always plain who decides.'], ['Chain of command', 'Respect for mutual roles', 8, 1, 'They rang the depot and not the manager.'],
  ['Tone', 'Dignity and courtesy', 12, 4, 'The words were fine and the tone was not.'], ['Called out', 'Dignity and courtesy', 2, 5, 'The chair stopped it there and then.'],
  ['Safe to challenge', 'Constructive challenge', 8, 6, 'I said what I thought and nothing happened to me.'], ['Deference', 'Constructive challenge', 7, 0, 'Nobody wants to be the one who says no.'],
  ['Thanks', 'Recognition of success', 2, 9, 'A line of thanks went a long way.'], ['Casework', 'Purpose over process', 6, 5, 'One contact for the ward made it simple.'],
  ['Training', '', 3, 5, 'The workshop gave us the same words.'], ['Workload', '', 8, 0, 'There is no time left to do it well.'], ['Even-handed advice', 'Frankness and candour', 4, 4, 'All groups got the same briefing.'], ['Early warning', 'Open communication', 5, 4, 'We heard of it before it was in the news.'],
]);
const ENDS = ['', ' It was better last year.', ' That is the rule rather than the exception.', ' Others in the room agreed.', ' It depends on the chair.', ' I would not have said so before.'];

/** @returns {any[][]} about six years of focus groups, interviews, workshops and survey comments */
export function excerptRows() {
  const rng = stream('listening');
  let n = 0;
  return Array.from({ length: 72 }, (_, s) => {
    const d = onWorkingDay(day('2019-05-13') + Math.round((s * 2130) / 72) + rng.int(0, 9));
    const method = rng.weighted([['Focus group', 45], ['Interview', 25], ['Workshop', 20], ['Survey comment', 10]]);
    const audience = rng.weighted([['Officers', 65], ['Members', 25], ['Mixed', 10]]);
    const place = audience === 'Officers' ? directorate(rng.pick(UNITS).key, d) : '';
    const people = method === 'Interview' ? 1 : method === 'Survey comment' ? '' : rng.int(4, 13);
    const convenor = rng.weighted([['Learning and Development', 45], ['Democratic Services', 30], ['External facilitator', 25]]);
    return Array.from({ length: rng.int(5, 14) }, () => {
      n += 1;
      const good = rng.chance(d >= ADOPTION ? 0.33 : 0.22);
      const first = rng.weighted(CODES.map((code) => /** @type {const} */ ([code, good ? code[3] : code[2]])));
      const second = rng.chance(0.45) ? rng.pick(CODES) : first;
      const coded = !rng.chance(0.1);
      const themes = second === first ? first[0] : `${first[0]}, ${second[0]}`;
      return [`E${String(n).padStart(4, '0')}`, `S${String(s + 1).padStart(2, '0')}`, uk(d), method, audience, place, convenor, people, `${first[4]}${rng.pick(ENDS)}`, coded ? themes : '', coded ? first[1] : '', coded ? (good ? 'Strength' : 'Concern') : ''];
    });
  }).flat();
}

/** @param {any[][]} rows */
export function plantExcerpts(rows) {
  const c = columnOf(EXCERPTS);
  return plant(rows, 1, [
    { at: 0.12, what: 'Convened By holds a (fictional) name', change: (row) => { row[c('Convened By')] = 'Maxine Dathcroft'; } },
    { at: 0.25, what: 'Date 31/04/2021 does not exist', rejects: true, change: (row) => { row[c('Date')] = '31/04/2021'; } },
    { at: 0.4, what: 'Quote names a (fictional) officer and an e-mail address', change: (row) => { row[c('Quote')] = 'Ask Naveed Wexelridge, naveed.wexelridge@aldermere.example, he was there.'; } },
    { at: 0.55, what: 'Participants "<5" (suppressed)', where: (row) => typeof row[c('Participants')] === 'number', change: (row) => { row[c('Participants')] = '<5'; } },
    { at: 0.7, what: 'Themes "uncoded", which is not a code', change: (row) => { row[c('Themes')] = 'uncoded'; row[c('Behaviour')] = ''; } },
    { at: 0.85, what: 'Excerpt ID and Session missing', rejects: true, change: (row) => { row[c('Excerpt ID')] = ''; row[c('Session')] = ''; } },
  ]);
}

/** @returns {any[][]} exit interviews of 2024/25, a column a code */
export function interviewRows() {
  const rng = stream('exit-interviews');
  return Array.from({ length: 44 }, (_, i) => {
    const ticks = [0.3, 0.35, 0.25, 0.2, 0.2, 0.4].map((share) => (rng.chance(share) ? 1 : ''));
    return [`EI${String(i + 1).padStart(2, '0')}`, instant(onWorkingDay(day('2024-04-08') + i * 8)), person(rng, rng.chance(0.6)), rng.pick(CODES)[4], ...ticks];
  });
}

/** @param {any[][]} rows */
export const plantInterviews = (rows) => plant(rows, 1, [
  { at: 0.4, what: 'Interview ID missing', change: (row) => { row[0] = ''; } },
  { at: 0.8, what: 'Interview Date typed as text 31/11/2024', rejects: true, change: (row) => { row[1] = '31/11/2024'; } },
]);

const BEHAVIOURS = ['Frankness and candour', 'Respect for mutual roles', 'Constructive challenge', 'Recognition of success', 'Purpose over process', 'Open communication', 'Dignity and courtesy'];
const MEETINGS = ['Full Council', 'Overview and Scrutiny', 'Planning Committee', 'Audit Committee', 'Cabinet', 'Licensing Committee'];

/** @returns {any[][]} twelve observed meetings a year from May 2021 */
export function observationRows() {
  const rng = stream('observations');
  return Array.from({ length: 47 }, (_, m) => {
    const d = onWorkingDay(day('2021-05-18') + m * 30 + rng.int(0, 6));
    const observer = person(rng, rng.chance(0.5));
    const meeting = `${MEETINGS[m % MEETINGS.length]} ${uk(d)}`;
    return BEHAVIOURS.map((behaviour, i) => {
      const code = rng.weighted([['Y', d >= ADOPTION ? 62 : 50], ['y', 4], ['N', 26], ['N/A', 12], ['', 4], ['Skipped', 2]]);
      return [meeting, uk(d), i + 1, behaviour, code, observer, rng.chance(0.15) ? rng.pick(CODES)[4] : ''];
    });
  }).flat();
}

/** @param {any[][]} rows */
export function plantObservations(rows) {
  const c = columnOf(OBSERVATIONS);
  return plant(rows, 1, [
    { at: 0.2, what: 'Seen (Y/N) "Y?" typed in doubt', change: (row) => { row[c('Seen (Y/N)')] = 'Y?'; } },
    { at: 0.5, what: 'Seen (Y/N) "3, then 4" is no code', change: (row) => { row[c('Seen (Y/N)')] = '3, then 4'; } },
    { at: 0.75, what: 'Meeting missing', rejects: true, change: (row) => { row[c('Meeting')] = ''; } },
  ]);
}
