import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undoImport } from '#core/importers/load.ts';
import tallySql from '#core/store/migrations/0011-survey-tally-fill.sql?raw';
import { sampleManifest } from '#shared/schemas/sample.ts';
import { realFile, realFilesThere } from '../../config/real-files.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';

const samples = resolve(import.meta.dirname, '../../../resources/samples/aldermere');
const manifest = sampleManifest.parse(JSON.parse(readFileSync(join(samples, 'manifest.json'), 'utf8')));
const tables = ['mart.survey_group', 'mart.survey_tally', 'mart.survey_people', 'mart.survey_pattern'];

/** 40 replies, 20 of them without a directorate, and one of the makers' own tests. */
const made = [
  'StartDate,Status,ResponseId,DistributionChannel,Directorate,I feel respected,I feel safe to speak,Where did you meet it?',
  ...Array.from({ length: 40 }, (_, index) => {
    const place = index % 2 === 0 ? 'Care' : '';
    const second = index % 4 === 0 ? '' : index % 4 === 1 ? "Don't know" : 'Disagree';
    return `2024-06-03 09:00:00,0,R_${index},anonymous,${place},Agree,${second},In a meeting;By e-mail;`;
  }),
  '2024-06-03 09:00:00,1,R_x,preview,Care,Strongly agree,Agree,In a meeting',
].join('\n');

describe('what the answers of a survey come to, counted at import', () => {
  let workspace: TestWorkspace;
  let folder: string;
  const counted = () =>
    Promise.all(
      [
        'select import_id, instrument, wave, directorate, grade, role, party, responses from mart.survey_group',
        `select g.import_id, directorate, grade, role, party, answer_no, answers
         from mart.survey_tally join mart.survey_group g using (import_id, group_no)`,
        `select g.import_id, directorate, grade, role, party, column_no, people
         from mart.survey_people join mart.survey_group g using (import_id, group_no)`,
        `select g.import_id, directorate, grade, role, party, answered::varchar as answered, sum(p.responses) as people
         from mart.survey_pattern p join mart.survey_group g using (import_id, group_no) group by all`,
      ].map((sql) => workspace.store.all(`${sql} order by all`)),
    );

  beforeAll(async () => {
    workspace = await testWorkspace();
    folder = await mkdtemp(join(tmpdir(), 'candour-tally-'));
    for (const { file, kind, instrument = null, wave = null } of manifest.files)
      if (kind === 'survey-response') await workspace.import(join(samples, file), { kind, instrument, wave });
    if (realFilesThere)
      for (const name of ['2019-h1', '2023-h1'])
        await workspace.import(realFile(`surveymonkey-cncf-maintainers/${name}.csv`), {
          instrument: 'Maintainers',
          wave: '2023-06-30',
        });
  }, 120_000);
  afterAll(async () => {
    await workspace.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is what counting the stored answers one by one gives', async () => {
    const atImport = await counted();
    expect(atImport.map((rows) => rows.length > 50)).toEqual([true, true, true, true]);
    await workspace.store.transaction(async (session) => {
      for (const table of tables) await session.run(`delete from ${table}`);
      await session.run(tallySql);
    });
    expect(await counted()).toEqual(atImport);
  });

  it('leaves out tests, counts one person once, and goes when its import is taken back', async () => {
    const path = join(folder, 'made.csv');
    await writeFile(path, made);
    const { importId } = await workspace.import(path, {
      kind: 'survey-response',
      instrument: 'Made',
      wave: '2024-06-03',
    });
    const ids = { import_id: importId };
    const groups = await workspace.store.all(
      'select directorate, responses from mart.survey_group where import_id = $import_id order by all',
      ids,
    );
    expect(groups).toEqual([
      { directorate: 'Care', responses: 20 },
      { directorate: null, responses: 20 },
    ]);
    const labels = await workspace.store.all(
      `select label, sum(answers) as answers from mart.survey_tally join clean.survey_label using (import_id, answer_no)
       where import_id = $import_id group by all order by all`,
      ids,
    );
    expect(labels).toEqual([
      { label: 'Agree', answers: 40 },
      { label: 'By e-mail', answers: 40 },
      { label: 'Disagree', answers: 20 },
      { label: "Don't know", answers: 10 },
      { label: 'In a meeting', answers: 40 },
    ]);
    const people = await workspace.store.all(
      `select wording, sum(people) as people from mart.survey_people join clean.survey_question using (import_id, column_no)
       where import_id = $import_id group by all order by all`,
      ids,
    );
    expect(people).toEqual([
      { wording: 'I feel respected', people: 40 },
      { wording: 'I feel safe to speak', people: 20 },
      { wording: 'Where did you meet it?', people: 40 },
    ]);
    const patterns = await workspace.store.all(
      `select answered::varchar as answered, sum(responses) as responses from mart.survey_pattern
       where import_id = $import_id group by all order by all`,
      ids,
    );
    expect(patterns).toEqual([
      { answered: '10', responses: 20 },
      { answered: '11', responses: 20 },
    ]);
    await workspace.store.transaction((session) =>
      undoImport(session, importId, { by: 'tester', at: '2024-07-01T00:00:00Z', replacedBy: null }),
    );
    for (const table of tables)
      expect(
        await workspace.store.all(`select count(*) as n from ${table} where import_id = $import_id`, ids),
      ).toEqual([{ n: 0 }]);
  });
});
