import { describe, expect, it } from 'vitest';
import { addDays, addMonths, formatDate, parsePeriod, periodOf, periodsBetween } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';

describe('parsePeriod', () => {
  it.each([
    ['2024/25', '2024-04-01', '2025-03-31', '2024/25'],
    ['2024-25', '2024-04-01', '2025-03-31', '2024/25'],
    ['1999/00', '1999-04-01', '2000-03-31', '1999/00'],
    ['2024-25 Q2', '2024-07-01', '2024-09-30', 'Q2 2024/25'],
    ['2024/25 q4', '2025-01-01', '2025-03-31', 'Q4 2024/25'],
    ['Q1 2024/25', '2024-04-01', '2024-06-30', 'Q1 2024/25'],
    ['2024', '2024-01-01', '2024-12-31', '2024'],
    ['2024-02', '2024-02-01', '2024-02-29', 'February 2024'],
    ['2009-10', '2009-10-01', '2009-10-31', 'October 2009'],
    ['2009/10', '2009-04-01', '2010-03-31', '2009/10'],
    ['2024/25 municipal year', '2024-05-01', '2025-04-30', '2024/25 municipal year'],
    ['2024-04-01..2025-03-31', '2024-04-01', '2025-03-31', '1 April 2024 to 31 March 2025'],
  ])('reads %s', (text, from, to, title) => {
    expect(parsePeriod(text)).toEqual({ from, to, title });
  });

  it.each([
    '',
    'last year',
    '2024/26',
    '2024-13',
    '2024-25 Q5',
    '2024-02-30..2024-03-01',
    '2025-01-01..2024-01-01',
  ])('refuses %j with period-invalid', (text) => {
    expect(() => parsePeriod(text)).toThrow(AppError);
    expect(() => parsePeriod(text)).toThrow(`The period ${text} was not understood.`);
  });
});

describe('periodsBetween', () => {
  it('names months, and takes a period that is only touched whole', () => {
    expect(periodsBetween('2024-11-30', '2025-01-01', 'month')).toEqual([
      { from: '2024-11-01', to: '2024-11-30', title: 'November 2024' },
      { from: '2024-12-01', to: '2024-12-31', title: 'December 2024' },
      { from: '2025-01-01', to: '2025-01-31', title: 'January 2025' },
    ]);
  });

  it('starts quarters and financial years in April, municipal years in May', () => {
    expect(periodsBetween('2024-03-31', '2024-04-01', 'quarter').map((p) => p.title)).toEqual([
      'Q4 2023/24',
      'Q1 2024/25',
    ]);
    expect(periodsBetween('2024-03-31', '2024-04-01', 'financial-year').map((p) => p.title)).toEqual([
      '2023/24',
      '2024/25',
    ]);
    expect(periodsBetween('2024-04-30', '2024-05-01', 'municipal-year')).toEqual([
      { from: '2023-05-01', to: '2024-04-30', title: '2023/24 municipal year' },
      { from: '2024-05-01', to: '2025-04-30', title: '2024/25 municipal year' },
    ]);
  });

  it('gives one span for all, nothing for an empty span, and refuses waves', () => {
    expect(periodsBetween('2024-01-05', '2024-02-06', 'all')).toEqual([
      { from: '2024-01-05', to: '2024-02-06', title: '5 January 2024 to 6 February 2024' },
    ]);
    expect(periodsBetween('2024-02-06', '2024-01-05', 'month')).toEqual([]);
    expect(() => periodsBetween('2024-01-01', '2024-01-01', 'wave')).toThrow(RangeError);
  });
});

describe('dates', () => {
  it('writes and moves them', () => {
    expect(formatDate('2026-03-31')).toBe('31 March 2026');
    expect(periodOf('2024-10-14', 'wave').title).toBe('14 October 2024');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -13)).toBe('2023-02-28');
    expect(addMonths('2024-12-15', 1)).toBe('2025-01-15');
  });
});
