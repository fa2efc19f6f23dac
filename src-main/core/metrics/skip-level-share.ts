// Owns the figure "skip-level-share": how many of the cases went straight to the chief officer.
import { partMetric } from './incident-part.ts';

export const skipLevelShare = partMetric({
  part: 'skip-level',
  of: { cut: 'skip-level', groups: ['Yes', 'No'] },
  lacks: 'whether it went straight to the chief officer',
  words: {
    id: 'skip-level-share',
    title: 'Straight to the chief officer',
    definition:
      'Of the cases received in the period that record it, the percentage in which somebody went straight to the chief officer instead of those who own the matter.',
    unit: 'per cent of cases that record it',
    clause: 'Section VII, drawing in advice without adding pressure',
    caveat:
      'Going straight to the chief officer can be right where it is serious: it has no good or bad direction.',
  },
});
