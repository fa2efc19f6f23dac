// Comments: held back at import, reviewed by keyboard, released or put aside, in a real browser.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { goTo, makeWorkspace, type RunningCandour, settled, startCandour } from './support.ts';

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

const log = [
  'Case ref,Date received,Subject name,Description,Category',
  'C1,23/04/2024,"Quibell, Wynne","Told Quibell about the quince report on 01632 960983.",Respect',
  'C2,05/06/2024,Cllr Tom Green,"The Monitoring Officer did not answer.",Respect',
  'C3,06/06/2024,Cllr Tom Green,"Nobody listened to the medlar proposal.",Respect',
].join('\n');

test('comments wait, are reviewed by keyboard, and are shown nowhere before', async ({ browser }) => {
  const page = await candour.open(browser);
  // A refusal is an answer that the browser notes on its console, too; anything else would be a fault.
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  await makeWorkspace(page, 'Comment Borough');
  await goTo(page, 'Comments');
  await expect(page.getByRole('heading', { name: 'No comments are held back' })).toBeVisible();

  await goTo(page, 'Import');
  await page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'log.csv', mimeType: 'text/csv', buffer: Buffer.from(log) });
  const file = page.getByRole('region', { name: 'log.csv' });
  await file.getByLabel('Kind of data').selectOption('incident');
  await file.getByRole('button', { name: /^Import \d+ rows$/ }).click();
  await expect(file.getByRole('status')).toContainText('imported');
  await expect(page.getByRole('main')).not.toContainText('quince');

  await goTo(page, 'Comments');
  await expect(page.getByText('3 comments wait for a person.')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('quince');
  await page.getByRole('button', { name: /^Review “Description”/ }).click();
  const review = page.getByRole('region', { name: 'Review of Description' });
  const card = review.getByRole('article');
  await expect(card.locator('mark')).toHaveText([/^Quibell/, /^01632 960983/]);

  // One key redacts; a reason is needed; the next text follows by itself.
  await expect(card).toBeFocused();
  await page.keyboard.press('r');
  await expect(card.getByRole('textbox', { name: /As it may be shown/ })).toHaveValue(
    'Told [name] about the quince report on [phone].',
  );
  await page.keyboard.press('3');
  await expect(card.getByRole('alert')).toContainText('Say why');
  await card.getByLabel('Why, for the record').fill('for the annual report');
  await page.keyboard.press('Escape');
  await page.keyboard.press('3');
  await expect(review.getByRole('status')).toContainText('Row 2 is released to the public.');

  // A post that one person holds asks to be confirmed.
  await expect(card).toContainText('Row 3');
  await page.keyboard.press('3');
  await card.getByLabel('I have looked: what was found may stay').check();
  await card.getByRole('button', { name: /Release for exempt papers/ }).click();
  await expect(review.getByRole('status')).toContainText('Row 3 is released for exempt papers.');
  await expect(card).toContainText('Row 4');
  await page.keyboard.press('1');
  await expect(review).toContainText('Every comment of this column is decided.');
  await expect(page.getByText('No comment waits.')).toBeVisible();

  // A decision is taken back, and the text waits again.
  await review.getByRole('button', { name: 'Take that back' }).click();
  await expect(page.getByText('1 comment waits for a person.')).toBeVisible();
  await expect(card).toContainText('medlar');

  await settled(page);
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
    ).toEqual([]);
  }
  for (const width of [640, 1024, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      `${width} px`,
    ).toBeLessThanOrEqual(0);
  }
  expect(faults).toEqual([]);
});
