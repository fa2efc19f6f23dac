// Before and after adoption on a real database: known changes found, every refusal with its reason, hidden
// values as gaps, and no word of cause.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAdoption } from '#core/figures/index.ts';
import { saveBreak } from '#core/governance/breaks.ts';
import { addMonths } from '#shared/calendar.ts';
import type { AdoptionRequest, ModelledAdoption, RefusedAdoption } from '#shared/schemas/adoption.ts';
import { adoption as adoptionSchema } from '#shared/schemas/adoption.ts';
import { cases, fill, fillWave, openWorkspace, settings, type Workspace } from './workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const first = '2020-04-01';
const adopted = (monthsIn: number) => addMonths(first, monthsIn);

/** One row of sickness a month, from April 2020. */
const sickness = (values: readonly number[]) =>
  fill(
    workspace.store,
    'mart.absence_month',
    values.map((value, index) => ({
      month: addMonths(first, index),
      term: 'Short term',
      fte_days_lost: value,
      spells: 20,
    })),
  );

/** A settled, patternless spread around 0, of about 1. */
const noise = [
  0.3, -0.9, 1.1, -0.2, 0.6, -1.3, 0.8, 0.1, -0.7, 1.4, -0.5, -0.4, 0.9, -1.1, 0.2, 0.7, -0.6, 1.2, -1.0, 0.4,
  -0.3, 0.5, -0.8, 1.0, -0.1, 0.6, -1.2, 0.9, -0.4, 0.3, -0.9, 1.1, 0.0, -0.6, 0.8, -0.5,
];
const series = (count: number, change: (index: number) => number) =>
  noise.slice(0, count).map((error, index) => 100 + error + change(index));

const read = async (request: Partial<AdoptionRequest> = {}, adoptionDate: string | null = adopted(18)) => {
  const answer = await readAdoption(
    workspace.store,
    { metric: 'absence-fte-days', ...request },
    { ...settings, adoptionDate },
  );
  // What leaves the core is what the contract says.
  return adoptionSchema.parse(answer);
};
async function modelled(request: Partial<AdoptionRequest> = {}, adoptionDate?: string) {
  const answer = await read(request, adoptionDate);
  if (answer.status !== 'modelled') throw new Error(`${answer.code}: ${answer.reason}`);
  return answer as ModelledAdoption;
}
async function refused(request: Partial<AdoptionRequest> = {}, adoptionDate?: string | null) {
  const answer = await read(request, adoptionDate);
  if (answer.status !== 'refused') throw new Error(answer.reading);
  return answer as RefusedAdoption;
}
const estimate = (answer: ModelledAdoption, id: string) => {
  const found = answer.estimates.find((one) => one.id === id);
  if (!found) throw new Error(`No ${id}`);
  return found;
};

describe('a known change', () => {
  it('of level is found with its interval, its share and its verdict', async () => {
    await sickness(series(36, (index) => (index >= 18 ? -10 : 0)));
    const answer = await modelled();
    const jump = estimate(answer, 'level-change');
    expect(jump.estimate).toBeGreaterThan(-11.5);
    expect(jump.estimate).toBeLessThan(-8.5);
    expect(jump.lower).toBeLessThan(-10);
    expect(jump.upper).toBeGreaterThan(-10);
    const latest = estimate(answer, 'latest-difference');
    expect(latest.p).toBeLessThan(0.001);
    expect(estimate(answer, 'latest-percent').estimate).toBeCloseTo(-10, 0);
    expect(answer).toMatchObject({
      model: { id: 'reml-ar1', strength: 'adequate', harmonics: 2 },
      points: { before: 18, after: 18, gaps: 0, transition: 0, leftOut: 0 },
      verdict: 'consistent-with-improvement',
      robust: true,
      shift: { verdict: 'consistent-with-improvement', run: { from: adopted(18), to: '2023-03-31' } },
    });
    expect(answer.reading).toMatch(
      /^FTE days lost to sickness: consistent with improvement\. By the model, in March 2023 the series stands \d+\.\d .* below the continuation of its course before adoption \(95% interval -\d/,
    );
    expect(answer.sensitivity.map(({ id, primary }) => [id, primary])).toEqual([
      ['reml-ar1', true],
      ['prais-winsten', false],
      ['ols', false],
      ['newey-west', false],
      ['no-season', false],
    ]);
  });

  it('for the worse is said so, and none is no clear change', async () => {
    await sickness(series(36, (index) => (index >= 18 ? 10 : 0)));
    expect((await modelled()).verdict).toBe('consistent-with-worsening');
    const other = await openWorkspace();
    await workspace.close();
    workspace = other;
    await sickness(series(36, () => 0));
    const answer = await modelled();
    expect(answer.verdict).toBe('no-clear-change');
    expect(answer.reading).toContain('no clear change');
    expect(answer.reading).toContain('which includes no difference');
  });

  it('is drawn: observed throughout, the counterfactual with its band after adoption alone', async () => {
    await sickness(series(36, (index) => (index >= 18 ? -10 : 0)));
    const lines = (await modelled()).series;
    expect(lines).toHaveLength(36);
    expect(lines.map(({ phase }) => phase)).toEqual([
      ...Array(18).fill('before'),
      ...Array(18).fill('after'),
    ]);
    for (const [index, { fitted, counterfactual, observed }] of lines.entries()) {
      expect(observed).not.toBeNull();
      expect(fitted).not.toBeNull();
      expect(counterfactual !== null).toBe(index >= 18);
      if (counterfactual) {
        expect(counterfactual.lower).toBeLessThan(counterfactual.value);
        expect(counterfactual.value).toBeGreaterThan(95);
      }
    }
  });

  it('never speaks of a cause', async () => {
    await sickness(series(36, (index) => (index >= 18 ? -10 : 0)));
    await fill(workspace.store, 'clean.event', [
      { event_date: adopted(20), title: 'All-out election', event_type: 'election' },
    ]);
    const answer = await modelled();
    expect(answer.coInterventions).toEqual([
      { date: adopted(20), title: 'All-out election', type: 'election' },
    ]);
    expect(answer.reading).toContain(
      'Another event lies in the time modelled and may account for it as well.',
    );
    const told = JSON.stringify({ ...answer, metric: null });
    expect(told).not.toMatch(/caused|because of the Protocol|due to|proves?\b|effect of/i);
  });
});

describe('points that are not in', () => {
  it('are the month that mixes both sides and the transition asked for', async () => {
    await sickness(series(36, (index) => (index >= 18 ? -10 : 0)));
    const mid = `${adopted(18).slice(0, 8)}15`;
    const answer = await modelled({ transition: 2 }, mid);
    expect(answer.points).toMatchObject({ before: 18, after: 15, transition: 3 });
    expect(answer.series.filter(({ phase }) => phase === 'transition').map(({ from }) => from)).toEqual([
      adopted(18),
      adopted(19),
      adopted(20),
    ]);
    expect(answer.model.coding).toContain('the first point after (January 2022)');
    expect(answer.warnings.map(({ code }) => code)).toContain('transition');
  });

  it('are those beyond a series break, which the line is never carried over', async () => {
    await sickness(series(36, (index) => (index < 8 ? 300 : index >= 18 ? -10 : 0)));
    await setBreak(adopted(8));
    const answer = await modelled();
    expect(answer.points).toMatchObject({ before: 10, after: 18, leftOut: 8 });
    expect(estimate(answer, 'level-change').estimate).toBeCloseTo(-10, -0.5);
  });
});

const setBreak = (date: string) =>
  workspace.store.transaction((session) =>
    saveBreak(
      session,
      { date, title: 'New HR system', reason: 'Other codes', kinds: ['absence-spell'], metrics: [] },
      'tester',
    ),
  );

describe('refuses, with the reason as text', () => {
  it('until the date of adoption is set', async () => {
    await sickness(series(36, () => 0));
    const answer = await refused({}, null);
    expect(answer.code).toBe('not-adopted');
    expect(answer.reason).toMatch(/^The adoption date is not set: /);
    expect(answer.advice).toContain('candour settings --adoption');
  });

  it('series that are short on either side or in all', async () => {
    await sickness(series(36, () => 0));
    expect(await refused({}, adopted(2))).toMatchObject({
      code: 'too-few-before',
      reason: 'Too little data to judge: 2 months before adoption, at least 3 needed.',
    });
    expect(await refused({}, adopted(34))).toMatchObject({
      code: 'too-few-after',
      reason: 'Too little data to judge: 2 months after adoption, at least 3 needed.',
    });
    expect((await refused({}, adopted(40))).code).toBe('too-few-after');
    expect((await refused({ to: '2020-10-31' }, adopted(4))).code).toBe('too-few-points');
    expect((await refused({ transition: 12 }, adopted(22))).reason).toContain('12 months are left out');
  });

  it('takes eight points as indicative and twelve as a model with a memory', async () => {
    await sickness(series(36, () => 0));
    expect((await modelled({ to: '2020-11-30' }, adopted(4))).model).toMatchObject({
      id: 'ols',
      strength: 'indicative',
    });
    const twelve = await modelled({ to: '2021-03-31' }, adopted(6));
    expect(twelve.model.strength).toBe('limited');
    expect(twelve.model.harmonics).toBe(0);
  });

  it('a break at adoption, and one that leaves too few points', async () => {
    await sickness(series(36, () => 0));
    await setBreak(adopted(17));
    expect(await refused()).toMatchObject({ code: 'series-break' });
    expect((await refused({}, adopted(17))).code).toBe('series-break');
  });

  it('surveys, yearly grains, rolling values, no data and no variation', async () => {
    await fillWave(workspace.store, { wave: '2023-05-01', answers: [{ count: 40, favourable: true }] });
    const survey = await refused({ metric: 'survey-favourable' });
    expect(survey.code).toBe('survey');
    expect(survey.advice).toContain('run chart');
    expect((await refused({ grain: 'financial-year' })).code).toBe('too-rare');
    expect((await refused({ metric: 'turnover-12-month' })).code).toBe('rolling');
    expect((await refused({ metric: 'incidents' })).code).toBe('no-data');
    await sickness(Array(36).fill(50));
    expect((await refused()).code).toBe('no-variation');
  });

  it('a group of which more than a quarter is hidden', async () => {
    const rows = Array.from({ length: 24 }, (_, index) => {
      const day = `${addMonths('2022-04-01', index).slice(0, 8)}10`;
      return [
        ...cases(index % 2 === 0 ? 2 : 7, day, { channel: 'Email' }),
        ...cases(6, day, { channel: 'Meeting' }),
      ];
    }).flat();
    await fill(workspace.store, 'clean.incident', rows);
    const answer = await refused({ metric: 'incidents', filters: { channel: 'Email' } }, '2023-04-01');
    expect(answer.code).toBe('too-much-hidden');
    expect(JSON.stringify(answer)).not.toMatch(/\b7\b/);
  });

  it('and lets no unknown name through', async () => {
    await expect(read({ metric: 'nonsense' })).rejects.toMatchObject({ code: 'metric-unknown' });
    await sickness(series(36, () => 0));
    await expect(read({ filters: { nonsense: 'x' } })).rejects.toMatchObject({ code: 'split-unknown' });
  });
});

describe('counts', () => {
  const months = Array.from({ length: 36 }, (_, index) => `${addMonths(first, index).slice(0, 8)}10`);
  const received = async (count: (index: number) => number) =>
    fill(
      workspace.store,
      'clean.incident',
      months.flatMap((day, index) => cases(count(index), day)),
    );

  it('have a rate ratio beside the model, say only higher or lower, and rest on the headcount when known', async () => {
    await received((index) => (index < 18 ? 10 : 5) + (index % 3));
    const answer = await modelled({ metric: 'incidents' });
    expect(answer.verdict).toBe('lower');
    expect(answer.reading).not.toMatch(/improvement|worsening/);
    const ratio = answer.sensitivity.find(({ id }) => id === 'quasi-poisson');
    expect(ratio).toMatchObject({ measure: 'rate-ratio', agrees: true });
    expect(ratio?.levelChange?.estimate).toBeCloseTo(6 / 11, 0.5);
    expect(ratio?.note).toMatch(/^Counts alone: the headcount of every period is not known/);
  });

  it('that stop altogether have no rate ratio, and the row says so', async () => {
    await received((index) => (index < 18 ? 10 + (index % 3) : index === 35 ? 1 : 0));
    const answer = await modelled({ metric: 'incidents', from: first });
    const ratio = answer.sensitivity.find(({ id }) => id === 'quasi-poisson');
    expect(ratio).toBeDefined();
    expect(answer.robust === answer.sensitivity.every(({ agrees }) => agrees !== false)).toBe(true);
  });
});

describe('a series that drifts', () => {
  it('gets no verdict from a model that cannot be estimated', async () => {
    // California's cigarette sales (published with the vectors), a point a month.
    const sales = [
      123, 121, 123.5, 124.4, 126.7, 127.1, 128, 126.4, 126.1, 121.9, 120.2, 118.6, 115.4, 110.8, 104.8,
      102.8, 99.7, 97.5, 90.1, 82.4, 77.8, 68.7, 67.5,
    ];
    await sickness(sales);
    const answer = await modelled({}, adopted(19));
    expect(answer).toMatchObject({ verdict: 'too-little-data', robust: false });
    expect(answer.robustness).toMatch(/^Not robust/);
    expect(answer.sensitivity.find(({ id }) => id === 'reml-ar1')).toMatchObject({
      levelChange: null,
      latest: null,
      agrees: false,
    });
    expect(answer.warnings.map(({ code }) => code)).toContain('not-estimable');
  });
});
