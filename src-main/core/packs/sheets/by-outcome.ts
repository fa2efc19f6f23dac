// Owns the sheet By_outcome: how the cases of the period ended.
import { groupedCases } from './by-group.ts';
import type { PackSheet } from './sheet.ts';

export const byOutcome: PackSheet = {
  id: 'By_outcome',
  title: 'Cases by outcome',
  definition:
    'Cases of the period by outcome so far, beside the period before and by tier, with a balance line.',
  build: (context) =>
    groupedCases(context, {
      name: 'By_outcome',
      table: 'cases_by_outcome',
      title: 'Cases by outcome so far',
      split: 'outcome',
      tierSplit: 'outcome-tier',
      heading: 'Outcome',
      description:
        'Cases received in the period by their outcome as the log stands now. Recent cases may still change. Shares and stages are left out: with numbers this small most would be hidden.',
      slices: [],
      total: 'cases',
      adds: true,
    }),
};
