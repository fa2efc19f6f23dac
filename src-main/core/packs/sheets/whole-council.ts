// Owns the sheet Whole_council: figures that nothing divides, for readers of general issues.
import { measureSheet } from './measure-sheet.ts';

export const wholeCouncilSheet = measureSheet({
  id: 'Whole_council',
  title: 'Figures of the whole council',
  definition: 'A few figures of the whole council, undivided, each beside the one before, with a statement.',
  name: 'whole_council_figures',
  description:
    'Figures of the whole council and of each survey. Nothing here is divided by political group, role, directorate or case, and none of it can be: this edition cannot ask for that.',
  measures: [
    { metric: 'incidents' },
    { metric: 'incidents-closed' },
    { metric: 'days-to-close' },
    { metric: 'positive-examples' },
    { metric: 'evidence-sessions' },
  ],
  theme: 'all',
  mechanism: 'trends',
});
