// Owns the figure "survey-net": favourable minus unfavourable answers, in percentage points.
import type { Metric, NetRow } from './metric.ts';
import { surveyCard, surveyMetric, surveyParams } from './survey.ts';
import cutSql from './survey-cut.sql?raw';
import sql from './survey-net.sql?raw';
import { sidesBase, unfavourableTo } from './survey-side.ts';

export const surveyNet: Metric = {
  ...surveyMetric,
  card: {
    ...surveyCard,
    id: 'survey-net',
    title: 'Net favourable',
    definition: `The percentage of favourable answers minus the percentage of unfavourable ones, from -100 to 100: two questions with the same share of agreement differ where one has more disagreement. ${sidesBase}`,
    unit: 'points, per cent favourable minus per cent unfavourable',
    version: 1,
  },
  shape: 'net',
  format: { decimals: 0, unit: 'number' },
  read: async (session, question) => ({
    shape: 'net',
    rows: await session.all<NetRow>(cutSql + sql, {
      ...surveyParams(question),
      unfavourable_to: unfavourableTo,
    }),
  }),
};
