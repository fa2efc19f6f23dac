// Owns the figure "survey-net": favourable minus unfavourable answers, in percentage points.
import type { Metric } from './metric.ts';
import { surveyCard, surveyMetric } from './survey.ts';
import { readSides, sidesBase } from './survey-side.ts';

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
    rows: (await readSides(session, question)).map((row) => ({
      ...row,
      hits: row.favourable,
      against: row.unfavourable,
    })),
  }),
};
