import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mapping } from '#shared/schemas/import.ts';
import { realFile, realFilesThere, whyNoRealFiles } from '../../config/real-files.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { everything, expectUndone, importText, problemsOf } from './kind-file.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await testWorkspace();
});
afterAll(() => workspace.close());

const themesOf = async (importId: string): Promise<Record<string, number>> => {
  const rows = await workspace.store.all<{ theme: string; n: number }>(
    'select theme, count(*) as n from mart.evidence_theme where import_id = $import_id group by 1',
    { import_id: importId },
  );
  return Object.fromEntries(rows.map(({ theme, n }) => [theme, n]));
};

const list = `Excerpt ID,Session,Date,Method,Audience,Convened By,Facilitator,Participants,Quote,Themes,Behaviour,Concern/Strength
E1,FG1,06/02/2024,Focus groups,Staff,Learning and Development,Zebedee Quillfeather,9,"Zebedee said, no","Late papers, Trust",Open communication,negative
E2,FG1,06/02/2024,Focus groups,Staff,Persephone Oddlaw,,<5,"Fine",Trust; Tone; Trust,dignity + candour,+
E3,FG1,06/02/2024,Focus groups,Staff,,,,"Nothing",,,
E4,FG1,06/02/2024,Focus groups,Staff,,,,"Nothing",uncoded,,
E5,FG1,30/02/2024,Interview,Member,,,,"Bad date",Trust,,Concern
,,06/02/2024,Interview,Member,,,,"No reference",Trust,,Concern
`;

describe('qualitative evidence', () => {
  it('reads a list with its codes in one column; uncoded is no code; nobody is named', async () => {
    const result = await importText(workspace, list);
    expect([result.kind, result.read, result.accepted, result.rejected]).toEqual([
      'qualitative-evidence',
      6,
      4,
      2,
    ]);
    expect(problemsOf(result)).toEqual([
      [3, 'Convened By', 'held-back', '(held back)', false],
      [6, 'Date', 'date-unreadable', '30/02/2024', true],
      [7, 'excerpt_ref or session_ref or respondent', 'required-missing', '', true],
    ]);
    const rows = await workspace.store.all<Record<string, unknown>>(
      'select method, side, convenor_role, participants, participants_state, themes, behaviours, polarity from clean.qualitative_evidence order by row_no',
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      [
        'Focus group',
        'Officer',
        'Learning and Development',
        9,
        null,
        'Late papers;Trust',
        'Open communication',
        'Concern',
      ],
      [
        'Focus group',
        'Officer',
        'Other',
        null,
        'c',
        'Tone;Trust',
        'Dignity and courtesy;Frankness and candour',
        'Strength',
      ],
      ['Focus group', 'Officer', null, null, null, null, null, null],
      ['Focus group', 'Officer', null, null, null, null, null, null],
    ]);
    expect(await themesOf(result.importId)).toEqual({ 'Late papers': 1, Trust: 2, Tone: 1 });
    expect(await everything(workspace.store)).not.toMatch(/Quillfeather|Oddlaw|Zebedee/);
    await expectUndone(workspace, result, 'clean.qualitative_evidence');
  });

  it('reads a matrix with an id that has no heading and a column a code', async () => {
    const matrix = ',Late papers,"Trust, lost or won",Tone\nE1,1,0,0\nE2,1,1,0\nE3,0,0,0\nE4,0,0,1\n';
    const result = await importText(workspace, matrix);
    expect([result.kind, result.accepted]).toEqual(['qualitative-evidence', 4]);
    expect(await themesOf(result.importId)).toEqual({ 'Late papers': 2, 'Trust, lost or won': 1, Tone: 1 });
  });

  it('reads an observer’s sheet with codes typed as they come', async () => {
    const sheet = `Meeting,Meeting Date,Item No,Behaviour Observed,Seen (Y/N),Observer,Notes
Council 6 Feb,06/02/2024,1,Constructive challenge,Y,Zebedee Quillfeather,Zebedee noted it
Council 6 Feb,06/02/2024,2,Dignity and courtesy,n,Zebedee Quillfeather,
Council 6 Feb,06/02/2024,3,Open communication,"5, then hint, 3",Zebedee Quillfeather,
Council 6 Feb,06/02/2024,4,Recognition of success,N/A,Zebedee Quillfeather,
`;
    const result = await importText(workspace, sheet);
    expect([result.kind, result.accepted]).toEqual(['qualitative-evidence', 4]);
    expect(
      await workspace.store.all(
        "select behaviours, observed from clean.qualitative_evidence where session_ref = 'Council 6 Feb' order by row_no",
      ),
    ).toEqual([
      { behaviours: 'Constructive challenge', observed: 'Seen' },
      { behaviours: 'Dignity and courtesy', observed: 'Not seen' },
      { behaviours: 'Open communication', observed: '5, then hint, 3' },
      { behaviours: 'Recognition of success', observed: 'Not applicable' },
    ]);
    const mentioned = await workspace.store.all<{ behaviour: string }>(
      'select behaviour from mart.behaviour_mention where import_id = $import_id',
      { import_id: result.importId },
    );
    expect(mentioned.map(({ behaviour }) => behaviour)).toEqual(['Constructive challenge']);
    expect(await everything(workspace.store)).not.toMatch(/Quillfeather|Zebedee/);
  });

  it('reads survey comments beside a code, and leaves out a code that is a comment', async () => {
    const text = `Respondent,Comment,Code\nzebedee@quill.example,I wrote this,Trust\nann@quill.example,And this,${'Zebedee Quillfeather told me all of this at some length '.repeat(2)}\n`;
    const result = await importText(workspace, text);
    expect([result.kind, result.accepted]).toEqual(['qualitative-evidence', 2]);
    expect(result.problems.map(({ code }) => code)).toEqual(['theme-too-long']);
    expect(await themesOf(result.importId)).toEqual({ Trust: 1 });
    expect(await everything(workspace.store)).not.toMatch(/Quillfeather|quill\.example/);
  });

  it('does not take a plain survey with yes and no columns for coded evidence', async () => {
    const survey = `Directorate,I am heard,I am safe,I am proud,Do you manage staff\n${'Parks,Agree,Disagree,Strongly agree,Yes\nRoads,Disagree,Agree,Agree,No\n'.repeat(8)}`;
    const result = await importText(workspace, survey, { instrument: 'Plain', wave: '2024-01-01' });
    expect(result.kind).toBe('survey-response');
  });

  describe.skipIf(!realFilesThere)(`real files${realFilesThere ? '' : `: ${whyNoRealFiles}`}`, () => {
    const stated = (set: string, fact: string) => {
      const facts = JSON.parse(readFileSync(realFile(`${set}/facts.json`), 'utf8')) as unknown;
      const found = JSON.stringify(facts).includes(fact);
      return found;
    };
    it.each([
      ['hinderances', 763, 669, { development: 425, setup: 148, nothing: 33 }],
      ['pleasant_aspects', 580, 559, { ux: 288, organization: 4 }],
      ['difficult_aspects', 513, 444, { ux: 145, collab: 9 }],
      ['integrations', 689, 683, { app_lib_service: 418, platform: 41 }],
    ])('codes %s as its coders did', async (name, excerpts, coded, themes) => {
      const result = await workspace.import(realFile(`qualitative-jupyter-2015/${name}_themes.csv`));
      expect([result.kind, result.read, result.accepted]).toEqual([
        'qualitative-evidence',
        excerpts,
        excerpts,
      ]);
      const [count] = await workspace.store.all(
        'select count(themes) as n from clean.qualitative_evidence where import_id = $import_id',
        { import_id: result.importId },
      );
      expect(count).toEqual({ n: coded });
      expect(await themesOf(result.importId)).toMatchObject(themes);
      expect(stated('qualitative-jupyter-2015', String(coded))).toBe(true);
    });

    it('reads five coded comments out of a sheet of thirty rows', async () => {
      const result = await workspace.import(realFile('qualitative-coded-comments/q5-coded.xlsx'));
      expect([result.kind, result.read, result.accepted]).toEqual(['qualitative-evidence', 5, 5]);
      expect(result.columns.map(({ field, treatment }) => [field, treatment]).slice(0, 3)).toEqual([
        ['respondent', 'pseudonym'],
        ['item', 'stored'],
        ['excerpt', 'held-back'],
      ]);
      expect(await themesOf(result.importId)).toEqual({
        'Category 1: Fruit are good': 3,
        'Category 2: There should be more fruit.': 2,
        'Category 3: Fruit should be replaced by vegetables': 2,
      });
    });

    it('reads an observation sheet with foreign headings by a mapping file', async () => {
      const mapping = JSON.parse(
        readFileSync(
          join(import.meta.dirname, '../../fixtures/importers/jupyterlab-observations.mapping.json'),
          'utf8',
        ),
      ) as Mapping;
      const result = await workspace.import(
        realFile('observations-jupyterlab-2018/jupyterlab-observations.csv'),
        { kind: 'qualitative-evidence', mapping },
      );
      expect([result.read, result.accepted]).toEqual([1581, 1581]);
      const codes = await workspace.store.all<{ observed: string | null; n: number }>(
        'select observed, count(*) as n from clean.qualitative_evidence where import_id = $import_id group by 1',
        { import_id: result.importId },
      );
      expect(Object.fromEntries(codes.map(({ observed, n }) => [observed, n]))).toEqual({
        Seen: 1024 + 1,
        'Not seen': 413 + 2 + 1 + 1,
        null: 132,
        'Not applicable': 3,
        Unsure: 2,
        Skipped: 1,
        C: 1,
      });
      const [people] = await workspace.store.all(
        'select count(distinct respondent) as n from clean.qualitative_evidence where import_id = $import_id',
        { import_id: result.importId },
      );
      expect(people).toEqual({ n: 20 });
    });
  });
});
