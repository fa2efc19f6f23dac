// Before and after adoption through the real application, on the sample council.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
  await test.call('workspace.sample', {});
});
afterAll(() => test.close());

describe('the sample council', () => {
  it('has an answer for every figure: a model with a verdict, or a reason', async () => {
    const { metrics } = await test.call('catalogue.read', {});
    const answers = await Promise.all(metrics.map(({ id }) => test.call('adoption.read', { metric: id })));
    const modelled = answers.filter(({ status }) => status === 'modelled');
    expect(modelled.length).toBeGreaterThan(8);
    for (const answer of answers) {
      if (answer.status === 'refused') {
        expect(answer.reason).toMatch(/^[A-Z].*\.$/);
        expect(answer.advice).toMatch(/\.$/);
        continue;
      }
      const figure = await test.call('figure.read', {
        metric: answer.metric.id,
        grain: answer.grain,
      });
      // Nothing but what the figure shows, point for point.
      expect(answer.series.map(({ from, observed }) => [from, observed])).toEqual(
        figure.points.map(({ from, value, suppressed }) => [from, suppressed === null ? value : null]),
      );
      expect(answer.estimates.every(({ lower, upper }) => lower < upper)).toBe(true);
      if (answer.metric.direction === 'neutral') {
        expect(['higher', 'lower', 'no-clear-change', 'too-little-data']).toContain(answer.verdict);
      }
      expect(answer.reading).not.toMatch(/caused|due to|because/i);
    }
    const surveys = answers.filter(({ metric }) => metric.id.startsWith('survey'));
    expect(surveys.map((answer) => answer.status === 'refused' && answer.code)).toEqual(
      surveys.map(() => 'survey'),
    );
  });

  it('keeps to the side of the change of system on which adoption lies', async () => {
    const answer = await test.call('adoption.read', { metric: 'absence-fte-days' });
    if (answer.status !== 'modelled') throw new Error(answer.reason);
    expect(answer.series.find(({ phase }) => phase === 'before')?.from).toBe('2022-04-01');
    expect(answer.breaks).toMatchObject([{ date: '2022-04-01' }]);
    expect(answer.coInterventions.map(({ title }) => title)).toContain('All-out council election');
    expect(answer.coInterventions.map(({ type }) => type)).not.toContain('adoption');
  });

  it('counts incidents per head in the rate ratio, as the rate itself does', async () => {
    const read = async (metric: string) => {
      const answer = await test.call('adoption.read', { metric });
      if (answer.status !== 'modelled') throw new Error(answer.reason);
      return answer.sensitivity.find(({ id }) => id === 'quasi-poisson');
    };
    const [counts, rate] = [await read('incidents'), await read('incident-rate')];
    expect(counts?.note).toMatch(/^Per head of staff/);
    expect(rate?.latest?.estimate).toBeCloseTo(counts?.latest?.estimate ?? Number.NaN, 1);
  });

  it('refuses when the adoption date is taken away, and answers again when it is set', async () => {
    await test.call('workspace.settings', { adoptionDate: null });
    const without = await test.call('adoption.read', { metric: 'incidents' });
    expect(without).toMatchObject({ status: 'refused', code: 'not-adopted' });
    await test.call('workspace.settings', { adoptionDate: '2025-02-01' });
    const late = await test.call('adoption.read', { metric: 'incidents' });
    expect(late).toMatchObject({ status: 'refused', code: 'too-few-after' });
    await test.call('workspace.settings', { adoptionDate: '2023-09-12' });
    const again = await test.call('adoption.read', { metric: 'incidents', transition: 3 });
    expect(again).toMatchObject({ status: 'modelled', points: { transition: 4 } });
  });

  it('takes no more than a year of transition', async () => {
    const asked = test.call('adoption.read', { metric: 'incidents', transition: 13 });
    await expect(asked).rejects.toThrow(/^input-invalid/);
  });
});
