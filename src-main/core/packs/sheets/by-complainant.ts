// Owns the sheet By_complainant: who raised the cases of the period, by role.
import { groupedCases } from './by-group.ts';
import type { PackSheet } from './sheet.ts';

export const byComplainant: PackSheet = {
  id: 'By_complainant',
  title: 'Cases by who raised them',
  definition: 'Cases of the period by the role of who raised them, with their share and by tier.',
  build: (context) =>
    groupedCases(context, {
      name: 'By_complainant',
      table: 'cases_by_complainant',
      title: 'Cases by who raised them',
      split: 'reporter-role',
      heading: 'Complainant',
      shares: true,
      description:
        'Cases received in the period by the role of who raised them, as the log names it. One person may raise several cases. The share is of all cases received in the period, and is hidden where the number is.',
      slices: [],
      total: 'cases',
      adds: true,
    }),
};
