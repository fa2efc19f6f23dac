// Owns the figure "appraisal-coverage": appraisals done, of those due.
import {
  appraisalAlike,
  appraisalCard,
  appraisalMetric,
  appraisalPair,
  readAppraisals,
} from './appraisal.ts';
import sql from './appraisal-coverage.sql?raw';
import type { Metric, ShareRow } from './metric.ts';

const cuts = ['directorate', 'tier'] as const;

export const appraisalCoverage: Metric = {
  ...appraisalMetric,
  card: {
    ...appraisalCard,
    id: 'appraisal-coverage',
    title: 'Appraisals done',
    definition:
      'Appraisals done as a percentage of those due in the cycle. Those not due (new starters, long absence, leavers) are in neither. Each counts in the year of its cycle; where the file gives none, in that of the day it was due.',
    unit: 'per cent of appraisals due',
    clause: 'Section II.B, appraisals',
    caveat:
      'Whether an appraisal was held, not how good it was. An appraisal that was not done is not a low rating.',
    version: 1,
    dimensions: [...cuts, ...Object.keys(appraisalPair), 'stage'],
  },
  shape: 'share',
  format: { decimals: 0, unit: 'percent' },
  cuts,
  twoWay: appraisalPair,
  disclosure: { rule: 'survey', partitions: cuts, adds: true, alike: appraisalAlike },
  noExposure: 'No appraisal was due',
  read: async (session, question) => ({
    shape: 'share',
    rows: await readAppraisals<ShareRow>(session, question, sql),
  }),
};
