import { describe, expect, it } from 'vitest';
import { testApp } from '../../config/app.ts';

const metrics = [
  'survey-favourable',
  'survey-mean',
  'turnover',
  'incidents',
  'absence-days-per-fte',
  'days-to-close',
];

describe('closing', () => {
  it('ends what is being asked, without a hang, and answers each question or says that nothing is open', async () => {
    const test = await testApp();
    await test.call('workspace.sample', { id: 'sample' });
    const asked = metrics.map((metric) =>
      test.app.call('figure.read', { metric, split: metric.startsWith('survey') ? 'question' : undefined }),
    );
    await new Promise((later) => setTimeout(later, 20));
    await test.close();
    const answers = (await Promise.all(asked)).map((reply) => (reply.ok ? 'ok' : reply.error.code));
    expect(answers.filter((answer) => answer !== 'ok' && answer !== 'workspace-none')).toEqual([]);
    expect(answers).toContain('workspace-none');
  }, 60_000);
});
