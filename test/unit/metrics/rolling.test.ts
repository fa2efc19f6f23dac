import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartsOf } from '#core/figures/chart-kinds.ts';
import { readFigure } from '#core/figures/index.ts';
import { findMetric } from '#core/metrics/index.ts';
import { addMonths, periodOf } from '#shared/calendar.ts';
import { openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

interface Vectors {
  readonly cases: readonly {
    readonly name: string;
    readonly input: Record<
      'fteDaysLost' | 'fteDaysAvailable' | 'fteMonthEnd' | 'leavers' | 'headcountMonthEnd',
      number[]
    >;
    readonly expected: Record<string, (number | null)[]>;
  }[];
}
const vectors = JSON.parse(
  readFileSync(new URL('../../fixtures/vectors/rolling-12-month.json', import.meta.url), 'utf8'),
) as Vectors;
const found = vectors.cases.find(({ name }) => name === 'thirty-months');
if (!found) throw new Error('The vectors have no series of thirty months');
const { input, expected } = found;

let workspace: Workspace;
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);
const values = async (metric: string, more: object = {}) =>
  (await read(metric, more)).points.map(({ value }) => value);
const month = (index: number) => periodOf(addMonths('2021-04-01', index), 'month');
const near = (found: readonly (number | null)[], wanted: readonly (number | null)[] = []) => {
  expect(found.length).toBe(wanted.length);
  for (const [index, value] of wanted.entries()) {
    if (value === null) expect(found[index], `month ${index + 1}`).toBeNull();
    else expect(found[index], `month ${index + 1}`).toBeCloseTo(value, 9);
  }
};

beforeAll(async () => {
  workspace = await openWorkspace();
  const rows = (make: (index: number) => string) => input.leavers.map((_, index) => make(index)).join(', ');
  await workspace.store.transaction(async (session) => {
    await session.run(
      `insert into clean.workforce_snapshot (import_id, row_no, snapshot_date, headcount, fte) values ${rows((i) => `('w', ${i}, '${month(i).to}', ${input.headcountMonthEnd[i]}, ${input.fteMonthEnd[i]})`)}`,
    );
    await session.run(
      `insert into mart.absence_month (import_id, month, reason, term, fte_days_lost, spells) values ${rows((i) => `('a', '${month(i).from}', 'Infections', 'Short term', ${input.fteDaysLost[i]}, 50)`)}`,
    );
    await session.run(
      `insert into clean.leaver by name select 'l' as import_id, range as row_no, 'leaver' as movement, from_date as movement_date, 'day' as movement_precision, 'Resignation' as reason, true as voluntary
       from (values ${rows((i) => `(date '${month(i).from}', ${input.leavers[i]})`)}) as told(from_date, leavers), range(leavers)`,
    );
    await session.run(
      `insert into import by name select 'g' as import_id, 'absence-aggregate' as kind, 'a.csv' as file_name, 'x' as sha256, 1 as bytes, 'plain' as dialect, '{}' as mapping, 30 as rows_read, 30 as rows_accepted, 0 as rows_rejected, 0 as problem_count, '[]' as notes, timestamp '2024-01-01' as imported_at, 'me' as imported_by`,
    );
    await session.run(
      `insert into clean.absence_aggregate (import_id, row_no, period, fte_days_lost, fte_days_available) values ${rows((i) => `('g', ${i}, '${month(i).to}', ${input.fteDaysLost[i]}, ${input.fteDaysAvailable[i]})`)}`,
    );
  });
});
afterAll(() => workspace.close());

describe('rolling twelve months', () => {
  it('divides days lost by the FTE of the first and last day of the twelve months (LG Inform)', async () => {
    near(
      await values('absence-days-per-fte-12-month', { filters: { source: 'spells' } }),
      expected.rollingDaysPerFte_openClose,
    );
  });

  it('is a ratio of sums of days lost and available, and null until twelve months are there', async () => {
    near(
      await values('absence-time-lost-12-month', { filters: { source: 'aggregates' } }),
      expected.rollingSicknessPct,
    );
  });

  it('divides leavers by the mean of thirteen month-ends', async () => {
    near(await values('turnover-12-month'), expected.rollingTurnoverPct_mean13);
  });

  it('takes a month without published numbers for unknown, and one without spells for no sickness', async () => {
    await workspace.store.transaction(async (session) => {
      await session.run(`delete from clean.absence_aggregate where period = '${month(20).to}'`);
      await session.run(`delete from mart.absence_month where month = '${month(20).from}'`);
    });
    const published = await values('absence-days-per-fte-12-month', { filters: { source: 'aggregates' } });
    expect(published.map((value) => value === null)).toEqual(
      published.map((_, index) => index < 12 || index >= 20),
    );
    const spells = await values('absence-days-per-fte-12-month', { filters: { source: 'spells' } });
    const days =
      input.fteDaysLost.slice(18, 30).reduce((sum, one) => sum + one, 0) - (input.fteDaysLost[20] ?? 0);
    const fte = ((input.fteMonthEnd[17] ?? 0) + (input.fteMonthEnd[29] ?? 0)) / 2;
    expect(spells.at(-1)).toBeCloseTo(days / fte, 9);
  });

  it.each(['absence-days-per-fte-12-month', 'absence-time-lost-12-month', 'turnover-12-month'])(
    'draws no control chart of %s, splits it by nothing and says why not to judge by it',
    async (metric) => {
      const figure = await read(metric);
      expect(figure.limits).toEqual([]);
      expect(chartsOf(findMetric(metric))).toEqual([]);
      expect(figure.metric.chart).toBe('line');
      expect(figure.metric.definition).toContain('neighbouring points share eleven months');
      expect(figure.metric.caveat).toContain('A proxy');
      expect(figure.reading).not.toMatch(/improvement|worsening/);
      await expect(read(metric, { split: 'directorate' })).rejects.toMatchObject({ code: 'split-unknown' });
      await expect(read(metric, { grain: 'quarter' })).rejects.toMatchObject({ code: 'grain-unknown' });
    },
  );
});
