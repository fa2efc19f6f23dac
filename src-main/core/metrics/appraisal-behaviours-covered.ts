// Owns the figure "appraisal-behaviours-covered": how many of the seven behaviours appraisals name at all.
import {
  appraisalAlike,
  appraisalCard,
  appraisalMetric,
  appraisalPair,
  readAppraisals,
} from './appraisal.ts';
import sql from './appraisal-behaviours-covered.sql?raw';
import type { AmountRow, Metric } from './metric.ts';

const cuts = ['directorate', 'tier'] as const;

export const appraisalBehavioursCovered: Metric = {
  ...appraisalMetric,
  card: {
    ...appraisalCard,
    id: 'appraisal-behaviours-covered',
    title: 'Behaviours covered, of seven',
    definition:
      'How many of the Protocol’s seven behaviours are named among the criteria of at least one appraisal done in the cycle. The base is the appraisals done.',
    unit: 'behaviours of seven',
    clause: 'Section II.B, appraisals; section IV, behaviours',
    caveat:
      'One appraisal that names it is enough. How many name each is told by “Behaviours among appraisal criteria”.',
    version: 1,
    dimensions: [...cuts, ...Object.keys(appraisalPair), 'stage'],
  },
  shape: 'amount',
  format: { decimals: 0, unit: 'number' },
  cuts,
  twoWay: appraisalPair,
  disclosure: { rule: 'survey', partitions: cuts, adds: true, alike: appraisalAlike },
  read: async (session, question) => ({
    shape: 'amount',
    rows: await readAppraisals<AmountRow>(session, question, sql),
  }),
};
