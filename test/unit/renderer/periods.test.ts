// Periods of the top bar are the calendar's own.
import { describe, expect, it } from 'vitest';
import { packPeriod, periodChoices, periodLabel, rangeOf } from '../../../src-renderer/periods.ts';
import { parsePeriod, periodOf } from '../../../src-shared/calendar.ts';

const span = { from: '2019-05-10', to: '2025-04-03' };

describe('periods', () => {
  it.each(['2023-06-01', '2024-02-29'])(
    'take the financial and municipal year of %s from the calendar',
    (day) => {
      const fy = periodOf(day, 'financial-year');
      const my = periodOf(day, 'municipal-year');
      expect(rangeOf('fy-2023', span)).toEqual({ from: fy.from, to: fy.to });
      expect(rangeOf('my-2023', span)).toEqual({ from: my.from, to: my.to });
    },
  );

  it('offer every year that holds data, newest first', () => {
    const labels = periodChoices(span).map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['All the data', 'Last 12 months of data', 'Financial year 2025/26']);
    expect(labels).toContain('Financial year 2019/20');
    expect(labels).not.toContain('Financial year 2018/19');
    expect(labels.at(-1)).toBe('Municipal year 2019/20');
  });

  it('end the last 12 months where the data ends', () => {
    expect(rangeOf('last-12', span)).toEqual({ from: '2024-04-04', to: '2025-04-03' });
    expect(rangeOf('last-12', { from: '2023-03-01', to: '2024-02-29' }).from).toBe('2023-03-01');
    expect(rangeOf('last-12', { from: null, to: null })).toEqual({});
  });

  it('are written so that the pack builder reads the same days', () => {
    for (const period of ['fy-2009', 'fy-2024', 'my-2024', 'last-12']) {
      const { from, to } = parsePeriod(packPeriod(period, span));
      expect({ from, to }).toEqual(rangeOf(period, span));
    }
    expect(parsePeriod(packPeriod('all', span))).toMatchObject(span);
    expect(periodLabel('fy-1999')).toBe('Financial year 1999/00');
  });
});
