// Owns how a point of a figure stands in a cell, and the words for what two points say of each other.
// The rule: what is hidden stays a mark, and no word is made from a hidden value.

import { type DraftCell, plain, traced } from './draft.ts';
import type { PackPoint } from './sheet.ts';

const fewAnswers = /^\S+ of \S+$/;

/** A value, or the mark of why there is none; a percentage of few answers is of low reliability. */
export function valueCell(point: PackPoint | undefined): DraftCell {
  if (point?.suppressed) return traced({ symbol: point.suppressed }, 'value', point);
  if (point === undefined || point.value === null) return traced({ symbol: 'x' }, 'value', point);
  return traced(fewAnswers.test(point.shown) ? { symbol: 'u' } : point.value, 'value', point);
}

const parts = {
  base: ({ base }: PackPoint) => base,
  numerator: ({ numerator }: PackPoint) => numerator,
  denominator: ({ denominator }: PackPoint) => denominator,
  lower: ({ interval }: PackPoint) => interval?.lower,
  upper: ({ interval }: PackPoint) => interval?.upper,
} as const;

/** A number that goes with a point, such as its base; marked as the point is where that is hidden. */
export function partCell(point: PackPoint | undefined, part: keyof typeof parts): DraftCell {
  if (point === undefined) return { symbol: 'x' };
  const value = point.suppressed === 'c' ? null : parts[part](point);
  return traced(value ?? { symbol: point.suppressed ?? 'x' }, part, point);
}

/** Words made by rule from points. */
export const wordsCell = (words: string, ...points: readonly (PackPoint | undefined)[]): DraftCell =>
  traced(words, 'words', ...points);

const isShown = (point: PackPoint | undefined): point is PackPoint & { value: number } =>
  point !== undefined && point.suppressed === null && point.value !== null;

/** "Up", "Down" or "Level"; null unless both values are shown and stand on one unbroken line. */
export function direction(
  now: PackPoint | undefined,
  before: PackPoint | undefined,
): 'Up' | 'Down' | 'Level' | null {
  if (!isShown(now) || !isShown(before) || now.segment !== before.segment) return null;
  if (now.shown === before.shown) return 'Level';
  return now.value > before.value ? 'Up' : 'Down';
}

/** "Up from 9", "Down from 12", "Level at 7", or why the two are not compared. */
export function changeText(now: PackPoint | undefined, before: PackPoint | undefined): string {
  const way = direction(now, before);
  if (way !== null) return `${way} ${way === 'Level' ? 'at' : 'from'} ${before?.shown ?? ''}`;
  if (now?.suppressed === 'c' || before?.suppressed === 'c') return 'Not told: a number is hidden';
  if (isShown(now) && isShown(before)) return 'Not compared: the series breaks between them';
  return 'No earlier number';
}

export const changeCell = (now: PackPoint | undefined, before: PackPoint | undefined): DraftCell =>
  wordsCell(changeText(now, before), now, before);

/** "47 cases", "62% favourable", "34 days": never a bare number, which would be a number stored as text. */
export function shownWithUnit({ shown }: PackPoint, unit: string): string {
  if (/[a-z]/i.test(shown)) return fewAnswers.test(shown) ? `${shown} answers` : shown;
  return `${shown} ${shown.endsWith('%') ? unit.replace(/^per cent /, '') : unit}`;
}

/** What a reading says besides the number, which its first sentence tells: "No clear change since …". */
export function verdict(reading: string): string {
  const end = reading.indexOf('. ');
  return end === -1 ? 'Not compared with an earlier wave.' : reading.slice(end + 2);
}

/** Whether a column tells anything: a number other than 0. */
export const tells = (cells: readonly DraftCell[]): boolean =>
  cells.map(plain).some((cell) => typeof cell === 'number' && cell !== 0);

/** The sentence about columns that were left out because they tell nothing. */
export const leftOut = (headers: readonly string[]): string[] =>
  headers.length === 0
    ? []
    : [`Columns left out, because no number in them other than 0 may be shown: ${headers.join('; ')}.`];
