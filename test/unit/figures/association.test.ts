// The exploratory link on a real database: changes at settled lags, its label, and every refusal.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAssociation } from '#core/figures/index.ts';
import { association as method } from '#core/stats/lagged-association.ts';
import { addMonths } from '#shared/calendar.ts';
import {
  type AssociationRequest,
  association as associationSchema,
  type ExploredAssociation,
} from '#shared/schemas/association.ts';
import { fill, fillWave, openWorkspace, settings, type Workspace } from './workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const favourable = [20, 30, 18, 26, 34, 22, 31, 19, 28, 24];
const first = '2021-01-15';
const wave = (index: number) => addMonths(first, 3 * index);

/** A wave a quarter, 40 answers each. */
async function waves(count: number): Promise<void> {
  for (const [index, hits] of favourable.slice(0, count).entries()) {
    await fillWave(workspace.store, {
      wave: wave(index),
      answers: [
        { count: hits, favourable: true },
        { count: 40 - hits, favourable: false },
      ],
    });
  }
}

/** Sickness of a quarter in its middle month: it falls as far as the survey of the quarter before rose. */
const sickness = () =>
  fill(
    workspace.store,
    'mart.absence_month',
    Array.from({ length: 14 }, (_, index) => ({
      month: addMonths('2021-02-01', 3 * index),
      term: 'Short term',
      fte_days_lost: 500 - 4 * (favourable[index - 1] ?? 25),
      spells: 20,
    })),
  );

const asked: AssociationRequest = { survey: 'survey-favourable', other: 'absence-fte-days' };
const read = async (request: Partial<AssociationRequest> = {}): Promise<ExploredAssociation> =>
  associationSchema.parse(await readAssociation(workspace.store, { ...asked, ...request }, settings));

describe('an exploratory link', () => {
  it('is found at the lag where it lies, told in the order of the lags and labelled', async () => {
    await waves(10);
    await sickness();
    const found = await read();
    if (found.status !== 'explored') throw new Error(found.reason);
    expect(found.lags.map(({ lag }) => lag)).toEqual([0, 1, 2, 3]);
    expect(found.lags[1]?.correlation).toBeCloseTo(-1, 9);
    expect(Math.abs(found.lags[0]?.correlation ?? 1)).toBeLessThan(0.95);
    expect(found).toMatchObject({ label: 'Exploratory, not evidence of cause.', waves: 10 });
    expect(found.reading.startsWith(found.label)).toBe(true);
    expect(found.warnings.map(({ code }) => code)).toContain('ecological');
  });

  it('is refused for fewer than eight waves, for what is no survey, and for rolling values', async () => {
    await waves(7);
    await sickness();
    expect(await read()).toMatchObject({
      status: 'refused',
      code: 'too-few-waves',
      reason: 'Too little data to judge: 7 waves in one unbroken line, at least 8 needed.',
    });
    expect(await read({ survey: 'incidents' })).toMatchObject({ code: 'not-a-survey' });
    expect(await read({ other: 'turnover-12-month' })).toMatchObject({ code: 'rolling' });
    expect(await read({ other: 'survey-mean' })).toMatchObject({ code: 'not-by-quarter' });
    expect(await read({ other: 'incidents' })).toMatchObject({ code: 'no-data' });
    await expect(read({ other: 'nonsense' })).rejects.toMatchObject({ code: 'metric-unknown' });
  });

  it('takes no hidden wave', async () => {
    await waves(7);
    await fillWave(workspace.store, { wave: wave(7), answers: [{ count: 6, favourable: true }] });
    await sickness();
    expect(await read()).toMatchObject({ code: 'too-few-waves' });
  });
});

describe('the method', () => {
  const x = [1, -2, 3, -1, 2, -3, 1, 2];
  const y = [2, -1, 2, 0, 3, -3, -1, 2];

  it('has Fisher’s interval on the effective number of pairs', () => {
    const { correlation, lower, upper, effectivePairs } = method(x, y);
    expect(correlation).toBeGreaterThan(0.7);
    const reach = 1.959964 / Math.sqrt((effectivePairs ?? 0) - 3);
    expect(lower).toBeCloseTo(Math.tanh(Math.atanh(correlation ?? 0) - reach), 6);
    expect(upper).toBeCloseTo(Math.tanh(Math.atanh(correlation ?? 0) + reach), 6);
  });

  it('has no correlation without variation, and no interval of a perfect one', () => {
    expect(method([1, 1, 1], [1, 2, 3]).correlation).toBeNull();
    expect(method(x, x)).toMatchObject({ lower: null, upper: null });
    expect(() => method([1, 2], [1, 2])).toThrow(RangeError);
  });
});
