// Owns the figure "survey-favourable": the percentage of answers on the favourable side.
import type { Metric, ProportionRow } from './metric.ts';
import { surveyCard, surveyMetric, surveyParams } from './survey.ts';
import cutSql from './survey-cut.sql?raw';
import sql from './survey-favourable.sql?raw';

export const surveyFavourable: Metric = {
  ...surveyMetric,
  card: {
    ...surveyCard,
    id: 'survey-favourable',
    title: 'Per cent favourable',
    definition:
      'Favourable answers as a percentage of the answers to a question. “Don’t know”, “not applicable” and “prefer not to say” leave the base. A theme, or a survey as a whole, is the plain mean of its questions’ percentages; its base is the people who answered any of them.',
    unit: 'per cent favourable',
    version: 1,
  },
  shape: 'proportion',
  format: { decimals: 0, unit: 'percent' },
  read: async (session, question) => ({
    shape: 'proportion',
    rows: await session.all<ProportionRow>(cutSql + sql, surveyParams(question)),
  }),
};
