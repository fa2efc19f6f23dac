// Incidents: resolution, timings beside targets, cases under one set of rules, and the speak-up panel, by screen.
import { expect, type Page, test } from '@playwright/test';
import {
  charts,
  expectQuiet,
  goTo,
  loadSample,
  makeWorkspace,
  type RunningCandour,
  startCandour,
} from './support.ts';

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

/** Every figure of the screen is there; the first time, all that is hidden has to be decided. */
async function ready(page: Page): Promise<void> {
  await expect(page.getByText(/^Reading the/)).toHaveCount(0, { timeout: 90_000 });
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 90_000 });
}

test('an empty workspace says what to load', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Quiet Borough');
  await goTo(page, 'Incidents');
  await expect(page.getByRole('heading', { name: 'No incidents yet' })).toBeVisible();
  expectQuiet(page);
});

test('the sample council: resolution, a target set and followed, rules chosen, readings side by side', async ({
  browser,
}) => {
  test.slow();
  const page = await candour.open(browser, '#/start');
  await loadSample(page);
  await goTo(page, 'Incidents');
  await ready(page);
  // A share of all cases says nothing of the whole.
  const measures = page.getByRole('table', { name: 'Incident measures and what their charts say' });
  await expect(measures.getByRole('button', { name: 'Incidents received', exact: true })).toBeVisible();
  await expect(measures.getByRole('button', { name: 'Share of incidents received' })).toHaveCount(0);

  const flow = page.getByRole('region', { name: 'How cases were resolved' });
  await expect(charts(page).first()).toBeVisible();
  await flow.getByRole('button', { name: 'Show as table' }).first().click();
  const steps = await flow.getByRole('table').first().getByRole('row').allInnerTexts();
  const place = (step: string): number => steps.findIndex((row) => row.includes(step));
  expect(place('Self-resolved')).toBeGreaterThan(0);
  expect(place('Advice')).toBeGreaterThan(place('Self-resolved'));
  expect(place('Formal')).toBeGreaterThan(place('Training or support'));

  const timings = page.getByRole('region', { name: 'How long cases take' });
  const closed = timings.getByRole('row', { name: /^Closed within target/ });
  await expect(closed).toContainText('[x]');
  await expect(closed).toContainText('No target for closing is set');
  await timings.getByRole('button', { name: 'Set the targets' }).click();
  const dialog = page.getByRole('dialog', { name: 'Workspace settings' });
  await dialog.getByLabel('Days to close a case').fill('60');
  await dialog.getByRole('button', { name: 'Save the settings' }).click();
  // It closes when every figure of the screen is there again.
  await expect(dialog).toHaveCount(0, { timeout: 90_000 });
  await expect(closed).toContainText(/\d+%/);
  await expect(timings).toContainText('The target for closing is 60 days.');

  const matrix = page.getByRole('table').filter({ hasText: 'Raised by' });
  await expect(matrix.getByRole('columnheader', { name: 'Officer', exact: true })).toBeVisible();
  await page.getByLabel('Under which rules').selectOption('Member Code of Conduct');
  await expect(matrix.getByRole('columnheader', { name: 'Officer', exact: true })).toHaveCount(0);
  await ready(page);

  await page.getByLabel('As', { exact: true }).selectOption({ label: 'Share of all cases' });
  await expect(page.getByText('Share of incidents received by category')).toBeVisible();
  await ready(page);

  const panel = page.getByRole('region', { name: 'Can people speak up?' });
  await expect(panel).toContainText('there is no score');
  await expect(panel.getByRole('article')).toHaveCount(5);
  await expect(panel.getByRole('article', { name: 'Told the outcome' })).toContainText('Not measured.');
  await expect(panel.getByRole('article', { name: 'Safe to raise a concern' })).toContainText('Staff survey');
  expectQuiet(page);
});
