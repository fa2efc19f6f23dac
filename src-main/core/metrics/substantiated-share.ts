// Owns the figure "substantiated-share": how many of the cases with a finding were found to be so.
import { substantiated } from '#shared/vocabulary/resolution.ts';
import { partMetric } from './incident-part.ts';

export const substantiatedShare = partMetric({
  part: 'substantiated',
  of: { cut: 'outcome', groups: Object.keys(substantiated) },
  lacks: 'a finding, of a breach or of none',
  words: {
    id: 'substantiated-share',
    title: 'Substantiated share',
    definition:
      'Of the cases received in the period with a finding, the percentage in which a breach was found or a formal sanction given. Cases settled, withdrawn or set aside without a finding are in neither number.',
    unit: 'per cent of cases with a finding',
    clause: 'Section VIII, breach of the Protocol',
    caveat:
      'Findings are few and come late: it says how findings went, not how often people behave well, and has no good or bad direction.',
  },
});
