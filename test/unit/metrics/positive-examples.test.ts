import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import { fill, openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

let workspace: Workspace;
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);

const examples = (count: number, more: Record<string, string | boolean | null>) =>
  Array.from({ length: count }, () => ({ nil_return: false, example_type: 'Problem solved', ...more }));

beforeAll(async () => {
  workspace = await openWorkspace();
  const first = { period: 'Q1 2024/25', period_start: '2024-04-01' };
  const second = { period: 'Q2 2024/25', period_start: '2024-07-01' };
  await fill(workspace.store, 'clean.workforce_snapshot', [
    { snapshot_date: '2024-03-31', directorate: 'Place', headcount: 60, fte: 50 },
    { snapshot_date: '2024-03-31', directorate: 'People', headcount: 60, fte: 50 },
    { snapshot_date: '2024-03-31', directorate: 'Audit', headcount: 60, fte: 50 },
  ]);
  await fill(workspace.store, 'clean.positive_example', [
    ...examples(7, {
      ...first,
      directorate: 'Place',
      occurred_date: '2024-05-02',
      occurred_precision: 'day',
      assistant_director_date: '2024-05-09',
      monitoring_officer_date: '2024-05-12',
      proposed_by_role: 'Head of Service',
      behaviours: 'Open communication;Recognition of success',
    }),
    // Happened a quarter before it was returned.
    ...examples(6, {
      ...second,
      directorate: 'Place',
      example_type: 'Joint policy',
      occurred_date: '2024-06-20',
      occurred_precision: 'day',
      assistant_director_date: '2024-07-09',
    }),
    ...examples(5, {
      period: '2023/24',
      period_start: '2023-04-01',
      directorate: 'People',
      reported_date: '2024-04-20',
    }),
    ...examples(1, { directorate: 'People' }),
    { ...first, directorate: 'People', nil_return: true },
  ]);
});
afterAll(() => workspace.close());

describe('positive examples', () => {
  it('counts examples by when they happened, nil returns apart', async () => {
    const { points, warnings } = await read('positive-examples', { grain: 'quarter', from: '2024-04-01' });
    expect(points.map(({ period, value }) => [period, value])).toEqual([['Q1 2024/25', 13]]);
    // One has no date at all, five only a year.
    expect(warnings.find(({ code }) => code === 'dates-partial')?.text).toContain('6 examples have');
    const years = await read('positive-examples');
    expect(years.points.map(({ period, value }) => [period, value])).toEqual([
      ['2023/24', 5],
      ['2024/25', 13],
    ]);
    const all = await read('positive-examples', { grain: 'all' });
    expect(all.points.map(({ value }) => value)).toEqual([19]);
  });

  it('tells how far each got on its way to the Monitoring Officer', async () => {
    const { points } = await read('positive-examples', { grain: 'all', split: 'route' });
    const shown = Object.fromEntries(points.map(({ group, shown: text }) => [group, text]));
    // The one without dates is too few, and so is hidden with another.
    expect(shown.Proposed).toBe('[c]');
    expect(Object.values(shown).filter((text) => text !== '[c]').length).toBe(2);
    expect(Object.keys(shown).sort()).toEqual([
      'Proposed',
      'Reported',
      'With the Assistant Director',
      'With the Monitoring Officer',
    ]);
  });

  it('counts an example once in each behaviour it shows', async () => {
    const { points } = await read('positive-examples', { grain: 'all', split: 'behaviour' });
    expect(points.map(({ group, value }) => [group, value])).toEqual([
      ['Open communication', 7],
      ['Recognition of success', 7],
      ['Not recorded', 12],
    ]);
  });
});

describe('returns of positive examples', () => {
  it('shows a nil return as a nil return and silence as nothing returned', async () => {
    const { points } = await read('positive-returns', { grain: 'quarter', split: 'directorate-return' });
    const returned = points
      .filter(({ value }) => value === 1)
      .map(({ period, group, across }) => `${period} ${group}: ${across}`);
    expect(returned).toEqual(
      expect.arrayContaining([
        'Q1 2024/25 People: Nil return',
        'Q1 2024/25 Place: Examples',
        'Q2 2024/25 Place: Examples',
        'Q2 2024/25 People: Nothing returned',
        'Q1 2023/24 People: Examples',
        'Q4 2023/24 People: Examples',
        'Q1 2024/25 Audit: Nothing returned',
      ]),
    );
    // Three directorates in six quarters, each with one answer.
    expect(returned.length).toBe(18);
  });

  it('adds quarters to years', async () => {
    const { points } = await read('positive-returns', {
      split: 'return',
      grain: 'financial-year',
      from: '2024-04-01',
    });
    expect(points.map(({ group, value }) => [group, value])).toEqual([
      ['Examples', 2],
      ['Nil return', 1],
      ['Nothing returned', 3],
    ]);
  });
});
