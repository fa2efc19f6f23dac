// Owns the headline beside the model: have the points since adoption stayed on one side of the mean before?
import type { Metric } from '#core/metrics/metric.ts';
import { postAdoptionShift, type ShiftVerdict } from '#core/stats/post-adoption-shift.ts';
import type { AdoptionShift, AdoptionVerdict } from '#shared/schemas/adoption.ts';
import type { AdoptionSeries } from './adoption-series.ts';
import { verdictText } from './adoption-words.ts';
import { writeValue } from './shown.ts';

const codes: Readonly<Record<ShiftVerdict, AdoptionVerdict>> = {
  consistent_with_improvement: 'consistent-with-improvement',
  consistent_with_worsening: 'consistent-with-worsening',
  shifted_higher: 'higher',
  shifted_lower: 'lower',
  no_clear_change: 'no-clear-change',
  too_little_data: 'too-little-data',
};

/** Seven points running on one side of the mean frozen before adoption; transition periods left out. */
export function adoptionShift({ points }: AdoptionSeries, { card, format }: Metric): AdoptionShift {
  const judged = points.filter(({ phase }) => phase === 'before' || phase === 'after');
  const values = judged.map(({ point }) => (point.suppressed === null ? point.value : null));
  const baselineN = judged.filter(({ phase }) => phase === 'before').length;
  const found = postAdoptionShift(values, { baselineN, improvementDirection: card.direction });
  const verdict = codes[found.verdict];
  const mean = found.baselineMean === null ? '' : ` (${writeValue(found.baselineMean, format)})`;
  const [first, last] = [judged[found.run?.start ?? -1], judged[(found.run?.end ?? 0) - 1]];
  const run = first && last ? { from: first.point.from, to: last.point.to } : null;
  const where =
    first && last
      ? `${first.point.period} to ${last.point.period} lie on one side of`
      : 'No seven points running lie on one side of';
  const text =
    verdict === 'too-little-data'
      ? `Shift since adoption: too little data (${found.before} before and ${found.after} after; 12 and 7 are wanted).`
      : `Shift since adoption: ${verdictText(verdict)}. ${where} the mean before adoption${mean}.`;
  return { verdict, text, baselineMean: found.baselineMean, run };
}
