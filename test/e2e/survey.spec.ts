// Corrections that a person makes to a survey question, and where the screen tells of them.
import { expect, test } from '@playwright/test';
import { expectQuiet, goTo, makeWorkspace, type RunningCandour, startCandour } from './support.ts';

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

const answers = [
  'Timestamp,I have been put under undue pressure,I am heard',
  ...Array.from(
    { length: 30 },
    (_, index) => `30/03/2024 09:${10 + index}:00,${index < 24 ? 'Agree' : 'Strongly disagree'},Agree`,
  ),
].join('\n');

test('a question is said to be negatively worded, and its figures turn round', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Wording Borough');
  await page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'pulse.csv', mimeType: 'text/csv', buffer: Buffer.from(answers) });
  const file = page.getByRole('region', { name: 'pulse.csv' });
  await file.getByLabel('Kind of data').selectOption('survey-response');
  await file.getByLabel(/^Survey/).fill('Pulse');
  await file.getByLabel('Date its wave closed').fill('2024-03-31');
  await file.getByRole('button', { name: /^Import \d+ rows$/ }).click();
  await expect(file.getByRole('status')).toContainText('imported');

  await goTo(page, 'Survey');
  const row = (words: string) => page.getByRole('row').filter({ hasText: words });
  await expect(row('undue pressure')).toContainText('negatively worded');
  await expect(row('undue pressure')).toContainText('20%');
  await expect(row('I am heard')).not.toContainText('negatively worded');

  await page.getByRole('button', { name: 'I have been put under undue pressure' }).click();
  await page.getByRole('button', { name: 'Correct this line' }).click();
  const side = page.getByRole('dialog').getByLabel('Agreeing, or a high score, is');
  await expect(side).toHaveValue('unfavourable');
  const asked = page.waitForRequest((request) => request.url().endsWith('/rpc/survey.reverse'));
  await side.selectOption('favourable');
  expect((await asked).postDataJSON()).toMatchObject({ reversed: false });
  await expect(side).toHaveValue('favourable');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(row('undue pressure')).not.toContainText('negatively worded');
  await expect(row('undue pressure')).toContainText('80%');
  expectQuiet(page);
});
