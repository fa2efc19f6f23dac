// Times figures in the sample council made about 150 times larger (30 million answers), each beside the bare SQL of the
// same aggregate in the same run. Before every turn of ours the workspace changes, so that nothing kept is counted; the
// last column is what asking again costs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const project = resolve(import.meta.dirname, '../..');
const turns = Number(process.env.CANDOUR_BENCH_TURNS ?? 3);

/** Answers that count, one row each, joined to what they are cut by: the opening of every bare survey statement. */
const answers = (value, more = '') => `
  select r.wave, ${value}
  from clean.survey_answer a
  join clean.survey_question q using (import_id, column_no)
  join clean.survey_response r using (import_id, row_no)
  where a.answered and ${more === '' ? 'a.favourable is not null' : more} and not r.test_response
    and r.instrument = 'Staff survey'
  group by all`;
const sides = 'count(*), count(*) filter (favourable)';
const people = 'count(distinct (r.import_id, r.row_no))';
/** Each person's mean, and the mean of those. */
const ownMeans = (by = '') => `
  select wave, ${by} count(*), avg(points), stddev_samp(points)
  from (
    select r.wave, ${by} r.import_id, r.row_no, avg(25 * (a.score - 1)) as points
    from clean.survey_answer a
    join clean.survey_question q using (import_id, column_no)
    join clean.survey_response r using (import_id, row_no)
    where a.answered and a.favourable is not null and not r.test_response and r.instrument = 'Staff survey'
    group by all
  )
  group by all`;
const month = "date_trunc('month', received_date)";
const year = "mart.period_start(received_date, 'financial-year')";

/** The bare aggregate of a figure: what somebody would write in SQL who needed no interval and no protection. */
const cases = [
  ['survey-favourable', {}, answers(`q.line, ${sides}`)],
  ['survey-favourable', { split: 'question' }, answers(`q.line, ${sides}`)],
  ['survey-favourable', { split: 'theme' }, answers(`q.theme, ${sides}, ${people}`)],
  ['survey-favourable', { split: 'directorate' }, answers(`q.line, r.directorate, ${sides}`)],
  ['survey-favourable', { split: 'question-directorate' }, answers(`q.line, r.directorate, ${sides}`)],
  ['survey-net', { split: 'question' }, answers(`q.line, ${sides}, count(*) filter (not favourable)`)],
  [
    'survey-mean',
    { split: 'question' },
    answers('q.line, count(*), avg(score), stddev_samp(score)', 'a.score is not null'),
  ],
  ['survey-index', {}, ownMeans()],
  ['survey-index', { split: 'theme' }, ownMeans('theme,')],
  ['survey-index', { split: 'directorate' }, ownMeans('directorate,')],
  [
    'survey-responses',
    { split: 'directorate' },
    `select wave, directorate, count(*) from clean.survey_response
     where not test_response and instrument = 'Staff survey' group by all`,
  ],
  ['incidents', {}, `select ${month}, count(distinct case_ref) from clean.incident group by all`],
  [
    'incidents',
    { split: 'reporter-subject', grain: 'financial-year' },
    `select ${year}, reporter_role, subject_role, count(distinct case_ref) from clean.incident group by all`,
  ],
  [
    'days-to-close',
    { grain: 'financial-year' },
    `select ${year}, list(closed_date - received_date) from mart.incident_case group by all`,
  ],
  [
    'absence-fte-days',
    {},
    'select month, sum(fte_days_lost), sum(spells) from mart.absence_month group by all',
  ],
  [
    'absence-fte-days',
    { split: 'directorate' },
    'select month, directorate, sum(fte_days_lost), sum(spells) from mart.absence_month group by all',
  ],
  [
    'headcount',
    { split: 'directorate' },
    'select snapshot_date, directorate, sum(headcount) from mart.workforce group by all',
  ],
  [
    'leavers',
    { split: 'directorate' },
    `select date_trunc('month', movement_date), directorate, count(*) from clean.leaver
     where movement = 'leaver' group by all`,
  ],
];

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const timed = async (work) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const home = process.env.CANDOUR_BENCH_HOME ?? mkdtempSync(join(tmpdir(), 'candour-bench-large-'));
const { createApp } = await import(pathToFileURL(join(project, 'out/main/app.js')).href);
const open = () =>
  createApp({
    home,
    resources: join(project, 'resources'),
    worker: pathToFileURL(join(project, 'out/main/worker.js')),
    log: console.error,
  });
const callOf = (app) => async (name, input) => {
  const reply = await app.call(name, input);
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value;
};
if (process.env.CANDOUR_BENCH_HOME === undefined) {
  const app = open();
  await callOf(app)('workspace.sample', { id: 'bench' });
  await app.close();
  const script = join(import.meta.dirname, 'multiply.mjs');
  const file = join(home, 'bench', 'candour.duckdb');
  console.log(execFileSync(process.execPath, [script, file, '153'], { encoding: 'utf8' }).trim());
}

/** The bare statements first, alone with the database, with as much memory and as many threads as ours has. */
const bare = [];
const instance = await DuckDBInstance.create(join(home, 'bench', 'candour.duckdb'), {
  access_mode: 'READ_ONLY',
  memory_limit: '640MB',
  threads: '2',
});
const connection = await instance.connect();
for (const [, , sql] of cases) {
  await connection.runAndReadAll(sql);
  const times = [];
  for (let turn = 0; turn < turns; turn++) times.push(await timed(() => connection.runAndReadAll(sql)));
  bare.push(middle(times));
}
connection.closeSync();
instance.closeSync();

const app = open();
const call = callOf(app);
await call('workspace.open', { id: 'bench' });
console.log(
  `\n${'figure'.padEnd(20)} ${'asked'.padEnd(34)} ${'ours'.padStart(8)} ${'bare'.padStart(8)} ${'ratio'.padStart(6)} ${'again'.padStart(8)}`,
);
const ratios = [];
for (const [index, [metric, more]] of cases.entries()) {
  const request = { metric, ...more };
  const first = [];
  const again = [];
  for (let turn = 0; turn <= turns; turn++) {
    await call('workspace.settings', { council: `Bench ${turn}` });
    const took = await timed(() => call('figure.read', request));
    if (turn > 0) first.push(took);
    again.push(await timed(() => call('figure.read', request)));
  }
  const ratio = middle(first) / bare[index];
  ratios.push(ratio);
  console.log(
    `${metric.padEnd(20)} ${Object.values(more).join(' ').padEnd(34)} ${middle(first).toFixed(0).padStart(5)} ms ${bare[index].toFixed(0).padStart(5)} ms ${ratio.toFixed(2).padStart(6)} ${middle(again).toFixed(0).padStart(5)} ms`,
  );
}
console.log(
  `ratio: median ${middle(ratios).toFixed(2)}, most ${Math.max(...ratios).toFixed(2)} (aim: each at most 1.5)`,
);
await app.close();
if (process.env.CANDOUR_BENCH_HOME === undefined) rmSync(home, { recursive: true, force: true });
