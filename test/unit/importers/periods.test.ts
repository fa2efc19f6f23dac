import { describe, expect, it } from 'vitest';
import { readPeriod } from '#core/importers/periods.ts';
import { periodColumns } from '#core/importers/series.ts';

describe('periods', () => {
  it.each([
    ['2023/24', '2023/24', '2023-04-01'],
    ['2023-24', '2023/24', '2023-04-01'],
    ['2023/2024', '2023/24', '2023-04-01'],
    ['23/24', '2023/24', '2023-04-01'],
    ['1999/00', '1999/00', '1999-04-01'],
    ['FY 2023/24', '2023/24', '2023-04-01'],
    ['2009/10', '2009/10', '2009-04-01'],
    ['2009-10', '2009-10', '2009-10-01'],
    ['2023-04', '2023-04', '2023-04-01'],
    ['Q1 2023/24', 'Q1 2023/24', '2023-04-01'],
    ['2023/24 Q4', 'Q4 2023/24', '2024-01-01'],
    ['Quarter 3, 2023-24', 'Q3 2023/24', '2023-10-01'],
    ['2023', '2023', '2023-01-01'],
    ['March 2024', '2024-03', '2024-03-01'],
    ['14/10/2019', '2019-10-14', '2019-10-14'],
  ])('%s is %s from %s', (text, label, start) => {
    expect(readPeriod(text, 'dmy')).toEqual({ label, start });
  });

  it.each(['FY24', '2023/25', 'last year', '', 'Q5 2023/24', '2020/21/22'])('%j is none', (text) => {
    expect(readPeriod(text, 'dmy')).toBeNull();
  });

  it('takes headings for periods only where there are two, and never a plain number', () => {
    expect(periodColumns(['Label', '2019', '2020/21', '2020 change', '45678'])).toEqual([
      { column: 1, label: '2019', start: '2019-01-01' },
      { column: 2, label: '2020/21', start: '2020-04-01' },
    ]);
    expect(periodColumns(['Label', '2019'])).toEqual([]);
  });
});
