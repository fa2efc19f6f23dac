// Owns the figure "incident-support": how many of the closed cases ended with support.
import { measureGroups, partMetric } from './incident-part.ts';

export const incidentSupport = partMetric({
  part: 'support',
  of: { cut: 'measures', groups: measureGroups },
  lacks: 'sanctions or support',
  words: {
    id: 'incident-support',
    title: 'Closed with support',
    definition:
      'Of the cases received in the period and closed, the percentage with support recorded, training among it. A case can have both a sanction and support, and is then in both figures. Only files that record sanctions or support at all.',
    unit: 'per cent of closed cases',
    clause: 'Section VIII, the nature of the sanction, or support',
    caveat: 'Sanction and support answer what was needed: neither number has a good or bad direction.',
  },
});
