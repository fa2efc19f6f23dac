// Owns the figure "survey-unfavourable": the percentage of answers on the unfavourable side.
import { sideMetric } from './survey-side.ts';

export const surveyUnfavourable = sideMetric('unfavourable', {
  answers:
    'Unfavourable answers as a percentage of the answers to a question: those as near to the bottom of the scale as favourable ones are to its top (1 to 3 where 8 to 10 is favourable).',
  direction: 'decrease',
  version: 1,
});
