// Owns the figure "survey-neutral": the percentage of answers between the two sides.
import { sideMetric } from './survey-side.ts';

export const surveyNeutral = sideMetric('neutral', {
  answers:
    'Answers that are neither favourable nor unfavourable, as a percentage of the answers to a question. A scale without a middle has none.',
  direction: 'neutral',
  version: 1,
});
