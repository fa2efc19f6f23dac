// Owns the sheet Headlines: what the Director of People Services looks at first.

import { measureSheet } from './measure-sheet.ts';
import { absenceMeasure, incidentMeasure, turnoverMeasure } from './measures.ts';

export const headlines = measureSheet({
  id: 'Headlines',
  title: 'Headlines',
  definition:
    'Latest, previous and rolling numbers of each measure of the whole council, with target, variation, assurance and a statement.',
  name: 'headlines_by_measure',
  description:
    'One row for each measure of the whole council: its latest number, the one before, and over twelve months where there is such a figure. Variation and assurance are what the control chart of the measure, by month or by quarter, says of its latest point; measures without a chart are not judged. Units stand with the names.',
  left: 'Left out, because Candour imports no comparators: benchmark and benchmark source. A target is shown where one is set for the control chart.',
  measures: [
    { metric: 'headcount' },
    { metric: 'absence-days-per-fte', rolling: 'absence-days-per-fte-12-month', chart: absenceMeasure },
    { metric: 'absence-stress-share' },
    { metric: 'turnover', rolling: 'turnover-12-month', chart: turnoverMeasure },
    { metric: 'turnover-voluntary' },
    { metric: 'incidents', chart: incidentMeasure },
    { metric: 'incident-rate' },
    { metric: 'appraisal-coverage' },
    { metric: 'appraisal-signed' },
    { metric: 'induction-in-time' },
    { metric: 'training-completed' },
  ],
  theme: 'all',
  mechanism: 'trends',
});
