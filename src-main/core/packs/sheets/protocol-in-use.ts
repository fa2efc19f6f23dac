// Owns the sheet Protocol_in_use: few figures of the whole council on whether the Protocol is used and implemented.
import { measureSheet } from './measure-sheet.ts';

export const protocolInUse = measureSheet({
  id: 'Protocol_in_use',
  title: 'Is the Protocol used and implemented',
  definition:
    'A dozen figures of the whole council on the use of the Protocol, each beside the one before, with a statement.',
  name: 'protocol_in_use',
  description:
    'The portfolio holder answers for action to implement and embed the Protocol, and has regard to its use and effectiveness (section II). These figures of the whole council bear on it: what was raised and closed under the systems of sections VII and VIII, what was heard and what went well, whether appraisals name the behaviours, and who says that they know the Protocol. None of them says by itself whether it is used well, and they are not added up.',
  measures: [
    { metric: 'incidents' },
    { metric: 'incidents-closed' },
    { metric: 'days-to-close' },
    { metric: 'positive-examples' },
    { metric: 'positive-returns' },
    { metric: 'evidence-sessions' },
    { metric: 'appraisal-coverage' },
    { metric: 'appraisal-behaviours' },
    { metric: 'appraisal-behaviours-covered' },
    { metric: 'training-completed' },
  ],
  theme: 'Knowing the Protocol',
  mechanism: 'trends',
});
