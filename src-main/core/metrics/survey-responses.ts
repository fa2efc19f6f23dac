// Owns the figure "survey-responses": how many people replied to a wave.
import { type CountRow, choice, cutParams, type Metric } from './metric.ts';
import { surveyCard, surveyMetric } from './survey.ts';
import sql from './survey-responses.sql?raw';

const people = ['directorate', 'grade', 'party', 'role'] as const;
const cuts = ['instrument', ...people] as const;

export const surveyResponses: Metric = {
  card: {
    ...surveyCard,
    id: 'survey-responses',
    title: 'Survey responses',
    definition: 'Responses to a wave. Previews and tests by the survey’s makers are left out.',
    unit: 'responses',
    direction: 'neutral',
    chart: 'column',
    dimensions: [...cuts],
    version: 1,
  },
  shape: 'count',
  format: { decimals: 0, unit: 'number' },
  cuts,
  choices: ['instrument'],
  twoWay: {},
  disclosure: { rule: 'survey', partitions: people, adds: false },
  span: surveyMetric.span,
  settle: surveyMetric.settle,
  values: surveyMetric.values,
  read: async (session, question) => ({
    shape: 'count',
    rows: await session.all<CountRow>(sql, {
      ...cutParams(question),
      instrument: choice(question.choices, 'instrument'),
    }),
  }),
};
