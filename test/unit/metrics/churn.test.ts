import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import { findMetric } from '#core/metrics/index.ts';
import { fill, openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

let workspace: Workspace;
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);
const year = { grain: 'financial-year' } as const;
const STRESS = 'Stress, anxiety and depression';

const leavers = (count: number, more: Record<string, string | boolean | null>) =>
  Array.from({ length: count }, () => ({
    movement: 'leaver',
    movement_precision: 'day',
    movement_date: '2023-05-02',
    ...more,
  }));

beforeAll(async () => {
  workspace = await openWorkspace();
  const { store } = workspace;
  await fill(store, 'clean.workforce_snapshot', [
    { snapshot_date: '2023-04-01', directorate: 'Place', grade: 'A', headcount: 300, fte: 250 },
    { snapshot_date: '2023-04-01', directorate: 'People', grade: 'A', headcount: 100, fte: 80 },
    { snapshot_date: '2024-03-31', directorate: 'Place', grade: 'A', headcount: 260, fte: 220 },
    { snapshot_date: '2024-03-31', directorate: 'People', grade: 'A', headcount: 140, fte: 110 },
  ]);
  const month = { month: '2023-06-01', term: 'Long term' };
  await fill(store, 'mart.absence_month', [
    { ...month, directorate: 'Place', reason: STRESS, fte_days_lost: 150, spells: 30 },
    { ...month, directorate: 'Place', reason: 'Infections', fte_days_lost: 200, spells: 60 },
    { ...month, directorate: 'Place', reason: 'Not stated', fte_days_lost: 50, spells: 20 },
    { ...month, directorate: 'People', reason: STRESS, fte_days_lost: 60, spells: 12 },
    { ...month, directorate: 'People', reason: 'Infections', fte_days_lost: 140, spells: 25 },
    { ...month, directorate: 'People', reason: 'Not stated', fte_days_lost: 0, spells: 0 },
  ]);
  await fill(store, 'clean.leaver', [
    ...leavers(20, { directorate: 'Place', reason: 'Resignation', voluntary: true }),
    ...leavers(9, { directorate: 'Place', reason: 'Retirement', voluntary: true }),
    ...leavers(12, { directorate: 'Place', reason: 'Redundancy', voluntary: false }),
    ...leavers(6, { directorate: 'Place', reason: 'Transfer (TUPE)', voluntary: false }),
    ...leavers(8, { directorate: 'Place', reason: 'Dismissal', voluntary: false }),
    ...leavers(11, { directorate: 'People', reason: 'Resignation', voluntary: true }),
    ...leavers(7, { directorate: 'People', reason: 'Redundancy', voluntary: false }),
    ...leavers(6, { directorate: 'People', reason: 'Dismissal', voluntary: false }),
  ]);
});
afterAll(() => workspace.close());

describe('sickness by reason', () => {
  it('is a share of all days lost, those of no stated reason included', async () => {
    const stress = await read('absence-reason-share', { ...year, filters: { reason: STRESS } });
    // 150 + 60 of 400 + 200 days.
    expect(stress.points.map(({ value, numerator, denominator }) => [value, numerator, denominator])).toEqual(
      [[35, 210, 600]],
    );
    expect(stress.points[0]?.interval).toBeNull();
    expect(stress.metric.caveat).toContain('A proxy');
  });

  it('gives the stress-related share of the whole council as a figure of its own', async () => {
    const { points } = await read('absence-stress-share', year);
    expect(points.map(({ value, numerator, denominator }) => [value, numerator, denominator])).toEqual([
      [35, 210, 600],
    ]);
    await expect(read('absence-stress-share', { split: 'directorate' })).rejects.toMatchObject({
      code: 'split-unknown',
    });
  });

  it('hides the stress-related share where the days of that reason are hidden', async () => {
    const hidden = await openWorkspace();
    const month = { month: '2023-06-01', directorate: 'Place', term: 'Long term' };
    await fill(hidden.store, 'mart.absence_month', [
      { ...month, reason: STRESS, fte_days_lost: 41.5, spells: 3 },
      { ...month, reason: 'Infections', fte_days_lost: 200, spells: 60 },
      { ...month, reason: 'Other', fte_days_lost: 100, spells: 30 },
    ]);
    const split = await readFigure(
      hidden.store,
      { metric: 'absence-fte-days', ...year, split: 'reason' },
      settings,
    );
    expect(split.points.find(({ group }) => group === STRESS)?.suppressed).toBe('c');
    const answer = await readFigure(hidden.store, { metric: 'absence-stress-share', ...year }, settings);
    expect(answer.points.map(({ shown }) => shown)).toEqual(['[c]']);
    expect(JSON.stringify(answer)).not.toContain('41.5');
    await hidden.close();
  });

  it('is of the group’s own days where a directorate is cut, too', async () => {
    const { points } = await read('absence-reason-share', {
      ...year,
      split: 'directorate',
      filters: { reason: STRESS },
    });
    expect(points.map(({ group, value }) => [group, value])).toEqual([
      ['People', 30],
      ['Place', 37.5],
    ]);
  });

  it('says nothing without a reason, and why', async () => {
    const { points, warnings } = await read('absence-reason-share', year);
    expect(points.map(({ value }) => value)).toEqual([null]);
    expect(warnings.map(({ code }) => code)).toContain('reason-wanted');
  });

  it('is cut by directorate with reason or term, never by reason with term', async () => {
    for (const id of [
      'absence-fte-days',
      'absence-days-per-fte',
      'absence-time-lost',
      'absence-reason-share',
    ]) {
      expect(Object.keys(findMetric(id).twoWay)).toEqual(['directorate-reason', 'directorate-term']);
    }
    const { points } = await read('absence-fte-days', {
      ...year,
      split: 'reason',
      filters: { term: 'Long term' },
    });
    expect(points.every(({ suppressed }) => suppressed === 'c')).toBe(true);
  });
});

describe('turnover', () => {
  it('sets voluntary leaving, redundancy and transfer, and the rest apart', async () => {
    const { points } = await read('turnover', { ...year, split: 'voluntary' });
    // Average headcount (400 + 400) / 2.
    expect(points.map(({ group, numerator, denominator }) => [group, numerator, denominator])).toEqual([
      ['Other, not voluntary', 14, 400],
      ['Redundancy or transfer', 25, 400],
      ['Voluntary', 40, 400],
    ]);
  });

  it('gives voluntary turnover as a figure of its own, hidden where its part of the split is', async () => {
    const { points } = await read('turnover-voluntary', year);
    expect(points.map(({ numerator, denominator, shown }) => [numerator, denominator, shown])).toEqual([
      [40, 400, '10.0%'],
    ]);
    expect(findMetric('turnover-voluntary').disclosure.madeOf?.metric).toBe('turnover');
    const months = await read('turnover-voluntary', { grain: 'month' });
    const split = await read('turnover', { grain: 'month', split: 'voluntary' });
    const hidden = split.points.filter(({ group }) => group === 'Voluntary');
    expect(months.points.map(({ suppressed }) => suppressed)).toEqual(
      hidden.map(({ suppressed }) => suppressed),
    );
  });

  it('gives the voluntary turnover of each directorate by its own average headcount', async () => {
    const { points } = await read('turnover', {
      ...year,
      split: 'directorate',
      filters: { voluntary: 'Voluntary' },
    });
    // 11 of (100 + 140) / 2, and 29 of (300 + 260) / 2.
    expect(points.map(({ group, numerator, denominator }) => [group, numerator, denominator])).toEqual([
      ['People', 11, 120],
      ['Place', 29, 280],
    ]);
    expect(findMetric('turnover').within).toEqual({ reason: 'voluntary' });
  });
});
