// Appraisals, and positive and qualitative evidence: what stands there with and without data, and what is hidden.
import { expect, test } from '@playwright/test';
import {
  charts,
  expectQuiet,
  goTo,
  loadSample,
  makeWorkspace,
  type RunningCandour,
  settled,
  startCandour,
} from './support.ts';

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

test('without data both screens say what to load', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Quiet Borough');
  await goTo(page, 'Appraisals');
  await expect(page.getByRole('heading', { name: 'No appraisals yet' })).toBeVisible();
  await goTo(page, 'Positive and qualitative');
  await expect(page.getByRole('heading', { name: 'No examples or sessions yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Go to Import' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  expectQuiet(page);
});

test('the sample council: coverage, behaviours, nil returns and the balance', async ({ browser }) => {
  const page = await candour.open(browser, '#/start');
  await loadSample(page);
  await goTo(page, 'Appraisals');
  await settled(page);
  const measures = page.getByRole('region', { name: 'Table: Appraisals, induction and training' });
  await expect(measures.getByRole('row', { name: /^Behaviours covered, of seven/ })).toContainText('7');
  // Few Assistant Directors in a directorate: their appraisals are never told by it.
  const tiers = page.getByRole('region', { name: 'Table: Appraisals done' });
  await expect(
    tiers
      .getByRole('row', { name: /^City Services/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('[c]');
  await page.getByLabel('Shown', { exact: true }).selectOption('tier');
  await expect(page.getByText(/^Assistant Director and above: 79% in 2024\/25/)).toBeVisible();

  await goTo(page, 'Positive and qualitative');
  await settled(page);
  const returns = page.getByRole('region', { name: 'Table: Returns of positive examples' });
  const silent = returns.getByRole('row', { name: /^City Services/ }).getByRole('cell');
  await expect(silent).toHaveText(['3', '1', '2']);
  const balance = page.getByRole('region', { name: /^Table: Positive and problem evidence/ });
  await expect(balance.getByRole('columnheader')).toHaveText([
    'Behaviour',
    'Positive examples',
    'Strengths heard',
    'Seen in meetings, %',
    'Concerns heard',
    'Incidents',
  ]);
  const named = balance.getByRole('row', { name: /^Frankness and candour/ }).getByRole('cell');
  await expect(named.nth(4)).toHaveText('31');
  const unnamed = balance.getByRole('row', { name: /^Recognition of success/ }).getByRole('cell');
  await expect(unnamed.nth(4)).toHaveText('none');
  await expect(charts(page).first()).toBeVisible();
  expectQuiet(page);
});
