import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import type { FigurePoint } from '#shared/schemas/figure.ts';
import { fill, openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

let workspace: Workspace;
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);
const told = (points: readonly FigurePoint[]) =>
  points.map(({ period, group, numerator, denominator }) => [period, group, numerator, denominator]);

let person = 0;
const learners = (count: number, more: Record<string, string | boolean | null>) =>
  Array.from({ length: count }, () => {
    person += 1;
    return {
      person: `p${person}`,
      side: 'Officer',
      course: 'Course',
      training_kind: 'Protocol',
      status: 'not done',
      outcome_linked: false,
      ...more,
    };
  });

beforeAll(async () => {
  workspace = await openWorkspace();
  const booked = { booked_date: '2023-06-05' };
  const done = { ...booked, done_date: '2023-07-01', status: 'done' };
  await fill(workspace.store, 'clean.training', [
    ...learners(18, { ...done, directorate: 'Place' }),
    ...learners(7, { ...booked, directorate: 'Place' }),
    // Due in the next year, though in the role since 1994; the due date places it, not the booking.
    ...learners(12, {
      due_date: '2024-05-01',
      booked_date: '2024-03-20',
      started_date: '1994-11-21',
      side: 'Councillor',
    }),
    // Known by the start in the role alone: in no period.
    ...learners(5, { started_date: '1994-11-21' }),
    // The same person, course and day twice.
    ...[1, 2].map(() => ({
      ...done,
      person: 'twice',
      course: 'Course',
      training_kind: 'Protocol',
      directorate: 'Place',
      side: 'Officer',
    })),
    // Totals: 40 invited and 44 came (40 count); one row without the invited.
    {
      training_kind: 'Codes',
      side: 'Councillor',
      period: '2023/24',
      period_start: '2023-04-01',
      invited: 40,
      attended: 44,
      status: 'done',
      outcome_linked: false,
    },
    {
      training_kind: 'Codes',
      side: 'Councillor',
      period: '2023/24',
      period_start: '2023-04-01',
      invited: null,
      attended: 9,
      status: 'done',
      outcome_linked: false,
    },
    // Inductions: 11 within 90 days, 4 on day 91, 3 not done, 2 whose days are not over, 1 done without a date.
    ...learners(11, {
      training_kind: 'Induction',
      started_date: '2023-05-01',
      booked_date: '2023-05-04',
      done_date: '2023-07-30',
      status: 'done',
    }),
    ...learners(4, {
      training_kind: 'Induction',
      started_date: '2023-05-01',
      booked_date: '2023-05-04',
      done_date: '2023-07-31',
      status: 'done',
    }),
    ...learners(3, { training_kind: 'Induction', started_date: '2023-05-01', booked_date: '2023-05-04' }),
    ...learners(2, { training_kind: 'Induction', started_date: '2024-03-01', booked_date: '2024-03-04' }),
    ...learners(1, {
      training_kind: 'Induction',
      started_date: '2023-05-01',
      booked_date: '2023-05-04',
      status: 'done',
    }),
    // A kind that is on no list is another kind.
    ...learners(12, { ...done, training_kind: 'Lunch and learn' }),
    // From cases: 9 done, 6 booked, 2 not booked.
    ...learners(9, { ...done, training_kind: 'Codes', outcome_linked: true }),
    ...learners(6, { ...booked, training_kind: 'Codes', outcome_linked: true }),
    ...learners(2, { due_date: '2023-09-01', training_kind: 'Codes', outcome_linked: true }),
  ]);
});
afterAll(() => workspace.close());

describe('training', () => {
  it('counts done of booked or required, placed by due, booked or done and never by the start in the role', async () => {
    const { points, warnings } = await read('training-completed', { split: 'kind' });
    // Protocol: 19 of 26 in 2023/24, 12 due in 2024/25. Codes: 40 of 40 by totals, 9 of 17 by person.
    // Induction: 16 of 21.
    expect(told(points)).toEqual([
      ['2023/24', 'Codes', 49, 57],
      ['2024/25', 'Codes', null, null],
      ['2023/24', 'Induction', 16, 21],
      ['2024/25', 'Induction', null, null],
      ['2023/24', 'Other', 12, 12],
      ['2024/25', 'Other', null, null],
      ['2023/24', 'Protocol', 19, 26],
      ['2024/25', 'Protocol', 0, 12],
    ]);
    expect(points.map(({ from }) => from).sort()[0]).toBe('2023-04-01');
    const notes = new Map(warnings.map(({ code, text }) => [code, text]));
    expect(notes.get('dates-partial')).toContain('5 training records have');
    expect(notes.get('totals-partial')).toContain('1 row of totals has');
    const whole = await read('training-completed', { grain: 'all', filters: { kind: 'Protocol' } });
    expect(told(whole.points)).toEqual(
      [['All dates', 'Protocol', 19, 43]].map(([period, , ...rest]) => [period, null, ...rest]),
    );
  });

  it('counts an induction within 90 days, of those whose days are over', async () => {
    const { points } = await read('induction-in-time', { grain: 'all' });
    expect(told(points)).toEqual([['All dates', null, 11, 18]]);
  });

  it('tells the chain of training from cases by parts that add up, and hides the few and what gives them away', async () => {
    const whole = await read('training-from-cases', { grain: 'all' });
    expect(whole.points.map(({ value }) => value)).toEqual([17]);
    const { points } = await read('training-from-cases', { grain: 'all', split: 'state' });
    const shown = new Map(points.map(({ group, shown: text }) => [group, text]));
    expect(shown.get('Not booked')).toBe('[c]');
    expect([...shown.values()].filter((text) => text === '[c]').length).toBe(2);
    expect(whole.metric.direction).toBe('neutral');
  });
});
