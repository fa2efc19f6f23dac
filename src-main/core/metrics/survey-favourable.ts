// Owns the figure "survey-favourable": the percentage of answers on the favourable side.
import { sideMetric } from './survey-side.ts';

export const surveyFavourable = sideMetric('favourable', {
  answers: 'Favourable answers as a percentage of the answers to a question.',
  direction: 'increase',
  version: 1,
});
