// Reorganisations: figures in today's structure, what was stored as it was, and what is refused.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import { crosswalkList, removeCrosswalk, setCrosswalk } from '#core/governance/crosswalk.ts';
import type { FigureRequest } from '#shared/schemas/figure.ts';
import { surveySide } from '#shared/vocabulary/survey-sides.ts';
import { fill, fillWave, openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const set = (old: string, next: string, effective: string) =>
  workspace.store.transaction((session) => setCrosswalk(session, { old, new: next, effective }, 'tester'));

const snapshot = (day: string, groups: Readonly<Record<string, number>>) =>
  fill(
    workspace.store,
    'clean.workforce_snapshot',
    Object.entries(groups).map(([directorate, headcount]) => ({
      import_id: day,
      snapshot_date: day,
      directorate,
      headcount,
      fte: headcount,
    })),
  );

const split = async (request: FigureRequest) => {
  const { points } = await readFigure(workspace.store, { split: 'directorate', ...request }, settings);
  const groups: Record<string, (number | null)[]> = {};
  for (const { group, value } of points) groups[group ?? ''] = [...(groups[group ?? ''] ?? []), value];
  return groups;
};

const reorganised = async () => {
  await snapshot('2021-03-31', { Streets: 40, Parks: 30, Care: 90 });
  await snapshot('2022-03-31', { Streets: 38, Parks: 32, Care: 91 });
  await snapshot('2023-03-31', { 'City services': 66, Care: 93 });
};

describe('the crosswalk', () => {
  it('makes one line of a merged directorate, and gives the old lines back when it is taken away', async () => {
    await reorganised();
    const request = { metric: 'headcount', grain: 'financial-year' } as const;
    const before = await split(request);
    expect(Object.keys(before)).toEqual(['Care', 'City services', 'Parks', 'Streets']);
    await set('Streets', 'City Services', '2022-07-01');
    await set('Parks', 'City Services', '2022-07-01');
    expect(await split(request)).toEqual({ Care: [90, 91, 93], 'City Services': [70, 70, 66] });
    for (const old of ['streets', 'Parks']) {
      await workspace.store.transaction((session) =>
        removeCrosswalk(session, { old, effective: '2022-07-01' }, 'tester'),
      );
    }
    expect(await split(request)).toEqual(before);
    const { decisions } = await crosswalkList(workspace.store);
    expect(decisions.map(({ action, by }) => [action, by])).toEqual([
      ['removed', 'tester'],
      ['removed', 'tester'],
      ['set', 'tester'],
      ['set', 'tester'],
    ]);
  });

  it('is applied to every source that is split by directorate, denominators alike', async () => {
    await reorganised();
    const { store } = workspace;
    const old = { directorate: 'Streets' };
    await fill(store, 'clean.incident', [
      ...Array.from({ length: 12 }, (_, index) => ({
        case_ref: `c${index}`,
        received_date: '2022-05-02',
        received_precision: 'day',
        status: 'open',
        ...old,
      })),
    ]);
    await fill(
      store,
      'clean.leaver',
      Array.from({ length: 8 }, (_, index) => ({
        movement: 'leaver',
        person: `p${index}`,
        movement_date: '2022-05-02',
        movement_precision: 'day',
        ...old,
      })),
    );
    await fill(store, 'mart.absence_month', [
      { month: '2022-05-01', term: 'Short term', fte_days_lost: 30, spells: 9, ...old },
    ]);
    await fillWave(store, {
      wave: '2022-06-01',
      answers: [{ count: 30, favourable: true, score: 4, ...old }],
    });
    await set('Streets', 'City Services', '2022-07-01');
    await set('Parks', 'City Services', '2022-07-01');
    expect(await split({ metric: 'incidents' })).toEqual({ 'City Services': [12] });
    expect(await split({ metric: 'leavers', grain: 'all' })).toEqual({ 'City Services': [8] });
    expect(await split({ metric: 'absence-fte-days' })).toEqual({ 'City Services': [30] });
    expect(await split({ metric: 'survey-favourable' })).toEqual({ 'City Services': [100] });
    expect(await split({ metric: 'survey-responses' })).toEqual({ 'City Services': [30] });
    // 12 cases on 70 people, of both old directorates.
    const rate = await split({ metric: 'incident-rate', grain: 'month' });
    expect(rate['City Services']?.[0]).toBeCloseTo((100 * 12) / 70, 9);
  });

  it('leaves what a respondent was at the wave as it was, whatever comes later', async () => {
    const { store } = workspace;
    await fillWave(store, {
      wave: '2021-06-01',
      answers: [
        { count: 20, favourable: true, score: 4, directorate: 'Streets', role: 'GR5' },
        { count: 20, favourable: false, score: 2, directorate: 'Care', role: 'GR7' },
      ],
    });
    const stored = () => store.all('select * from clean.survey_response order by import_id, row_no');
    const frozen = await stored();
    const asked = await split({ metric: 'survey-favourable' });
    // A later snapshot tells of another structure, and a later wave of other posts.
    await snapshot('2023-03-31', { 'City Services': 66, Care: 93 });
    await fillWave(store, {
      wave: '2023-06-01',
      answers: [{ count: 30, favourable: true, score: 4, directorate: 'City Services', role: 'GR9' }],
    });
    const first = async () => {
      const { points } = await readFigure(
        store,
        { metric: 'survey-favourable', split: 'directorate', to: '2021-12-31' },
        settings,
      );
      return Object.fromEntries(
        points.filter(({ suppressed }) => suppressed === null).map(({ group, value }) => [group, value]),
      );
    };
    expect(await first()).toEqual({ Care: 0, Streets: 100 });
    await set('Streets', 'City Services', '2022-07-01');
    expect(await first()).toEqual({ Care: 0, 'City Services': 100 });
    const now = (await stored()) as { wave: string }[];
    expect(now.filter(({ wave }) => wave === '2021-06-01')).toEqual(frozen);
    await store.transaction((session) =>
      removeCrosswalk(session, { old: 'Streets', effective: '2022-07-01' }, 'tester'),
    );
    expect(await first()).toEqual({ Care: asked.Care?.[0], Streets: asked.Streets?.[0] });
  });

  it('puts the replies of an old directorate over the people of the new one', async () => {
    await reorganised();
    const answers = (count: number, directorate: string) => ({
      count,
      favourable: true,
      score: 4,
      directorate,
    });
    await fillWave(workspace.store, {
      wave: '2022-06-01',
      instrument: 'Officer survey',
      answers: [answers(20, 'Streets'), answers(15, 'Parks'), answers(26, 'Care')],
    });
    await set('Streets', 'City Services', '2022-07-01');
    await set('Parks', 'City Services', '2022-07-01');
    const rates = await split({ metric: 'survey-response-rate' });
    expect(rates['City Services']?.[0]).toBeCloseTo((100 * 35) / 70, 9);
    expect(rates.Care?.[0]).toBeCloseTo((100 * 26) / 91, 9);
  });

  it('refuses a part of a directorate, with the reason', async () => {
    await reorganised();
    await expect(set('Care', 'City Services', '2022-07-01')).rejects.toThrow(
      /did not go over to City Services as a whole: the snapshot of 31 March 2023/,
    );
    await set('Streets', 'City Services', '2022-07-01');
    await expect(set('Streets', 'Care', '2022-07-01')).rejects.toThrow(/cannot be divided/);
    await expect(
      workspace.store.transaction((session) =>
        removeCrosswalk(session, { old: 'Parks', effective: '2022-07-01' }, 'tester'),
      ),
    ).rejects.toThrow(/says nothing of Parks/);
    expect((await crosswalkList(workspace.store)).entries).toHaveLength(1);
  });

  it('offers what a reorganisation event suggests, until it is said', async () => {
    await reorganised();
    await fill(workspace.store, 'clean.event', [
      {
        event_date: '2022-07-01',
        title: 'Streets and Parks merge into City Services',
        event_type: 'reorganisation',
      },
    ]);
    const offered = (await crosswalkList(workspace.store)).suggestions;
    expect(offered.map(({ old, new: next }) => [old, next])).toEqual([
      ['Parks', 'City services'],
      ['Streets', 'City services'],
    ]);
    for (const { old, new: next, effective } of offered) await set(old, next, effective);
    const list = await crosswalkList(workspace.store);
    expect(list.suggestions).toEqual([]);
    expect(list.entries.every(({ inData }) => inData)).toBe(true);
    expect(list.names.find(({ name }) => name === 'Parks')?.today).toBe('City services');
  });
});

describe('a snapshot', () => {
  it('counts people, and not the totals that another import gives for the same day', async () => {
    await fill(
      workspace.store,
      'clean.workforce_snapshot',
      ['a', 'b', 'c', 'd', 'e', 'f'].map((person) => ({
        import_id: 'people',
        snapshot_date: '2024-03-31',
        person,
        directorate: 'Care',
        headcount: 1,
        fte: 0.5,
      })),
    );
    await snapshot('2024-03-31', { Care: 6 });
    await snapshot('2024-06-30', { Care: 7 });
    const { points } = await readFigure(workspace.store, { metric: 'headcount', grain: 'quarter' }, settings);
    expect(points.map(({ value }) => value)).toEqual([6, 7]);
  });
});

describe('whom a survey asks', () => {
  it('is told by its name, or is not told', async () => {
    expect(surveySide('Staff survey 2025')).toBe('officers');
    expect(surveySide('Councillor survey')).toBe('councillors');
    expect(surveySide('Members’ pulse')).toBe('councillors');
    expect(surveySide('Members and officers together')).toBeNull();
    const unsaid = { wave: '2024-03-01', instrument: 'Culture pulse' };
    await fillWave(workspace.store, {
      ...unsaid,
      answers: [{ count: 30, favourable: true, score: 4 }],
    });
    const answer = await readFigure(workspace.store, { metric: 'survey-response-rate' }, settings);
    expect(answer.points).toMatchObject([{ value: null, suppressed: 'x' }]);
    expect(answer.warnings.map(({ code }) => code)).toContain('side-unknown');
  });
});

describe('councillors in office', () => {
  it('are told by party and by role at a day, a term told twice as the later import tells it', async () => {
    const { store } = workspace;
    const term = (person: string, more: Record<string, string>) => ({
      person,
      party: 'LAB',
      role: 'Member',
      elected_date: '2022-05-05',
      term_end: '2026-05-07',
      ...more,
    });
    await fill(store, 'clean.councillor_term', [
      term('a', { role: 'Leader' }),
      term('b', {}),
      term('c', { party: 'CON' }),
      // Left, and the seat was filled later.
      term('d', { left_date: '2023-02-01' }),
      term('e', { elected_date: '2023-06-01' }),
    ]);
    // The same term again, in a later row: now she has left.
    await fill(store, 'clean.councillor_term', [
      { ...term('c', { party: 'CON', left_date: '2023-09-01' }), row_no: 9 },
    ]);
    const at = async (split?: string) => {
      const request = { metric: 'councillors', grain: 'quarter' as const, ...(split ? { split } : {}) };
      const { points } = await readFigure(store, request, settings);
      return (to: string) =>
        Object.fromEntries(
          points.filter((point) => point.to === to).map(({ group, value }) => [group ?? 'all', value]),
        );
    };
    const whole = await at();
    expect(whole('2022-06-30')).toEqual({ all: 4 });
    expect(whole('2023-03-31')).toEqual({ all: 3 });
    expect(whole('2023-06-30')).toEqual({ all: 4 });
    expect(whole('2023-09-30')).toEqual({ all: 3 });
    expect((await at('party'))('2023-06-30')).toEqual({ CON: 1, LAB: 3 });
    expect((await at('role'))('2023-06-30')).toEqual({ Leader: 1, Member: 3 });
  });
});
