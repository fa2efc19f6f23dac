// Writes the sample council: node resources/samples/generate.mjs [--out DIR] [--scale N].
// The same bytes every time; --scale repeats the officer-side files N times over with other people, streamed to disk.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { APPRAISALS, appraisalRows, plantAppraisals } from './generator/appraisals.mjs';
import { COMPLAINTS, complaintRows, plantComplaints } from './generator/complaints-register.mjs';
import { AGGREGATE, aggregateRows, EVENTS, eventRows, plantAggregate, plantEvents } from './generator/context.mjs';
import { plantTerms, simulateTerms, TERMS, termRows } from './generator/councillors.mjs';
import { hrFiles } from './generator/hr-files.mjs';
import { addDecisions, DECISIONS, safeguardingRow } from './generator/incident-decision.mjs';
import { INCIDENT_TITLES, INCIDENTS, incidentRows, plantIncidents } from './generator/incident-log.mjs';
import { ACTIONS, actionRows, plantActions, plantTraining, TRAINING, trainingRows } from './generator/learning.mjs';
import { EXCERPTS, excerptRows, INTERVIEWS, interviewRows, OBSERVATIONS, observationRows, plantExcerpts, plantInterviews, plantObservations } from './generator/listening.mjs';
import { manifest } from './generator/manifest.mjs';
import { writeText, writeWorkbook } from './generator/out.mjs';
import { simulateOfficers } from './generator/people.mjs';
import { plantPositive, POSITIVES, positiveRows } from './generator/positive.mjs';
import { plantPublished, PUBLISHED, publishedRows } from './generator/published.mjs';
import { staffSurveys, writeMemberSurveys } from './generator/surveys.mjs';

const { values } = parseArgs({ options: { out: { type: 'string' }, scale: { type: 'string', default: '1' } } });
const dir = values.out ?? fileURLToPath(new URL('./aldermere', import.meta.url));
const scale = Number(values.scale);
if (!Number.isInteger(scale) || scale < 1) throw new Error('--scale takes a whole number of 1 or more');
mkdirSync(dir, { recursive: true });

const terms = simulateTerms();
const first = simulateOfficers(0);
const hr = hrFiles(dir);
const surveys = staffSurveys(dir);
for (let replica = 0; replica < scale; replica++) {
  const officers = replica === 0 ? first : simulateOfficers(replica);
  hr.add(officers, replica);
  surveys.add(officers, replica);
}

/** Plants a file's faults, then writes it. */
async function small(/** @type {string} */ file, /** @type {string[]} */ headings, /** @type {any[][]} */ rows, /** @type {(rows: any[][]) => import('./generator/defects.mjs').Defect[]} */ plantIn, /** @type {(path: string, rows: any[][]) => unknown} */ write) {
  const defects = plantIn(rows);
  await write(join(dir, file), [headings, ...rows]);
  return { file, rows: rows.length, defects };
}

/** The log's faults, then the one case that no figure may hold. @param {any[][]} rows */
function plantLog(rows) {
  const defects = plantIncidents(rows);
  rows.push(safeguardingRow());
  return defects;
}

const events = await small('events.csv', EVENTS, eventRows(), plantEvents, (path, rows) => writeText(path, rows, { encoding: 'utf8-bom' }));
const councillors = await small('councillor-terms.csv', TERMS, termRows(terms), plantTerms, (path, rows) => writeText(path, rows));
const complaints = await small('conduct-complaints-register.csv', COMPLAINTS, complaintRows(terms), plantComplaints, (path, rows) => writeText(path, rows, { encoding: 'cp1252' }));
const incidents = await small('protocol-incident-log.xlsx', [...INCIDENTS, ...DECISIONS], addDecisions(incidentRows(first, terms)), plantLog, (path, rows) => writeWorkbook(path, {
  sheet: 'Incident log', rows: [...INCIDENT_TITLES, ...rows], boldRows: 3, widths: [15, 13, 13, 20, 16, 24, 10, 24, 40, 14, 10, 28, 22, 34, 13, 15, 60, 13, 34, 34, 24, 14, 18, 14, 14, 24, 14],
}));
const aggregate = await small('leisure-trust-absence-2024-25.xlsx', AGGREGATE, aggregateRows(), plantAggregate, (path, rows) => writeWorkbook(path, { sheet: 'Sickness by reason', rows, boldRows: 1, widths: [12, 24, 34, 16, 20] }));
const published = await small('staff-survey-published-2015-2018.csv', PUBLISHED, publishedRows(), plantPublished, (path, rows) => writeText(path, rows, { encoding: 'utf8-bom' }));
const appraisals = await small('appraisals-2023-2025.xlsx', APPRAISALS, appraisalRows(first), plantAppraisals, (path, rows) => writeWorkbook(path, { sheet: 'My Appraisal', rows, boldRows: 1, widths: [14, 24, 12, 24, 8, 16, 12, 14, 12, 20, 14, 24, 40] }));
const excerpts = await small('listening-excerpts.csv', EXCERPTS, excerptRows(), plantExcerpts, (path, rows) => writeText(path, rows));
const interviews = await small('exit-interviews-coded.xlsx', INTERVIEWS, interviewRows(), plantInterviews, (path, rows) => writeWorkbook(path, { sheet: 'Coded', rows, boldRows: 1, widths: [12, 14, 22, 50, 16, 12, 18, 18, 14, 14] }));
const observations = await small('meeting-observations.csv', OBSERVATIONS, observationRows(), plantObservations, (path, rows) => writeText(path, rows));
const positives = await small('positive-examples.csv', POSITIVES, positiveRows(), plantPositive, (path, rows) => writeText(path, rows));
const training = await small('training-records.csv', TRAINING, trainingRows(first, terms), plantTraining, (path, rows) => writeText(path, rows, { encoding: 'utf8-bom' }));
const actions = await small('lessons-and-actions.csv', ACTIONS, actionRows(), plantActions, (path, rows) => writeText(path, rows));
const { itrent, oracle, people, totals, moves } = hr.finish();
const staff = await surveys.finish();
const members = await writeMemberSurveys(dir, terms);

const entry = (/** @type {{ file: string, rows: number, defects: any[] }} */ { file, rows, defects }, /** @type {string} */ kind, /** @type {string} */ description) => ({ file, kind, description, rows, defects });
const survey = (/** @type {(typeof staff)[number] | (typeof members)[number]} */ { wave, file, rows, invited, defects }, /** @type {string} */ instrument) => ({
  file, kind: 'survey-response', instrument, wave: wave.wave, tool: wave.tool, invited, description: `${instrument}, ${wave.wave.slice(0, 7)}, ${rows} answers of ${invited} asked`, rows, defects,
});
const entries = [
  entry(events, 'event', 'Adoption, election, reorganisations, system change and training'),
  entry(councillors, 'councillor-term', 'Councillor terms from May 2018, with by-elections and changes of party'),
  entry(people, 'workforce-snapshot', 'Officers at each 31 March from 2019 to 2025, a row per person'),
  entry(totals, 'workforce-snapshot', 'Headcount and FTE by directorate at the other quarter ends'),
  entry(moves, 'leaver', 'Leavers and joiners from April 2019 to March 2025'),
  entry(itrent, 'absence-spell', 'Sickness spells from the old HR system, April 2019 to March 2022'),
  entry(oracle, 'absence-spell', 'Sickness spells from the new HR system, April 2022 to March 2025; 31/12/4712 marks an open spell'),
  entry(aggregate, 'absence-aggregate', 'Leisure trust: FTE days lost by month, unit and reason, 2024/25, small values suppressed'),
  { ...entry(incidents, 'incident', 'Officer-side incident log under the Member Officer Protocol, two title lines above the headings'), mapping: { fields: { scheme: { constant: 'Member-Officer Protocol' } } } },
  { ...entry(complaints, 'incident', 'Register of code of conduct complaints (Windows-1252)'), mapping: { fields: { scheme: { constant: 'Member Code of Conduct' }, subject_role: { constant: 'Councillor' } } } },
  ...staff.map((one) => survey(one, 'Staff survey')),
  ...members.map((one) => survey(one, 'Councillor survey')),
  entry(published, 'survey-aggregate', 'Staff surveys of 2015/16 and 2017/18 as published: percent agreeing by directorate, small groups withheld'),
  entry(appraisals, 'appraisal', 'Appraisals due for GR4 and above, cycles 2023/24 and 2024/25'),
  entry(excerpts, 'qualitative-evidence', 'Focus groups, interviews, workshops and comments from 2019, coded in one column'),
  entry(interviews, 'qualitative-evidence', 'Exit interviews of 2024/25 with a column a code'),
  entry(observations, 'qualitative-evidence', 'Observed meetings from May 2021, one row a behaviour looked for'),
  entry(positives, 'positive-example', 'Positive examples and nil returns by quarter from October 2023'),
  entry(training, 'training', 'Induction, Protocol and Codes training of councillors and officers'),
  entry(actions, 'action', 'Lessons, the actions that followed, and whether they held'),
];
writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify(manifest(entries, scale), null, 2)}\n`);
