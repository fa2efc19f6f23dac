// Owns the unit of a figure inside the gate: one group in one period, measured, before anything is hidden.
import type { Period } from '#shared/calendar.ts';
import type { Interval, Suppression } from '#shared/schemas/figure.ts';

/** What was measured. Percentages are on 0 to 100. */
export interface Measurement {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly base: number | null;
  readonly interval: Interval | null;
  readonly suppressed: Suppression | null;
  readonly reason: string | null;
  /** What disclosure control protects: people, answers or cases; and whether there is anything at all. */
  readonly quantity: number;
  readonly present: boolean;
  /** The people it is divided by, where they are known; few of them are protected, too. */
  readonly people: number | null;
  /** The answer scales behind it. */
  readonly scale: string | null;
  /** The survey questions it is of, in order; null for anything but a survey. */
  readonly questions: readonly string[] | null;
  /** The standard deviation of what `value` is the mean of; null where it is not known. Never shown. */
  readonly spread: number | null;
}

export interface Place {
  readonly period: Period;
  /** The group's value on each of the question's cuts. */
  readonly coords: readonly string[];
}

export interface FigureCell extends Place, Measurement {}

/** What was measured at a place. Field by field: copying both objects whole takes twenty times as long. */
export const cellAt = ({ period, coords }: Place, measured: Measurement): FigureCell => ({
  period,
  coords,
  value: measured.value,
  numerator: measured.numerator,
  denominator: measured.denominator,
  base: measured.base,
  interval: measured.interval,
  suppressed: measured.suppressed,
  reason: measured.reason,
  quantity: measured.quantity,
  present: measured.present,
  people: measured.people,
  scale: measured.scale,
  questions: measured.questions,
  spread: measured.spread,
});

/** One text for one group, whatever stands in its names. */
export const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);

/** A measurement of nothing, from which every other is made. */
export const nothing: Measurement = {
  value: null,
  numerator: null,
  denominator: null,
  base: null,
  interval: null,
  suppressed: null,
  reason: null,
  quantity: 0,
  present: false,
  people: null,
  scale: null,
  questions: null,
  spread: null,
};
