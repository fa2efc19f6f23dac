import { describe, expect, it } from 'vitest';
import { partsOf } from '#core/figures/window.ts';

const data = { from: '2022-06-10', to: '2025-02-20' };
const grains = ['month', 'quarter', 'financial-year', 'all'] as const;
const parts = (from: string, to: string) =>
  partsOf({ from, to }, data, grains)?.map(({ grain, period }) => `${grain} ${period.from}`);

describe('partsOf', () => {
  it('takes all the data as one', () => {
    expect(parts('2022-06-01', '2025-02-28')).toEqual(['all 2022-06-10']);
    expect(parts('0001-01-01', '9999-12-31')).toEqual(['all 2022-06-10']);
  });

  it('takes the longest periods that lie in the span', () => {
    expect(parts('2023-05-01', '2024-04-30')).toEqual([
      'month 2023-05-01',
      'month 2023-06-01',
      'quarter 2023-07-01',
      'quarter 2023-10-01',
      'quarter 2024-01-01',
      'month 2024-04-01',
    ]);
    expect(parts('2023-04-01', '2024-06-30')).toEqual(['financial-year 2023-04-01', 'quarter 2024-04-01']);
  });

  it('takes the first and last year whole where the span holds all that there is of them', () => {
    expect(parts('2022-06-01', '2023-03-31')).toEqual(['financial-year 2022-04-01']);
    expect(parts('2024-04-01', '2025-02-28')).toEqual(['financial-year 2024-04-01']);
  });

  it('cannot make up a span without months', () => {
    expect(partsOf({ from: '2023-05-01', to: '2023-06-30' }, data, ['financial-year'])).toBeNull();
  });

  it('has nothing where the span and the data do not meet', () => {
    expect(parts('2019-01-01', '2019-12-31')).toEqual([]);
  });
});
