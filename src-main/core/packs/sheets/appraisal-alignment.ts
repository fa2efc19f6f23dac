// Owns the sheet Appraisal_alignment: whether appraisals are held and signed, and whether they name the behaviours.
import { dividedSheet } from './divided-sheet.ts';

export const appraisalAlignment = dividedSheet({
  id: 'Appraisal_alignment',
  title: 'Appraisal, induction and training',
  definition:
    'Appraisals done and signed by tier and directorate, behaviours named among their criteria, induction in time and training taken up.',
  name: 'appraisal_alignment',
  description:
    'How far appraisals, induction and training reflect the Protocol, as section II asks: appraisals done of those due and signed of those done, by tier of post and by directorate; appraisals whose criteria name each of the seven behaviours; induction in time; training taken up. The tier “Assistant Director and above” stands apart, because the Protocol asks of them to model it and that this be monitored. It tells what was held and named, never how anybody behaved. Each measure is divided one way at a time.',
  measures: [
    { metric: 'appraisal-coverage', splits: { tier: 'Tier', directorate: 'Directorate' } },
    { metric: 'appraisal-signed', splits: { tier: 'Tier', directorate: 'Directorate' } },
    { metric: 'appraisal-behaviours', splits: { behaviour: 'Behaviour named' } },
    { metric: 'appraisal-behaviours-covered', splits: {}, counted: true },
    { metric: 'induction-in-time', splits: { side: 'Side' } },
    { metric: 'training-completed', splits: { kind: 'Kind', side: 'Side' } },
  ],
  drawn: [
    { heading: 'Directorate', title: 'Appraisals done of those due, by directorate' },
    { heading: 'Behaviour named', title: 'Appraisals whose criteria name each behaviour' },
  ],
  mechanism: 'appraisals',
});
