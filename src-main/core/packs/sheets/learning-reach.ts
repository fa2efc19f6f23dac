// Owns the sheet Learning_reach: whom learning on the Protocol and the Codes has reached.
import { dividedSheet } from './divided-sheet.ts';

export const learningReach = dividedSheet({
  id: 'Learning_reach',
  title: 'Reach of learning and development',
  definition:
    'Training taken up by kind and side, induction in time by side, and places that follow from cases by state.',
  name: 'learning_reach',
  description:
    'Section II asks the portfolio holder, the Monitoring Officer and the Director of People Services for ongoing learning on the Protocol and the Codes, for members and for officers: training taken up of what was booked or required, induction in time, and training that follows from a case. It tells who was reached, not what was learned.',
  measures: [
    { metric: 'training-completed', splits: { kind: 'Kind', side: 'Side' } },
    { metric: 'induction-in-time', splits: { side: 'Side' } },
    { metric: 'training-from-cases', splits: {}, counted: true },
  ],
  drawn: [{ heading: 'Kind', title: 'Training taken up, by kind' }],
  mechanism: 'training',
});
