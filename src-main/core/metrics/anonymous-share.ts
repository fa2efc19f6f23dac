// Owns the figure "anonymous-share": how many of the cases were reported without a name.
import { partMetric } from './incident-part.ts';

export const anonymousShare = partMetric({
  part: 'anonymous',
  of: { cut: 'reporter-role', groups: ['Anonymous', 'Not recorded'] },
  lacks: 'the role of the reporter',
  words: {
    id: 'anonymous-share',
    title: 'Reported anonymously',
    definition:
      'Of the cases received in the period whose reporter’s role is recorded, the percentage recorded as anonymous.',
    unit: 'per cent of cases',
    clause: 'Section VII, incident reports',
    caveat:
      'A rise may mean fear of being named, or a new way to report without a name: it has no good or bad direction.',
  },
});
