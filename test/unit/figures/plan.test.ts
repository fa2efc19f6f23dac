// The plan of a population: one answer for every question, whatever is asked first. Each test asks what
// somebody who subtracts would ask.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFigure, rememberTold, type ToldCell } from '#core/figures/index.ts';
import { cases, fill, fillWave, openWorkspace, settings, type Workspace } from './workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);

/** "group across" or the period, and what is shown. */
async function shown(metric: string, more: object): Promise<Record<string, string>> {
  const { points } = await read(metric, more);
  return Object.fromEntries(
    points.map((point) => [
      [point.group, point.across, point.period].filter((word) => word !== null).join(', '),
      point.shown,
    ]),
  );
}

describe('spans of dates', () => {
  beforeEach(() =>
    fill(workspace.store, 'clean.incident', [
      // Legal: 12 in 2023/24, of them 2 in April 2023; 14 in 2024/25, of them 9 in April 2024.
      ...cases(2, '2023-04-10', { directorate: 'Legal' }),
      ...cases(10, '2023-09-10', { directorate: 'Legal' }),
      ...cases(9, '2024-04-10', { directorate: 'Legal' }),
      ...cases(5, '2024-09-10', { directorate: 'Legal' }),
      ...cases(30, '2023-04-10', { directorate: 'Place' }),
      ...cases(30, '2023-09-10', { directorate: 'Place' }),
      ...cases(30, '2024-04-10', { directorate: 'Place' }),
      ...cases(30, '2024-09-10', { directorate: 'Place' }),
    ]),
  );

  it('cannot single out a month by two that differ by it', async () => {
    const year = { split: 'directorate', grain: 'all', from: '2023-04-01', to: '2024-03-31' };
    expect(Object.values(await shown('incidents', year))).toEqual(['12', '60']);
    // Without April: 10, and 12 less 10 is April's 2.
    const without = { ...year, from: '2023-05-01' };
    expect(Object.values(await shown('incidents', without))).toEqual(['[c]', '[c]']);
  });

  it('cannot single out a month by municipal beside financial years', async () => {
    const years = await shown('incidents', { split: 'directorate', grain: 'financial-year' });
    expect(years).toEqual({
      'Legal, 2023/24': '12',
      'Legal, 2024/25': '14',
      'Place, 2023/24': '60',
      'Place, 2024/25': '60',
    });
    const municipal = await shown('incidents', { split: 'directorate', grain: 'municipal-year' });
    // 26 in all. With 5 shown beside 19, 2 would be left for April 2023.
    expect(municipal).toEqual({
      'Legal, 2022/23 municipal year': '[c]',
      'Legal, 2023/24 municipal year': '19',
      'Legal, 2024/25 municipal year': '[c]',
      'Place, 2022/23 municipal year': '[c]',
      'Place, 2023/24 municipal year': '60',
      'Place, 2024/25 municipal year': '[c]',
    });
  });
});

describe('two dimensions', () => {
  const about = (count: number, received: string, reporter: string, subject: string) =>
    cases(count, received, { reporter_role: reporter, subject_role: subject, channel: 'Meeting' });

  beforeEach(() =>
    fill(workspace.store, 'clean.incident', [
      ...about(20, '2023-05-10', 'Officer', 'Councillor'),
      ...about(2, '2023-05-10', 'Officer', 'Officer'),
      ...about(30, '2023-05-10', 'Public', 'Councillor'),
      ...about(40, '2023-05-10', 'Public', 'Officer'),
      ...about(25, '2024-05-10', 'Officer', 'Councillor'),
      ...about(8, '2024-05-10', 'Officer', 'Officer'),
      ...about(35, '2024-05-10', 'Public', 'Councillor'),
      ...about(45, '2024-05-10', 'Public', 'Officer'),
    ]),
  );

  it('are shown for all dates or by year, where both would tell of a small year', async () => {
    // Officers about officers: 2, then 8. The margins are shown, so that one number tells a table of four.
    const all = await shown('incidents', { split: 'reporter-subject', grain: 'all' });
    const years = await shown('incidents', { split: 'reporter-subject', grain: 'financial-year' });
    expect(Object.values(all)).toEqual(['45', '10', '65', '85']);
    expect(new Set(Object.values(years))).toEqual(new Set(['[c]']));
  });

  it('are hidden in periods shorter than a year, and it is said why', async () => {
    const { points, warnings } = await read('incidents', { split: 'reporter-subject', grain: 'month' });
    expect(new Set(points.map((point) => point.shown))).toEqual(new Set(['[c]']));
    expect(warnings.find(({ code }) => code === 'cut-too-fine')?.text).toContain('by financial year');
  });

  it('are hidden where they are not published together, and it is said what is', async () => {
    const more = { split: 'reporter-role', filters: { channel: 'Meeting' }, grain: 'financial-year' };
    const { points, warnings } = await read('incidents', more);
    expect(new Set(points.map((point) => point.shown))).toEqual(new Set(['[c]']));
    expect(warnings.find(({ code }) => code === 'cut-too-fine')?.text).toContain(
      'reporter role with subject role',
    );
  });

  it('give the same answers in whatever order they are asked', async () => {
    const questions = [
      { split: 'reporter-role', grain: 'month' },
      { split: 'reporter-subject', grain: 'all' },
      { split: 'subject-role', grain: 'financial-year' },
      { split: 'reporter-role', filters: { 'subject-role': 'Officer' }, grain: 'financial-year' },
    ];
    const first = [];
    for (const question of questions) first.push((await read('incidents', question)).points);
    // A change of the data that touches no figure makes the plan anew.
    await workspace.store.transaction(async (session) => session.run('select 1'));
    const second = [];
    for (const question of questions.toReversed()) second.push((await read('incidents', question)).points);
    expect(second.toReversed()).toEqual(first);
  });
});

describe('what comes and what goes', () => {
  it('is not told apart by groups beside what is open', async () => {
    // Open at the end: 8, then 11; closed: none. 11 less 8 would be May's 3.
    await fill(workspace.store, 'clean.incident', [
      ...cases(8, '2024-04-10', { directorate: 'Legal' }),
      ...cases(3, '2024-05-10', { directorate: 'Legal' }),
      ...cases(40, '2024-04-10', { directorate: 'Place' }),
      ...cases(40, '2024-05-10', { directorate: 'Place' }),
    ]);
    await expect(read('incidents-open', { split: 'directorate' })).rejects.toThrow(/split/);
    expect(Object.values(await shown('incidents-open', {}))).toEqual(['48', '91']);
  });
});

describe('councillors of no group', () => {
  it('are never shown by themselves, however many they are', async () => {
    const answered = (party: string, count: number) => ({ count, favourable: true, score: 5, party });
    await fillWave(workspace.store, {
      wave: '2024-10-14',
      answers: [answered('Labour', 40), answered('Independent', 12), answered('Green', 15)],
    });
    expect(await shown('survey-favourable', { split: 'party' })).toEqual({
      'Green, 14 October 2024': '[c]',
      'Independent, 14 October 2024': '[c]',
      'Labour, 14 October 2024': '100%',
    });
  });
});

describe('a pack that was issued', () => {
  const category = { split: 'directorate', grain: 'financial-year' } as const;

  it('is held against what is shown later', async () => {
    const { store } = workspace;
    await fill(store, 'clean.incident', [
      ...cases(12, '2024-04-10', { directorate: 'Legal' }),
      ...cases(20, '2024-04-10', { directorate: 'People' }),
      ...cases(60, '2024-04-10', { directorate: 'Place' }),
    ]);
    const told: ToldCell[] = [];
    await readFigure(store, { metric: 'incidents', ...category }, settings, (cells) => told.push(...cells));
    await store.transaction((session) => rememberTold(session, 'one', told));
    expect(Object.values(await shown('incidents', category))).toEqual(['12', '20', '60']);
    // Two more cases in Legal: 14 less the issued 12 would tell of them.
    await fill(store, 'clean.incident', cases(2, '2024-11-10', { directorate: 'Legal' }));
    expect(Object.values(await shown('incidents', category))).toEqual(['[c]', '[c]', '60']);
    // Five more in all: enough to be shown.
    await fill(store, 'clean.incident', cases(3, '2024-12-10', { directorate: 'Legal' }));
    expect(Object.values(await shown('incidents', category))).toEqual(['17', '20', '60']);
  });
});
