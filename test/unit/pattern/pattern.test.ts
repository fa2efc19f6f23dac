// The cumulative rule on hand-worked cases: windows roll, linked cases are one event, small counts are not told.
import { describe, expect, it } from 'vitest';
import { eventsOf, type InformalCase } from '#core/pattern/events.ts';
import { countsForNothing, formalMeasures, informalMeasures } from '#core/pattern/measures.ts';
import { safeCount } from '#core/pattern/published.ts';
import { patternIn } from '#core/pattern/windows.ts';
import { sanctions, supports } from '#shared/vocabulary/conduct.ts';
import { outcomes } from '#shared/vocabulary/incidents.ts';

const on = (...dates: string[]) => dates.map((date) => ({ date }));
const rule = { interventions: 3, months: 12 };

describe('a rolling window', () => {
  it('flags three in twelve months from whichever day, and not two', () => {
    expect(patternIn(on('2023-03-10', '2023-09-01'), rule)).toBeNull();
    const held = patternIn(on('2021-01-01', '2023-03-10', '2023-09-01', '2024-03-09'), rule);
    expect(held).toEqual({ events: on('2023-03-10', '2023-09-01', '2024-03-09'), count: 3 });
  });

  it('ends the day before the same day of the last month', () => {
    expect(patternIn(on('2023-03-10', '2023-09-01', '2024-03-10'), rule)).toBeNull();
    expect(
      patternIn(on('2023-08-31', '2023-12-01', '2024-02-28'), { interventions: 3, months: 6 })?.count,
    ).toBe(3);
    expect(
      patternIn(on('2023-08-31', '2023-12-01', '2024-02-29'), { interventions: 3, months: 6 }),
    ).toBeNull();
  });

  it('tells every event that stands in a window with enough, and the most of one window', () => {
    const dates = on('2020-01-01', '2020-06-01', '2020-11-01', '2021-05-01', '2021-06-01', '2024-01-01');
    const held = patternIn(dates, rule);
    expect(held?.events).toEqual(dates.slice(0, 5));
    expect(held?.count).toBe(3);
    expect(
      patternIn(
        [...dates.slice(0, 5), { date: '2021-05-20' }].sort((a, b) => a.date.localeCompare(b.date)),
        rule,
      )?.count,
    ).toBe(4);
  });

  it('counts several on one day', () => {
    expect(
      patternIn(on('2023-01-01', '2023-01-01', '2023-01-01'), { interventions: 3, months: 1 })?.count,
    ).toBe(3);
  });
});

const one = (reference: string, date: string, links: string[] | null = null): InformalCase => ({
  pseudonym: 'p-1',
  case: reference,
  role: null,
  date,
  dateOf: 'closed',
  measures: ['Words of advice'],
  givenBy: 'Monitoring Officer',
  links,
});
const casesIn = (cases: InformalCase[]) => eventsOf(cases).map((event) => event.cases);

describe('one event', () => {
  it('is one case, or all the cases of one group, dated by the first', () => {
    expect(casesIn([one('A', '2023-01-01'), one('B', '2023-02-01')])).toEqual([['A'], ['B']]);
    const [event, ...others] = eventsOf([one('B', '2023-02-01', ['G 7']), one('A', '2023-01-01', ['g  7'])]);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ cases: ['A', 'B'], date: '2023-01-01', outcome: 'Words of advice' });
  });

  it('is joined by another case’s reference, over several, and from either side', () => {
    expect(
      casesIn([one('C', '2023-03-01', ['a']), one('A', '2023-01-01'), one('B', '2023-02-01', ['C; A'])]),
    ).toEqual([['A', 'B', 'C']]);
  });

  it('is not made by words that name no group', () => {
    const links = ['No', 'n/a', 'None', '-', 'yes', 'unknown'];
    expect(casesIn(links.map((link, at) => one(`C${at}`, '2023-01-01', [link])))).toHaveLength(links.length);
  });

  it('tells everything that was done and who gave it, once', () => {
    const [event] = eventsOf([
      { ...one('A', '2023-01-01', ['G']), givenBy: 'Monitoring Officer; Group Whip' },
      { ...one('B', '2023-01-02', ['G']), measures: ['Training'], givenBy: null },
    ]);
    expect(event).toMatchObject({
      outcome: 'Words of advice; Training',
      givenBy: 'Monitoring Officer; Group Whip',
    });
  });
});

it('only 0 and as many as are enough are told', () => {
  const told = (least: number) => [0, 1, 4, 5, 6, 12].map((people) => safeCount(people, least));
  const hidden = '1 to 4: not shown';
  expect(told(5)).toEqual(['0', hidden, hidden, '5', '6', '12']);
  expect(told(6)[3]).toBe('1 to 5: not shown');
});

it('every measure is a word of the lists, and none is two things', () => {
  const known = new Set(
    [outcomes, sanctions, supports].flatMap(({ terms }) => terms.map(({ label }) => label)),
  );
  const all = [...informalMeasures, ...formalMeasures, ...countsForNothing];
  expect(all.filter((word) => !known.has(word))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});
