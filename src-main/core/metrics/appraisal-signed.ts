// Owns the figure "appraisal-signed": appraisals signed, of those done.
import { readAppraisals } from './appraisal.ts';
import { appraisalCoverage } from './appraisal-coverage.ts';
import sql from './appraisal-signed.sql?raw';
import type { Metric, ShareRow } from './metric.ts';

export const appraisalSigned: Metric = {
  ...appraisalCoverage,
  card: {
    ...appraisalCoverage.card,
    id: 'appraisal-signed',
    title: 'Appraisals signed',
    definition:
      'Appraisals with a date of signing as a percentage of those done in the cycle. A signing dated before the appraisal was left out at import.',
    unit: 'per cent of appraisals done',
    caveat: 'A signature shows that the record was agreed, not what it says.',
  },
  noExposure: 'No appraisal was done',
  read: async (session, question) => ({
    shape: 'share',
    rows: await readAppraisals<ShareRow>(session, question, sql),
  }),
};
