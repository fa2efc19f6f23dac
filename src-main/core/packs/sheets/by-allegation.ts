// Owns the sheet By_allegation: what the cases of the period allege.
import { groupedCases } from './by-group.ts';
import type { PackSheet } from './sheet.ts';

export const byAllegation: PackSheet = {
  id: 'By_allegation',
  title: 'Cases by allegation',
  definition:
    'Cases of the period by what they allege, beside the period before, by tier, in meetings and online.',
  build: (context) =>
    groupedCases(context, {
      name: 'By_allegation',
      table: 'cases_by_allegation',
      title: 'Cases by allegation',
      split: 'category',
      heading: 'Allegation',
      description:
        'Cases received in the period by allegation. A case with several allegations stands in several rows, so the rows add up to more than the cases. The number of allegations in a case is not given, and whether it was outside official capacity is not in the log.',
      slices: [
        { header: 'In a meeting', filters: { channel: 'Meeting' } },
        { header: 'Online or social media', filters: { channel: 'Online or social media' } },
      ],
      shares: false,
      total: 'cases, each counted once',
      adds: false,
    }),
};
