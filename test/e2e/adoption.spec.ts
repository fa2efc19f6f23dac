// Before and after adoption on the Trends screen: the comparison, its chart by keyboard, and a calm refusal.
import { expect, test } from '@playwright/test';
import { expectQuiet, loadSample, type RunningCandour, settled, startCandour } from './support.ts';

let candour: RunningCandour;
test.beforeAll(async ({ browser }) => {
  candour = await startCandour();
  const page = await candour.open(browser);
  await loadSample(page);
  await page.context().close();
});
test.afterAll(() => candour.stop());

test('shows the finding, the estimates and the same series under other assumptions', async ({ browser }) => {
  const page = await candour.open(browser, '#/trends');
  await settled(page);
  const panel = page.getByRole('region', { name: 'Before and after adoption' });
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText(
    /(no clear change|consistent with (improvement|worsening)|too little data)/,
  );
  const estimates = panel.getByRole('region', { name: 'Table: What the model estimates' });
  await expect(
    estimates.getByRole('rowheader', { name: 'Difference from the counterfactual at the latest point' }),
  ).toBeVisible();
  const analyses = panel.getByRole('region', { name: 'Table: The same series under other assumptions' });
  await expect(analyses.getByRole('row')).toHaveCount(6);
  await expect(analyses.getByText('Gives the verdict')).toHaveCount(1);
  await expect(panel).not.toContainText(/caused/i);
  expectQuiet(page);
});

test('arrow keys walk the points, the continued course among them', async ({ browser }) => {
  const page = await candour.open(browser, '#/trends');
  const panel = page.getByRole('region', { name: 'Before and after adoption' });
  const plot = panel.locator('.plot-box');
  await expect(plot.locator('.line-counterfactual path').first()).toBeVisible();
  await expect(plot.locator('.counterfactual-band path').first()).toBeVisible();
  await plot.focus();
  await page.keyboard.press('End');
  const reading = panel.locator('.walk-reading');
  await expect(reading).toHaveText(
    /^March 2025: Observed [\d,.]+\. Model [\d,.]+\. Course before, continued: [\d,.]+ \([\d,.]+ to [\d,.]+\)\.$/,
  );
  await page.keyboard.press('Home');
  await expect(reading).toHaveText(/^April 2019: Observed [\d,.]+\. Left out\.$/);
  await panel.getByRole('button', { name: 'Show as table' }).click();
  await expect(panel.getByRole('rowheader', { name: 'March 2025' })).toBeVisible();
  expectQuiet(page);
});

test('leaves a transition out when one is chosen', async ({ browser }) => {
  const page = await candour.open(browser, '#/trends');
  const panel = page.getByRole('region', { name: 'Before and after adoption' });
  await panel.getByLabel(/^Transition left out/).selectOption('3');
  await expect(panel.getByText(/^4 months are left out as transition/)).toBeVisible();
  await panel.getByLabel(/^Transition left out/).selectOption('12');
  await expect(
    panel.getByText(/^13 months are left out as transition|13 months are left out/).first(),
  ).toBeVisible();
  expectQuiet(page);
});

test('says calmly why rolling values get no model, and what to do', async ({ browser }) => {
  const page = await candour.open(browser, '#/trends');
  await settled(page);
  await page.getByLabel('Measure', { exact: true }).selectOption('turnover-12-month');
  const panel = page.getByRole('region', { name: 'Before and after adoption' });
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText(/^These are rolling values/);
  await expect(panel.getByText('Choose the monthly measure behind it.')).toBeVisible();
  await expect(panel.locator('.plot-box')).toHaveCount(0);
  expectQuiet(page);
});
