// Owns the figure "survey-mean": the mean score of the answers.
import type { MeanRow, Metric } from './metric.ts';
import { surveyCard, surveyMetric, surveyParams } from './survey.ts';
import cutSql from './survey-cut.sql?raw';
import sql from './survey-mean.sql?raw';
import spreadSql from './survey-spread.sql?raw';

export const surveyMean: Metric = {
  ...surveyMetric,
  card: {
    ...surveyCard,
    id: 'survey-mean',
    title: 'Mean score',
    definition:
      'The mean of the answers to a question on its own scale. “Don’t know”, “not applicable” and “prefer not to say” leave the base. A theme is the plain mean of its questions’ means, where they share one scale; its base is the people who answered any of them.',
    unit: 'points on the answer scale',
    version: 1,
  },
  shape: 'mean',
  format: { decimals: 2, unit: 'number' },
  read: async (session, question) => ({
    shape: 'mean',
    rows: await session.all<MeanRow>(cutSql + spreadSql + sql, {
      ...surveyParams(question),
      sided: false,
    }),
  }),
};
