// Data health over the real importers: the sample council, and small sources that must tell on nobody.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import { gapsOf } from '#core/governance/gaps.ts';
import { readHealth } from '#core/governance/health.ts';
import { mechanismList, setMechanism } from '#core/governance/mechanisms.ts';
import { toldRows, toldShare } from '#core/governance/told-counts.ts';
import { importers } from '#core/importers/index.ts';
import tallySql from '#core/store/migrations/0011-survey-tally-fill.sql?raw';
import type { KindCard } from '#shared/schemas/catalogue.ts';
import { health } from '#shared/schemas/health.ts';
import type { MechanismRequest } from '#shared/schemas/mechanism.ts';
import { sampleManifest } from '#shared/schemas/sample.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { fill, openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

const kinds: KindCard[] = importers.map(({ id, title, definition, fields }) => ({
  id,
  title,
  definition,
  fields: fields.map((field) => ({
    id: field.id,
    label: field.label,
    type: field.type.kind,
    required: field.required === true,
    treatment: 'stored',
    values: [],
  })),
}));

describe('data health of the sample council', () => {
  const folder = resolve(import.meta.dirname, '../../../resources/samples/aldermere');
  const manifest = sampleManifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const today = '2025-06-30';
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await testWorkspace();
    for (const { file, kind, instrument = null, wave = null } of manifest.files) {
      await workspace.import(join(folder, file), { kind, instrument, wave });
    }
  });
  afterAll(() => workspace.close());

  const read = () => readHealth(workspace.store, kinds, settings, today);

  it('tells of every source what arrived and what was left out, as the manifest says', async () => {
    const { sources } = health.parse(await read());
    const of = (kind: string) => manifest.files.filter((file) => file.kind === kind);
    // A file of evidence may hold several methods, and counts in each.
    const kindsOfFiles = new Set(manifest.files.map((file) => file.kind));
    kindsOfFiles.delete('qualitative-evidence');
    expect(kindsOfFiles.size).toBeGreaterThan(6);
    for (const kind of kindsOfFiles) {
      const own = sources.filter((source) => source.kind === kind);
      const sum = (pick: (source: (typeof own)[number]) => number) =>
        own.reduce((total, source) => total + pick(source), 0);
      expect(
        sum(({ imports }) => imports),
        kind,
      ).toBe(of(kind).length);
      expect(
        sum(({ rejected }) => rejected),
        kind,
      ).toBe(of(kind).reduce((total, file) => total + file.expectedRejected, 0));
    }
    const absence = sources.find(({ kind }) => kind === 'absence-spell');
    expect(absence?.problems.length).toBeGreaterThan(0);
    expect(absence?.columns.find(({ field }) => field === 'start_date')?.percent).toBe(100);
    expect(sources.filter(({ columns }) => columns.length === 0)).toEqual([]);
    // What an observer looked for is told apart by its columns, where no column names the method.
    expect(sources.map(({ instrument }) => instrument)).toContain('Observation');
  });

  it('measures response against those in office and in post on the day of the wave', async () => {
    const { sources } = await read();
    const councillors = sources.find(({ side }) => side === 'councillors');
    expect(councillors?.instrument).toBe('Councillor survey');
    // 101 seats, one of them vacant on the first two days.
    expect(councillors?.response.map(({ population }) => population)).toEqual([100, 100, 101, 101, 101, 101]);
    const officers = sources.find(({ side }) => side === 'officers');
    // The wave of 14 October 2019 is measured against the totals of 30 September, added up here by hand.
    const totals = readFileSync(join(folder, 'workforce-quarter-totals.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .filter(([day]) => day === '30/09/2019')
      .reduce((sum, [, , headcount]) => sum + Number(headcount), 0);
    expect(totals).toBeGreaterThan(2000);
    expect(officers?.response[0]?.population).toBe(totals);
    for (const { percent, population } of officers?.response ?? []) {
      expect(population).toBeGreaterThan(1500);
      expect(percent).toBeGreaterThan(10);
      expect(percent).toBeLessThan(100);
    }
  });

  it('counts councillors in office by party, and a change of party once', async () => {
    const answer = await readFigure(
      workspace.store,
      { metric: 'councillors', grain: 'quarter', split: 'party' },
      settings,
    );
    const at = (day: string) =>
      answer.points.filter(({ to }) => to === day).reduce((sum, { value }) => sum + (value ?? 0), 0);
    const whole = await readFigure(workspace.store, { metric: 'councillors', grain: 'quarter' }, settings);
    for (const day of ['2019-12-31', '2022-12-31', '2024-12-31']) {
      expect(whole.points.find(({ to }) => to === day)?.value, day).toBe(101);
      expect(at(day), day).toBe(101);
    }
  });

  it('finds what is late by the cadence that a person set, and says who set it', async () => {
    const change = (request: MechanismRequest) =>
      workspace.store.transaction((session) => setMechanism(session, request, 'tester'));
    const before = await mechanismList(workspace.store, today);
    expect(before.mechanisms.map(({ inPlace }) => inPlace)).toEqual(Array(6).fill('not-yet'));
    expect(before.mechanisms.find(({ mechanism }) => mechanism === 'surveys')?.reading).toBe(
      'There is evidence up to 10 February 2025, but it is not said to be in place.',
    );
    await change({ mechanism: 'surveys', inPlace: 'yes', owner: 'Monitoring Officer', cadenceMonths: 3 });
    await change({ mechanism: 'workshops', inPlace: 'partly' });
    const { mechanisms, reading, decisions } = await mechanismList(workspace.store, today);
    const surveys = mechanisms.find(({ mechanism }) => mechanism === 'surveys');
    expect(surveys).toMatchObject({ inPlace: 'yes', owner: 'Monitoring Officer', setBy: 'tester' });
    expect(surveys?.nextDue).toBe('2025-05-10');
    expect(surveys?.overdueDays).toBe(51);
    expect(reading).toBe('1 of the 6 mechanisms of section VII is in place, 1 partly, 1 overdue.');
    expect(decisions).toHaveLength(2);
    const source = (await read()).sources.find(({ side }) => side === 'officers');
    expect(source?.overdueDays).toBe(51);
    expect(source?.level).not.toBe('sound');
    // What is not named stays.
    await change({ mechanism: 'surveys', cadenceMonths: null });
    const after = await mechanismList(workspace.store, today);
    expect(after.mechanisms[0]).toMatchObject({ inPlace: 'yes', owner: 'Monitoring Officer', nextDue: null });
  });
});

describe('small groups', () => {
  let workspace: Workspace;
  beforeEach(async () => {
    workspace = await openWorkspace();
  });
  afterEach(() => workspace.close());

  it('tell no number of 1 to 4, filled or left empty', () => {
    expect(toldShare(3, 400, 5).shown).toBe('fewer than 5 of 400');
    expect(toldShare(397, 400, 5)).toEqual({ shown: 'all but fewer than 5 of 400', percent: null, of: 400 });
    expect(toldShare(395, 400, 5)).toEqual({ shown: '99% of 400', percent: 99, of: 400 });
    expect(toldShare(0, 400, 5).shown).toBe('none of 400');
    expect(toldShare(400, 400, 5).shown).toBe('all of 400');
    expect(toldRows(4, 5)).toBe('fewer than 5 rows');
    expect(toldRows(0, 5)).toBe('none');
    expect(toldRows(5, 5)).toBe('5 rows');
  });

  it('tell no number below a higher smallest count, where the workspace sets one', () => {
    expect(toldShare(9, 400, 10).shown).toBe('fewer than 10 of 400');
    expect(toldShare(10, 400, 10)).toEqual({ shown: '3% of 400', percent: 3, of: 400 });
    expect(toldShare(391, 400, 10).shown).toBe('all but fewer than 10 of 400');
    expect(toldRows(9, 10)).toBe('fewer than 10 rows');
    expect(toldRows(10, 10)).toBe('10 rows');
  });

  it('of a survey are hidden by the gate, and no reason tells them', async () => {
    const { store } = workspace;
    await store.transaction((session) =>
      session.run(
        `insert into import by name select 'import' as import_id, 'survey-response' as kind, 'a.csv' as file_name, 'x' as sha256, 1 as bytes, 'plain' as dialect, 'Councillor survey' as instrument, date '2024-11-01' as wave, '{}' as mapping, 8 as rows_read, 8 as rows_accepted, 0 as rows_rejected, 0 as problem_count, '[]' as notes, timestamp '2024-12-01' as imported_at, 'me' as imported_by`,
      ),
    );
    await fill(
      store,
      'clean.survey_response',
      Array.from({ length: 8 }, (_, index) => ({
        instrument: 'Councillor survey',
        wave: '2024-11-01',
        party: index < 3 ? 'GRN' : null,
        test_response: false,
      })),
    );
    await store.transaction((session) => session.run(tallySql));
    await fill(
      store,
      'clean.councillor_term',
      Array.from({ length: 20 }, (_, index) => ({ person: `p${index}`, elected_date: '2022-05-05' })),
    );
    const { sources } = await readHealth(store, kinds, settings, '2025-01-01');
    const [survey] = sources.filter(({ kind }) => kind === 'survey-response');
    expect(survey?.response).toMatchObject([{ shown: '[c]', percent: null, base: null, population: null }]);
    expect(survey?.columns.find(({ field }) => field === 'party')?.shown).toBe('fewer than 5 of 8');
    expect(JSON.stringify(survey?.reasons)).not.toMatch(/\b[1-4]\b|40%/);
    const higher = await readHealth(store, kinds, { ...settings, smallCount: 8 }, '2025-01-01');
    expect(higher.sources.flatMap(({ columns }) => columns)).toContainEqual(
      expect.objectContaining({ field: 'party', shown: 'fewer than 8 of 8', percent: null }),
    );
  });
});

describe('gaps', () => {
  it('are months without a row where rows come all the time', () => {
    const months = ['2024-01-01', '2024-02-01', '2024-04-01', '2024-08-01'];
    expect(gapsOf('absence-spell', months, null)?.map(({ text }) => text)).toEqual([
      'No rows in March 2024',
      'No rows from May 2024 to July 2024',
    ]);
  });

  it('are intervals much longer than usual, or than what was settled', () => {
    const days = ['2021-03-31', '2022-03-31', '2023-03-31', '2025-03-31'];
    expect(gapsOf('workforce-snapshot', days, null)?.map(({ text }) => text)).toEqual([
      'Nothing between 31 March 2023 and 31 March 2025; it usually comes every 12 months',
    ]);
    expect(gapsOf('workforce-snapshot', days, 3)).toHaveLength(3);
    expect(gapsOf('event', days, null)).toBeNull();
  });
});
