import { describe, expect, it } from 'vitest';
import { orderEvidence, readDate } from '#core/importers/dates.ts';

const day = (iso: string) => ({ kind: 'date', iso, precision: 'day' });

describe('readDate', () => {
  it.each([
    ['31/03/2026', day('2026-03-31')],
    ['1/4/26', day('2026-04-01')],
    ['01-Apr-23', day('2023-04-01')],
    ['1 April 2023', day('2023-04-01')],
    ['April 3, 2023', day('2023-04-03')],
    ['2023-04-01T09:30:00+00', day('2023-04-01')],
    ['2020/06/05 11:34:01 AM EST', day('2020-06-05')],
    ['24/03/2020 9:08:27 PM', day('2020-03-24')],
    ['43290.53487', day('2018-07-09')],
    ['29/02/2024', day('2024-02-29')],
    ['2023-04', { kind: 'date', iso: '2023-04-01', precision: 'month' }],
    ['08/2012', { kind: 'date', iso: '2012-08-01', precision: 'month' }],
    ['January 2022', { kind: 'date', iso: '2022-01-01', precision: 'month' }],
    ['1998', { kind: 'date', iso: '1998-01-01', precision: 'year' }],
    ['31/02/2023', { kind: 'unreadable' }],
    ['29/02/2023', { kind: 'unreadable' }],
    ['31/12/4712', { kind: 'none', why: 'sentinel' }],
    ['30/12/1899', { kind: 'none', why: 'sentinel' }],
    ['Not Stated', { kind: 'none', why: 'not-stated' }],
    ['  ', { kind: 'none', why: 'blank' }],
    ['soon', { kind: 'unreadable' }],
  ])('reads %s day first', (text, expected) => {
    expect(readDate(text, 'dmy')).toEqual(expected);
  });

  it('reads month first when told to', () => {
    expect(readDate('1/15/2018', 'mdy')).toEqual(day('2018-01-15'));
    expect(readDate('1/15/2018', 'dmy')).toEqual({ kind: 'unreadable' });
  });

  it('says what a date shows of its order', () => {
    expect(['13/1/2020', '1/13/2020', '2/1/2020', '3/3/2020', '2020-01-13'].map(orderEvidence)).toEqual([
      'dmy',
      'mdy',
      'either',
      null,
      null,
    ]);
  });
});
