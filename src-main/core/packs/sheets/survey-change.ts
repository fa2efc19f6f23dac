// Owns the words for what a survey's percentage says against the wave before it.
// The rule: a change is the figure's own, with its interval; of a hidden number no word is said.
import type { FigurePoint } from '#shared/schemas/figure.ts';

const points = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const size = (value: number): string => points.format(Math.abs(value));
const way = (value: number): string => (value > 0 ? 'up' : value < 0 ? 'down' : 'level');
const moved = (value: number): string =>
  size(value) === '0' ? 'level' : `${way(value)} ${size(value)} points`;

/** "Up 21 points", "No clear change (down 2 points)", or why the two are not compared. */
export function changeWords(now: FigurePoint, before: FigurePoint | undefined): string {
  if (before === undefined) return 'Not asked before';
  if (now.suppressed === 'c' || before.suppressed === 'c') return 'Not told: a number is hidden';
  if (now.segment !== before.segment) return 'Not compared: the series breaks between them';
  if (now.change === null) return 'Too few answers to compare';
  const { value, verdict } = now.change;
  if (verdict === 'no-clear-change') return `No clear change (${moved(value)})`;
  return `${verdict === 'higher' ? 'Up' : 'Down'} ${size(value)} points`;
}

/** "Higher than on 5 June 2023, by 8 to 33 points.", with 95 per cent confidence. */
export function changeStatement({ suppressed, change }: FigurePoint): string {
  if (suppressed === 'c') return 'Hidden: too few answers.';
  if (change === null) return 'Not compared with an earlier wave.';
  const { verdict, since, interval, compared } = change;
  const [lower, upper] = [interval.lower, interval.upper];
  if (verdict === 'higher') return `Higher than on ${since}, by ${size(lower)} to ${size(upper)} points.`;
  if (verdict === 'lower') return `Lower than on ${since}, by ${size(upper)} to ${size(lower)} points.`;
  if (lower > 0 || upper < 0)
    return `No clear change since ${since}, allowing for the ${compared} comparisons.`;
  return `No clear change since ${since}: between ${size(lower)} down and ${size(upper)} up.`;
}
