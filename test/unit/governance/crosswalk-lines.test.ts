import { describe, expect, it } from 'vitest';
import { linesOf, type Step, whyImpossible } from '#core/governance/crosswalk-lines.ts';
import { suggest } from '#core/governance/crosswalk-suggestions.ts';

const step = (old: string, next: string, effective: string): Step => ({ old, new: next, effective });

/** What a name dated a day stands for, read off the lines as the SQL macro reads them. */
const today = (entries: readonly Step[], name: string, day: string): string =>
  linesOf(entries).find(({ key, from, before }) => key === name.toLowerCase() && from <= day && day < before)
    ?.today ?? name;

describe('a crosswalk', () => {
  it('follows a name through one change after another, also where a late row still carries it', () => {
    const entries = [step('A', 'B', '2020-01-01'), step('B', 'C', '2022-01-01')];
    for (const day of ['2018-05-01', '2020-06-01', '2023-06-01']) {
      expect([today(entries, 'A', day), today(entries, 'B', day), today(entries, 'C', day)]).toEqual([
        'C',
        'C',
        'C',
      ]);
    }
  });

  it('is dated: a name that came back is a directorate of its own from that day on', () => {
    const entries = [step('Place', 'City', '2020-01-01'), step('Growth', 'Place', '2023-01-01')];
    expect(today(entries, 'Place', '2019-01-01')).toBe('City');
    expect(today(entries, 'Place', '2022-12-31')).toBe('City');
    expect(today(entries, 'Place', '2023-01-01')).toBe('Place');
    expect(today(entries, 'Growth', '2021-01-01')).toBe('Place');
  });

  it('ends where names are changed forth and back', () => {
    const entries = [
      step('A', 'B', '2020-01-01'),
      step('B', 'A', '2021-01-01'),
      step('A', 'B', '2022-01-01'),
    ];
    for (const name of ['A', 'B']) {
      for (const day of ['2019-01-01', '2020-01-01', '2021-06-01', '2025-01-01']) {
        expect(today(entries, name, day)).toBe('B');
      }
    }
  });

  it('refuses to divide a directorate, and orders of one day that cannot be told', () => {
    const entries = [step('A', 'B', '2020-01-01')];
    expect(whyImpossible(entries, step('a', 'C', '2020-01-01'))).toBe('split');
    expect(whyImpossible(entries, step('A', 'C', '2021-01-01'))).toBe('split');
    expect(whyImpossible(entries, step('A', 'C', '2019-01-01'))).toBe('split');
    expect(whyImpossible(entries, step('B', 'C', '2020-01-01'))).toBe('chain');
    expect(whyImpossible(entries, step('X', 'x ', '2020-01-01'))).toBe('same');
    expect(whyImpossible(entries, step('D', 'B', '2020-01-01'))).toBeNull();
    expect(whyImpossible(entries, step('B', 'C', '2021-01-01'))).toBeNull();
    const back = [...entries, step('D', 'A', '2022-01-01')];
    expect(whyImpossible(back, step('A', 'E', '2023-01-01'))).toBeNull();
  });
});

describe('a suggestion', () => {
  const name = (own: string, first: string, last: string) => ({
    name: own,
    first,
    last,
    firstOfMany: first,
    lastOfMany: last,
  });
  const names = [
    name('Street Services', '2019-03-31', '2022-03-31'),
    name('Neighbourhoods', '2019-03-31', '2022-03-31'),
    name('Economy', '2019-03-31', '2022-03-31'),
    name('City Services', '2023-03-31', '2025-03-31'),
    name('Place and Economy', '2023-03-31', '2025-03-31'),
    name('Corporate Services', '2019-03-31', '2025-03-31'),
  ];
  const title =
    'Street Services and Neighbourhoods merge into City Services; Economy becomes Place and Economy';
  const events = [{ date: '2022-07-01', title }];

  it('is read from an event’s words and the names that end before and begin after it', () => {
    expect(suggest(events, names, []).map(({ old, new: next, effective }) => [old, next, effective])).toEqual(
      [
        ['Neighbourhoods', 'City Services', '2022-07-01'],
        ['Street Services', 'City Services', '2022-07-01'],
        ['Economy', 'Place and Economy', '2022-07-01'],
      ],
    );
  });

  it('is not made of a split, of a directorate that goes on, nor of what is said already', () => {
    const split = [{ date: '2022-07-01', title: 'Economy divides into City Services and Place and Economy' }];
    expect(suggest(split, names, [])).toEqual([]);
    const goesOn = [{ date: '2022-07-01', title: 'Corporate Services joins City Services' }];
    expect(suggest(goesOn, names, [])).toEqual([]);
    const said = [step('economy', 'Place and Economy', '2022-07-01')];
    expect(suggest(events, names, said).map(({ old }) => old)).toEqual(['Neighbourhoods', 'Street Services']);
  });
});
