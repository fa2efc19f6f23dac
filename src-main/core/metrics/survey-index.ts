// Owns the figure "survey-index": answers on a scale of 0 to 100, as the Civil Service People Survey makes them.
import { numberScales, scaleEnds, wordScales } from '#shared/vocabulary/scales.ts';
import type { MeanRow, Metric } from './metric.ts';
import { surveyCard, surveyMetric, surveyParams } from './survey.ts';
import cutSql from './survey-cut.sql?raw';
import sql from './survey-index.sql?raw';
import spreadSql from './survey-spread.sql?raw';

/** The lowest and the highest score of every scale that has a good side. */
const ends = JSON.stringify(
  Object.fromEntries(
    [...wordScales, ...numberScales].flatMap(({ id }) => {
      const found = scaleEnds(id);
      return found ? [[id, [found.low, found.high]]] : [];
    }),
  ),
);

export const surveyIndex: Metric = {
  ...surveyMetric,
  card: {
    ...surveyCard,
    id: 'survey-index',
    title: 'Index, 0 to 100',
    definition:
      'Each answer is put on 0 to 100 by its place on its scale (0, 25, 50, 75, 100 for five points); of a theme, a behaviour or a survey each person’s mean over the questions answered is taken, then the mean of the people, as the Civil Service People Survey does. Where too few answered one of the questions, it is the plain mean of the other questions’ indices instead. “Don’t know”, “not applicable” and “prefer not to say” leave the base.',
    unit: 'points of 100',
    version: 1,
  },
  shape: 'index',
  format: { decimals: 0, unit: 'number' },
  read: async (session, question) => ({
    shape: 'index',
    rows: await session.all<MeanRow>(cutSql + spreadSql + sql, { ...surveyParams(question), ends }),
  }),
};
