import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureOptions, readFigure } from '#core/figures/index.ts';
import { fill, openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

let workspace: Workspace;
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);

beforeAll(async () => {
  workspace = await openWorkspace();
  const { store } = workspace;
  // Headcount and FTE: 100 / 80 on 1 April 2023, 120 / 100 on 31 March 2024.
  await fill(store, 'clean.workforce_snapshot', [
    { snapshot_date: '2023-04-01', directorate: 'Place', grade: 'A', headcount: 60, fte: 50 },
    { snapshot_date: '2023-04-01', directorate: 'People', grade: 'A', headcount: 40, fte: 30 },
    { snapshot_date: '2024-03-31', directorate: 'Place', grade: 'A', headcount: 70, fte: 60 },
    { snapshot_date: '2024-03-31', directorate: 'People', grade: 'A', headcount: 50, fte: 40 },
  ]);
  const month = { reason: 'Infections', term: 'Short term' };
  await fill(store, 'mart.absence_month', [
    { ...month, month: '2023-04-01', directorate: 'Place', fte_days_lost: 300, spells: 30 },
    { ...month, month: '2023-04-01', directorate: 'People', fte_days_lost: 100, spells: 20 },
    { ...month, month: '2023-06-01', directorate: 'Place', fte_days_lost: 500, spells: 40 },
    // The last month of a spell that began before: days, and no new spell.
    { ...month, month: '2023-06-01', directorate: 'People', fte_days_lost: 7.25, spells: 0 },
  ]);
  const leaver = { movement: 'leaver', movement_precision: 'day' };
  await fill(store, 'clean.leaver', [
    ...Array.from({ length: 8 }, () => ({
      ...leaver,
      movement_date: '2023-05-02',
      reason: 'Resignation',
      voluntary: true,
    })),
    ...Array.from({ length: 3 }, () => ({
      ...leaver,
      movement_date: '2023-05-03',
      reason: 'Redundancy',
      voluntary: false,
    })),
    {
      ...leaver,
      movement_date: '2023-07-01',
      movement_precision: 'month',
      reason: 'Resignation',
      voluntary: true,
    },
    { ...leaver, movement: 'joiner', movement_date: '2023-05-09' },
    { ...leaver, movement_date: '2023-01-01', movement_precision: 'year' },
    { ...leaver, movement_date: '2022-01-01', movement_precision: 'year' },
    { ...leaver, movement_date: null, movement_precision: 'unknown' },
  ]);
  await fill(store, 'clean.councillor_term', [
    { person: 'a', left_date: '2023-06-01', left_precision: 'day', cause: 'Resigned', party: 'Red' },
    {
      person: 'b',
      left_date: '2023-05-04',
      left_precision: 'day',
      cause: 'Defeated at election',
      party: 'Blue',
    },
    {
      person: 'c',
      left_date: '2023-05-04',
      left_precision: 'day',
      cause: 'Stood down at election',
      party: 'Blue',
    },
    { person: 'd', left_date: '2023-08-04', left_precision: 'day', cause: 'Changed party', party: 'Blue' },
    { person: 'e', left_date: null, cause: 'Serving', party: 'Blue' },
    { person: 'f', left_date: '2024-06-04', left_precision: 'day', term_end: '2027-05-06', party: 'Red' },
    { person: 'g', left_date: '2021-01-01', left_precision: 'year', cause: 'Died', party: 'Red' },
  ]);
});
afterAll(() => workspace.close());

describe('headcount', () => {
  it('takes the latest snapshot on or before the end, no older than 13 months', async () => {
    const { points } = await read('headcount', { grain: 'quarter' });
    expect(points.map(({ value }) => value)).toEqual([100, 100, 100, 120]);
    const fte = await read('headcount', { filters: { measure: 'fte' }, grain: 'financial-year' });
    expect(fte.points.map(({ value }) => value)).toEqual([100]);
    await expect(read('headcount', { filters: { measure: 'heads' } })).rejects.toMatchObject({
      code: 'input-invalid',
    });
  });
});

describe('sickness', () => {
  it('adds the FTE days of spells', async () => {
    const { points, warnings } = await read('absence-fte-days');
    expect(points.map(({ value, base }) => [value, base])).toEqual([
      [400, 50],
      [0, 0],
      [507.25, 40],
    ]);
    expect(warnings.map(({ code }) => code)).not.toContain('source-chosen');
  });

  it('divides by the average of the first and last day (LG Inform)', async () => {
    const { points } = await read('absence-days-per-fte', { grain: 'financial-year' });
    // 907.25 days / ((80 + 100) / 2).
    expect(points.map(({ value, denominator }) => [value, denominator])).toEqual([[907.25 / 90, 90]]);
  });

  it('gives the share of working time', async () => {
    const { points } = await read('absence-time-lost', { to: '2023-04-30' });
    // April 2023 has 20 weekdays; FTE 80 on both days: 400 / 1600.
    expect(points.map(({ value, shown }) => [value, shown])).toEqual([[25, '25.00%']]);
  });

  it('never adds aggregates to spells, and reads a total row or its parts, not both', async () => {
    const { store } = workspace;
    await store.transaction((session) =>
      session.run(
        `insert into import by name select 'agg' as import_id, 'absence-aggregate' as kind, 'a.csv' as file_name, 'x' as sha256, 1 as bytes, 'plain' as dialect, '{}' as mapping, 5 as rows_read, 5 as rows_accepted, 0 as rows_rejected, 0 as problem_count, '[]' as notes, timestamp '2024-01-01' as imported_at, 'me' as imported_by`,
      ),
    );
    const aggregate = { import_id: 'agg' };
    await fill(store, 'clean.absence_aggregate', [
      {
        ...aggregate,
        period: '2023-04-30',
        unit: null,
        reason: null,
        fte_days_lost: 90,
        fte_days_available: 1000,
      },
      {
        ...aggregate,
        period: '2023-04-30',
        unit: 'North',
        reason: null,
        fte_days_lost: 60,
        fte_days_available: 600,
      },
      {
        ...aggregate,
        period: '2023-04-30',
        unit: 'South',
        reason: null,
        fte_days_lost: 30,
        fte_days_available: 400,
      },
      {
        ...aggregate,
        period: '2023-05-31',
        unit: 'North',
        reason: null,
        fte_days_lost: 50,
        fte_days_available: 500,
      },
      {
        ...aggregate,
        period: '2023-05-31',
        unit: 'South',
        reason: null,
        fte_days_lost: null,
        fte_days_lost_state: 'suppressed',
        fte_days_available: 500,
      },
    ]);
    const spells = await read('absence-fte-days');
    expect(spells.points[0]?.value).toBe(400);
    expect(spells.provenance.filters).toEqual({ source: 'spells' });
    expect(spells.warnings.map(({ code }) => code)).toContain('source-chosen');
    const whole = await read('absence-fte-days', { filters: { source: 'aggregates' } });
    expect(whole.points.map(({ value, suppressed }) => [value, suppressed])).toEqual([
      [90, null],
      [null, 'x'],
    ]);
    const units = await read('absence-fte-days', { split: 'unit', to: '2023-04-30' });
    expect(units.points.map(({ group, value }) => [group, value])).toEqual([
      ['North', 60],
      ['South', 30],
    ]);
    const share = await read('absence-time-lost', { filters: { source: 'aggregates' }, to: '2023-04-30' });
    expect(share.points.map(({ value }) => value)).toEqual([9]);
    expect(whole.provenance.imports.map(({ importId }) => importId)).toEqual(['agg']);
  });

  it('hides the days of a few spells, also where the month counts no new one', async () => {
    const answer = await read('absence-fte-days', { split: 'directorate', from: '2023-06-01' });
    expect(answer.points.map(({ shown }) => shown)).toEqual(['[c]', '[c]']);
    expect(JSON.stringify(answer)).not.toContain('7.25');
  });
});

describe('turnover', () => {
  it('divides leavers by the average headcount and leaves partial dates out, with their number', async () => {
    const answer = await read('turnover', { grain: 'financial-year' });
    // 12 leavers / ((100 + 120) / 2).
    expect(answer.points.map(({ numerator, denominator, shown }) => [numerator, denominator, shown])).toEqual(
      [[12, 110, '10.9%']],
    );
    expect(answer.warnings).toContainEqual({
      code: 'dates-partial',
      text: '2 leavers have only a year, 1 leaver has no date of leaving, and no place in any period here.',
    });
  });

  it('counts leavers without snapshots, month precision included', async () => {
    const { points } = await read('leavers', { grain: 'month' });
    expect(points.map(({ value }) => value)).toEqual([11, 0, 1]);
    const all = await read('leavers', { grain: 'all' });
    expect(all.points.map(({ value }) => value)).toEqual([15]);
  });

  it('offers the groups that its periods hold', async () => {
    const options = await figureOptions(workspace.store, 'turnover');
    expect(options.dimensions.voluntary?.map(({ value }) => value)).toEqual([
      'Redundancy or transfer',
      'Voluntary',
    ]);
  });
});

describe('councillor-departures', () => {
  it('counts mid-term departures alone unless asked for both', async () => {
    const answer = await read('councillor-departures');
    expect(answer.points.map(({ period, value }) => [period, value])).toEqual([
      ['2023/24 municipal year', 1],
      ['2024/25 municipal year', 1],
    ]);
    expect(answer.warnings.map(({ code }) => code)).toContain('dates-partial');
    const both = await read('councillor-departures', { split: 'cause-group', to: '2023-12-31' });
    expect(both.points.map(({ group, value }) => [group, value])).toEqual([
      ['election', 2],
      ['mid-term', 1],
    ]);
  });
});
