import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureOptions, readFigure } from '#core/figures/index.ts';
import { cases, fill, openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

let workspace: Workspace;
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);
const values = async (metric: string, more: object = {}) =>
  (await read(metric, more)).points.map(({ period, value }) => [period, value]);

// The log: January 7 cases, February none, March 6, April 1 with a year only for a date (2024).
beforeAll(async () => {
  workspace = await openWorkspace();
  const { store } = workspace;
  await fill(store, 'clean.incident', [
    ...cases(5, '2024-01-10', {
      reporter_role: 'Officer',
      subject_role: 'Councillor',
      category: 'Respect; Bullying, harassment and discrimination',
      subject: 'p1',
      closed_date: '2024-01-20',
      closed_precision: 'day',
      status: 'closed',
      linked_group: 'g1',
      directorate: 'Place',
    }),
    ...cases(2, '2024-01-31', {
      reporter_role: 'Public',
      subject_role: 'Councillor',
      category: 'Interests',
      subject: 'p2',
    }),
    ...cases(6, '2024-03-05', {
      reporter_role: 'Officer',
      subject_role: 'Councillor',
      subject: 'p3',
      directorate: 'Place',
    }),
    // A second row of an earlier case is about another person, not another case.
    {
      ...cases(6, '2024-03-05', {
        reporter_role: 'Officer',
        subject_role: 'Councillor',
        subject: 'p3',
        directorate: 'Place',
      })[0],
      subject: 'p4',
    },
    { case_ref: 'year', received_date: '2024-01-01', received_precision: 'year', status: 'open' },
    { case_ref: 'lost', received_date: '2024-03-01', received_precision: 'day', status: 'closed' },
  ]);
  await fill(store, 'clean.workforce_snapshot', [
    { snapshot_date: '2024-02-29', directorate: 'Place', headcount: 150, fte: 120 },
    { snapshot_date: '2024-02-29', directorate: 'People', headcount: 50, fte: 40 },
  ]);
});
afterAll(() => workspace.close());

describe('incidents', () => {
  it('counts cases per month, with a zero for an empty month inside the data', async () => {
    const answer = await read('incidents');
    expect(answer.points.map(({ period, value, shown }) => [period, value, shown])).toEqual([
      ['January 2024', 7, '7'],
      ['February 2024', 0, '0'],
      ['March 2024', 7, '7'],
    ]);
    expect(answer.warnings).toContainEqual({
      code: 'dates-partial',
      text: '1 case has only a year or no date for being received, and no place in any period here.',
    });
    expect(answer.warnings).toContainEqual({
      code: 'short-series',
      text: 'Too little data to judge: 3 months, at least 13 wanted.',
    });
    expect(answer.limits.map(({ trial, variation, signals }) => ({ trial, variation, signals }))).toEqual([
      { trial: true, variation: 'too_little_data', signals: [] },
    ]);
    expect(answer.reading).toBe('Incidents received: 7 in March 2024. It was 0 in February 2024.');
  });

  it('takes what has no month into the period of all dates', async () => {
    expect(await values('incidents', { grain: 'all' })).toEqual([['All dates', 15]]);
  });

  it('counts a case once in each of its categories', async () => {
    const answer = await read('incidents', { split: 'category', grain: 'all' });
    const shown = Object.fromEntries(answer.points.map(({ group, shown }) => [group, shown]));
    // Respect 5, Bullying 5, not recorded 8, and Interests 2: as a case may be in several, no other tells of it.
    expect(shown['Not recorded']).toBe('8');
    expect(shown.Interests).toBe('[c]');
    expect([shown.Respect, shown['Bullying, harassment and discrimination']]).toEqual(['5', '5']);
  });

  it('offers the span and the values of each dimension', async () => {
    const options = await figureOptions(workspace.store, 'incidents');
    expect(options).toMatchObject({ from: '2024-01-10', to: '2024-03-05' });
    expect(options.dimensions.directorate).toEqual([
      { value: 'Not recorded', label: 'Not recorded' },
      { value: 'Place', label: 'Place' },
    ]);
  });
});

describe('a period that the data do not fill', () => {
  it('is named, where it is asked for', async () => {
    const answer = await read('incidents', { grain: 'financial-year' });
    expect(answer.warnings).toContainEqual({
      code: 'part-period',
      text: '2023/24 may not be complete: the data begin on 10 January 2024.',
    });
  });
});

describe('the other counts', () => {
  it('counts closings in the month they happen', async () => {
    // The log ends early in March, with no closing in it: that month is not yet a zero.
    expect(await values('incidents-closed')).toEqual([
      ['January 2024', 5],
      ['February 2024', 0],
    ]);
  });

  it('counts what is open at the end of each month', async () => {
    // January: the 2 of the 31st; March: 6 more. "lost" is closed on an unknown day and left out.
    expect(await values('incidents-open')).toEqual([
      ['January 2024', 2],
      ['February 2024', 2],
      ['March 2024', 8],
    ]);
  });

  it('counts people and connected groups once', async () => {
    expect(await values('incident-subjects', { grain: 'all' })).toEqual([['All dates', 4]]);
    expect(await values('incident-groups', { grain: 'all' })).toEqual([['All dates', 1]]);
  });
});

describe('incident-rate', () => {
  it('divides by the latest snapshot, and says [x] where there is none', async () => {
    const { points } = await read('incident-rate');
    expect(points.map(({ shown, value, denominator }) => ({ shown, value, denominator }))).toEqual([
      { shown: '[x]', value: null, denominator: null },
      { shown: '0.00', value: 0, denominator: 200 },
      { shown: '3.50', value: 3.5, denominator: 200 },
    ]);
    // No events still have an upper limit: 3.689 / 200 × 100.
    expect(points[1]?.interval?.upper).toBeCloseTo(1.8444, 3);
    expect(points[1]?.interval?.lower).toBe(0);
    expect(points[0]?.reason).toContain('No workforce snapshot');
  });

  it('divides a directorate by its own headcount', async () => {
    const { points } = await read('incident-rate', { filters: { directorate: 'Place' }, from: '2024-03-01' });
    // 6 of 150; the remaining case of March has no directorate and no denominator.
    expect(points.map(({ value }) => value)).toEqual([null]);
    expect(points[0]?.shown).toBe('[c]');
  });
});

describe('days-to-close', () => {
  it('keeps open cases in the median', async () => {
    const { points } = await read('days-to-close');
    // First quarter: 5 closed after 10 days, 2 open for 34 days, 6 open for 0 (the log ends on 5 March).
    // At day 10, 7 are still followed; 5 close: S = 2/7 < 0.5, so the median is 10.
    expect(points.map(({ shown, numerator, base }) => ({ shown, numerator, base }))).toEqual([
      { shown: '10 days', numerator: 5, base: 13 },
    ]);
  });

  it('gives no number where more than half are open', async () => {
    const { points } = await read('days-to-close', { grain: 'month' });
    expect(points.map(({ shown, value }) => [shown, value])).toEqual([
      ['10 days', 10],
      ['[z]', null],
      ['more than half still open', null],
    ]);
  });
});

describe('days-to-close-p90', () => {
  it('is told only where nine in ten are closed', async () => {
    // January: 5 closed after 10 days, 2 open since: S stays at 2/7, above a tenth.
    const { points } = await read('days-to-close-p90', { grain: 'month' });
    expect(points.map(({ shown }) => shown)).toEqual([
      'more than a tenth still open',
      '[z]',
      'more than a tenth still open',
    ]);
    // Ten cases closed after 1 to 10 days: after day 9 a tenth is open, until the last closes on day 10.
    const own = await openWorkspace();
    const closed = Array.from({ length: 10 }, (_, day) => ({
      ...cases(1, '2024-01-01', { status: 'closed' })[0],
      case_ref: `c${day}`,
      closed_date: `2024-01-${String(day + 2).padStart(2, '0')}`,
      closed_precision: 'day',
    }));
    await fill(own.store, 'clean.incident', closed);
    const whole = await readFigure(own.store, { metric: 'days-to-close-p90' }, settings);
    expect(whole.points.map(({ shown, base, numerator }) => [shown, base, numerator])).toEqual([
      ['9.5 days', 10, 10],
    ]);
    await own.close();
  });
});

describe('longest-open', () => {
  it('is the age of the oldest open case at the last date of the log', async () => {
    const { points } = await read('longest-open', { grain: 'month' });
    expect(points.map(({ shown, base }) => [shown, base])).toEqual([
      ['34 days', 2],
      ['[z]', null],
      ['0 days', 6],
    ]);
  });

  it('is hidden in a split where few are open, or few are there, and tells them nowhere', async () => {
    const { points, reading } = await read('longest-open', { grain: 'month', split: 'reporter-role' });
    const january = points.filter(({ from }) => from === '2024-01-01');
    // Of the public’s two cases, both are open.
    expect(january.find(({ group }) => group === 'Public')).toMatchObject({ shown: '[c]', base: null });
    expect(JSON.stringify([points, reading])).not.toContain('34');
  });
});

describe('incident-share', () => {
  const shares = async (more: object) => (await read('incident-share', more)).points;

  it('is a share of all cases of the period, 100 for the whole', async () => {
    const points = await shares({ grain: 'all', split: 'directorate' });
    const cases = (await read('incidents', { grain: 'all', split: 'directorate' })).points;
    const total = (await read('incidents', { grain: 'all' })).points[0]?.value ?? 0;
    for (const [index, point] of points.entries()) {
      const count = cases[index]?.value ?? null;
      expect(point.value).toBe(count === null ? null : (count / total) * 100);
      expect(point.suppressed).toBe(cases[index]?.suppressed);
    }
    expect((await shares({ grain: 'all' })).map(({ value }) => value)).toEqual([100]);
    expect((await shares({ grain: 'month' })).map(({ shown }) => shown)).toEqual(['7 of 7', '[x]', '7 of 7']);
  });

  it.each(['category', 'reporter-role', 'reporter-subject', 'subject-role'])(
    'hides by %s what the numbers hide, no more and no less',
    async (split) => {
      const hiddenOf = (points: Awaited<ReturnType<typeof shares>>) =>
        points
          .filter(({ suppressed }) => suppressed === 'c')
          .map(({ from, group, across }) => [from, group, across]);
      for (const grain of ['month', 'quarter', 'all']) {
        const counts = (await read('incidents', { grain, split })).points;
        const own = await shares({ grain, split });
        expect(hiddenOf(own)).toEqual(hiddenOf(counts));
        for (const point of own.filter(({ suppressed }) => suppressed === 'c')) {
          expect(point).toMatchObject({ value: null, numerator: null, denominator: null, base: null });
        }
      }
    },
  );
});
