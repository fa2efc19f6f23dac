// Owns the period by which a sheet is told whose figures are not told by the pack's own.
// The rule: it is the financial year in which the pack's period ends, and the sheet says so.
import { metricCards } from '#core/figures/index.ts';
import { addDays, periodOf } from '#shared/calendar.ts';
import { notRecorded, valuesOf } from './asking.ts';
import type { PackContext, PackPoint } from './sheet.ts';

/** The context with the pack's period, where every one of the metrics is told by such periods, or with the year. */
export function fitting(context: PackContext, ...metrics: readonly [string, ...string[]]): PackContext {
  const { span } = context;
  const told = metrics.every((metric) =>
    metricCards.find(({ id }) => id === metric)?.grains.includes(span.grain),
  );
  if (told && span.grain !== 'all') return context;
  const period = periodOf(span.period.to, 'financial-year');
  const previous = periodOf(addDays(period.from, -1), 'financial-year');
  return { ...context, span: { ...span, grain: 'financial-year', period, previous } };
}

/** Which year a sheet is of, where it is not of the pack's period. */
export const periodLine = (context: PackContext, own: PackContext): string[] =>
  own === context
    ? []
    : [
        `These figures are told by whole periods: this sheet is of ${own.span.period.title}, the financial year in which the period of the pack ends.`,
      ];

/** Groups with a hidden number, or one other than 0, by name; "Not recorded" last. */
export function groupsThere(...points: readonly (readonly PackPoint[])[]): string[] {
  const there = points.flat().filter(({ suppressed, value }) => suppressed === 'c' || (value ?? 0) !== 0);
  return valuesOf(there).sort(
    (a, b) => Number(a === notRecorded) - Number(b === notRecorded) || a.localeCompare(b, 'en-GB'),
  );
}

/** Rows of a sheet by directorate: each of them, then the whole council (null). */
export const withWhole = (groups: readonly string[]): (string | null)[] =>
  groups.length === 0 ? [] : [...groups, null];

export const wholeCouncil = 'Total, whole council';
