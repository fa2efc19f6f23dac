// Owns the sheet By_outcome: how the cases of the period ended.
import { groupedCases } from './by-group.ts';
import type { PackSheet } from './sheet.ts';

export const byOutcome: PackSheet = {
  id: 'By_outcome',
  title: 'Cases by outcome',
  definition:
    'Cases of the period by outcome so far with their share, by stage where that may be shown, beside the period before and by tier, with a balance line.',
  build: (context) =>
    groupedCases(context, {
      name: 'By_outcome',
      table: 'cases_by_outcome',
      title: 'Cases by outcome so far',
      split: 'outcome',
      heading: 'Outcome',
      finer: { split: 'stage-outcome', heading: 'Stage' },
      shares: true,
      description:
        'Cases received in the period by their outcome as the log stands now. Recent cases may still change. The share is of all cases received in the period, and is hidden where the number is.',
      slices: [],
      total: 'cases',
      adds: true,
    }),
};
