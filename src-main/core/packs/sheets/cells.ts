// Owns how a point of a figure stands in a cell, and the words for what two points say of each other.
// The rule: what is hidden stays a mark, and no word is made from a hidden value.
import type { FigurePoint } from '#shared/schemas/figure.ts';
import type { Cell } from '../model.ts';

const fewAnswers = /^\S+ of \S+$/;

/** A value, or the mark of why there is none; a percentage of few answers is of low reliability. */
export function valueCell(point: FigurePoint | undefined): Cell {
  if (point?.suppressed) return { symbol: point.suppressed };
  if (point === undefined || point.value === null) return { symbol: 'x' };
  return fewAnswers.test(point.shown) ? { symbol: 'u' } : point.value;
}

/** A number that goes with a point, such as its base; marked as the point is where that is hidden. */
export function partCell(point: FigurePoint | undefined, part: number | null | undefined): Cell {
  if (point?.suppressed === 'c') return { symbol: 'c' };
  return part ?? { symbol: point === undefined ? 'x' : (point.suppressed ?? 'x') };
}

const isShown = (point: FigurePoint | undefined): point is FigurePoint & { value: number } =>
  point !== undefined && point.suppressed === null && point.value !== null;

/** "Up", "Down" or "Level"; null unless both values are shown and stand on one unbroken line. */
export function direction(
  now: FigurePoint | undefined,
  before: FigurePoint | undefined,
): 'Up' | 'Down' | 'Level' | null {
  if (!isShown(now) || !isShown(before) || now.segment !== before.segment) return null;
  if (now.shown === before.shown) return 'Level';
  return now.value > before.value ? 'Up' : 'Down';
}

/** "Up from 9", "Down from 12", "Level at 7", or why the two are not compared. */
export function changeText(now: FigurePoint | undefined, before: FigurePoint | undefined): string {
  const way = direction(now, before);
  if (way !== null) return `${way} ${way === 'Level' ? 'at' : 'from'} ${before?.shown ?? ''}`;
  if (now?.suppressed === 'c' || before?.suppressed === 'c') return 'Not told: a number is hidden';
  if (isShown(now) && isShown(before)) return 'Not compared: the series breaks between them';
  return 'No earlier number';
}

/** "47 cases", "62% favourable", "34 days": never a bare number, which would be a number stored as text. */
export function shownWithUnit({ shown }: FigurePoint, unit: string): string {
  if (/[a-z]/i.test(shown)) return fewAnswers.test(shown) ? `${shown} answers` : shown;
  return `${shown} ${shown.endsWith('%') ? unit.replace(/^per cent /, '') : unit}`;
}

/** What a reading says besides the number, which its first sentence tells: "No clear change since …". */
export function verdict(reading: string): string {
  const end = reading.indexOf('. ');
  return end === -1 ? 'Not compared with an earlier wave.' : reading.slice(end + 2);
}

/** Whether a column tells anything: a number other than 0. */
export const tells = (cells: readonly Cell[]): boolean =>
  cells.some((cell) => typeof cell === 'number' && cell !== 0);

/** The sentence about columns that were left out because they tell nothing. */
export const leftOut = (headers: readonly string[]): string[] =>
  headers.length === 0
    ? []
    : [`Left out, because no number in them other than 0 may be shown: ${headers.join('; ')}.`];
