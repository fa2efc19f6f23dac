// Owns the headline of a chart: whether the points since adoption ran on one side of the mean before it.
// The rule: the mean is frozen at adoption whatever was rebased at it or since, so that no rebase hides a change.
import type { Metric } from '#core/metrics/metric.ts';
import { postAdoptionShift } from '#core/stats/index.ts';
import type { AdoptionRun } from '#shared/schemas/figure.ts';
import type { ChartChoices } from './chart-settings.ts';
import type { SegmentedCell } from './series.ts';

/**
 * The headline of one segment that lies on both sides of adoption; null where it does not. A rebase before
 * adoption starts the baseline; the period that holds the day of adoption stands on neither side.
 */
export function adoptionRunOf(
  segment: readonly SegmentedCell[],
  group: string | null,
  { card }: Metric,
  { judging, rebases }: ChartChoices,
  adoptionDate: string,
): AdoptionRun | null {
  const start = rebases.filter(({ date }) => date < adoptionDate).at(-1)?.date ?? '';
  const cells = segment.filter(
    ({ period }) => period.from >= start && (period.to < adoptionDate || period.from >= adoptionDate),
  );
  const baselineN = cells.filter(({ period }) => period.to < adoptionDate).length;
  if (baselineN === 0 || baselineN === cells.length) return null;
  const found = postAdoptionShift(
    cells.map(({ value }) => value),
    { baselineN, improvementDirection: card.direction, runLength: judging.runLength },
  );
  const [first, last] = found.run ? [cells[found.run.start], cells[found.run.end - 1]] : [];
  const run = first && last ? { from: first.period.from, to: last.period.to } : null;
  const { runLength } = judging;
  return {
    group,
    segment: cells[0]?.segment ?? 0,
    runLength,
    verdict: found.verdict,
    before: found.before,
    after: found.after,
    run,
  };
}
