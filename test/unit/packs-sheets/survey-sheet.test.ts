// The words and charts of Culture_survey by themselves: what is said of a change, how questions share charts.
import { expect, it } from 'vitest';
import { changeStatement, changeWords } from '#core/packs/sheets/survey-change.ts';
import { answerCharts } from '#core/packs/sheets/survey-charts.ts';
import type { Change } from '#shared/schemas/figure.ts';
import { point } from './figures.ts';

const on = (parts: object) =>
  point({ from: '2024-02-05', to: '2024-02-05', period: '5 February 2024', value: 50, ...parts });
const change = (verdict: Change['verdict'], value: number, lower: number, upper: number): Change => ({
  value,
  interval: { lower, upper, level: 0.95, method: 'Newcombe' },
  p: 0.5,
  adjustedP: 0.5,
  compared: 1,
  verdict,
  since: '1 March 2021',
});

it('says of a change what its interval says', () => {
  const before = on({});
  const down = on({ change: change('lower', -12.04, -20.26, -3.5) });
  expect([changeWords(down, before), changeStatement(down)]).toEqual([
    'Down 12 points',
    'Lower than on 1 March 2021, by 3.5 to 20.3 points.',
  ]);
  const still = on({ change: change('no-clear-change', 2.2, -5, 9) });
  expect([changeWords(still, before), changeStatement(still)]).toEqual([
    'No clear change (up 2.2 points)',
    'No clear change since 1 March 2021: between 5 down and 9 up.',
  ]);
  expect(changeWords(on({ change: change('no-clear-change', 0.01, -5, 5) }), before)).toBe(
    'No clear change (level)',
  );
});

it('says why there is none', () => {
  const hidden = on({ suppressed: 'c', value: null });
  expect(changeWords(hidden, on({}))).toBe('Not told: a number is hidden');
  expect(changeWords(on({}), hidden)).toBe('Not told: a number is hidden');
  expect(changeWords(on({}), on({}))).toBe('Too few answers to compare');
  expect(changeWords(on({ segment: 1 }), on({}))).toBe('Not compared: the series breaks between them');
  expect(changeWords(on({}), undefined)).toBe('Not asked before');
});

it('draws at most twelve questions a chart, whole themes together, and surveys apart', () => {
  const theme = (survey: string, name: string, questions: number) =>
    Array.from({ length: questions }, () => ({ survey, theme: name, wave: '2024-02-05', now: on({}) }));
  const { charts, lines } = answerCharts([
    ...theme('Staff', 'A', 5),
    ...theme('Staff', 'B', 7),
    ...theme('Staff', 'C', 1),
    ...theme('Staff', 'D', 14),
    ...theme('Members', 'A', 2),
  ]);
  expect(charts.map(({ rows }) => [rows?.from, rows?.to])).toEqual([
    [0, 12],
    [12, 13],
    [13, 25],
    [25, 27],
    [27, 29],
  ]);
  expect(charts[0]?.title).toBe('Staff, 5 February 2024: A; B');
  expect(lines).toEqual([]);
  const many = answerCharts(Array.from({ length: 8 }, (_, index) => theme('Staff', `T${index}`, 9)).flat());
  expect(many.charts).toHaveLength(6);
  expect(many.lines[0]).toContain('first 6 groups of questions');
});
