// Questions of several waves as one line.
import { expect, it } from 'vitest';
import { linesOf } from '../../../src-renderer/views/survey/lines.ts';
import type { SurveyQuestion } from '../../../src-shared/schemas/survey.ts';

const question = (wave: string, more: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  question: `q-${wave}`,
  instrument: 'Pulse',
  wave,
  wording: 'I have been put under undue pressure',
  line: 'pressure',
  lineTitle: `Asked in ${wave}`,
  theme: null,
  scale: 'agreement-5',
  base: 20,
  reversed: false,
  linkedBy: 'wording',
  ...more,
});

it('is named, and said to be negatively worded, as its latest wave is, whatever the order', () => {
  const waves = [question('2024-03-31', { reversed: true }), question('2023-03-31')];
  expect(linesOf(waves)).toEqual([
    {
      line: 'pressure',
      title: 'Asked in 2024-03-31',
      theme: null,
      scales: ['agreement-5'],
      waves: 2,
      reversed: true,
    },
  ]);
});

it('leaves out what has no answer scale', () => {
  expect(linesOf([question('2024-03-31', { scale: null })])).toEqual([]);
});
