// Owns the figure "appraisal-behaviours": appraisals whose criteria name the Protocol's behaviours.
import {
  appraisalAlike,
  appraisalCard,
  appraisalMetric,
  appraisalPair,
  readAppraisals,
} from './appraisal.ts';
import sql from './appraisal-behaviours.sql?raw';
import type { Metric, ShareRow } from './metric.ts';

const groups = ['directorate', 'tier'] as const;
const cuts = ['behaviour', ...groups] as const;
const twoWay = {
  ...appraisalPair,
  'behaviour-directorate': ['behaviour', 'directorate'],
  'behaviour-tier': ['behaviour', 'tier'],
} as const;

export const appraisalBehaviours: Metric = {
  ...appraisalMetric,
  card: {
    ...appraisalCard,
    id: 'appraisal-behaviours',
    title: 'Behaviours among appraisal criteria',
    definition:
      'Appraisals done whose criteria name the behaviour, as a percentage of all appraisals done in the cycle; without a split, those that name any of the seven. An appraisal may name several, so the behaviours add up to more than 100.',
    unit: 'per cent of appraisals done',
    clause: 'Section II.B, appraisals; section IV, behaviours',
    caveat: 'What the record names, not how people behaved. A blank may mean that nobody filled it in.',
    version: 1,
    dimensions: [...cuts, ...Object.keys(twoWay), 'stage'],
  },
  shape: 'share',
  format: { decimals: 0, unit: 'percent' },
  cuts,
  twoWay,
  disclosure: { rule: 'survey', partitions: groups, adds: true, alike: appraisalAlike },
  noExposure: 'No appraisal was done',
  read: async (session, question) => ({
    shape: 'share',
    rows: await readAppraisals<ShareRow>(session, question, sql, {
      by_behaviour: question.cuts.includes('behaviour'),
    }),
  }),
};
