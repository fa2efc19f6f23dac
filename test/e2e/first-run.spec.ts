// From nothing to every screen and a pack, by the buttons that a person presses.
import { expect, test } from '@playwright/test';
import { charts, expectQuiet, goTo, loadSample, type RunningCandour, startCandour } from './support.ts';

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

test('the sample council fills every screen, and a pack is downloaded', async ({ browser }) => {
  const page = await candour.open(browser);
  await expect(page.getByText('No workspace open')).toBeVisible();
  await loadSample(page);

  await expect(charts(page).first()).toBeVisible();
  await expect(page.getByText('Sample: invented people and numbers')).toBeVisible();

  await goTo(page, 'Incidents');
  await expect(page.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible();
  await expect(charts(page).nth(1)).toBeVisible();
  const matrix = page.getByRole('table', { name: /Raised by by About/ });
  await expect(matrix.getByRole('rowheader', { name: 'Officer', exact: true })).toBeVisible();

  await goTo(page, 'Survey');
  await expect(page.getByRole('table', { name: /per cent favourable in the latest wave/ })).toBeVisible();
  await expect(charts(page).first()).toBeVisible();

  await goTo(page, 'Import');
  await expect(page.getByRole('table', { name: /imports/ }).getByRole('row')).toHaveCount(31);

  await goTo(page, 'Packs');
  await page.getByRole('button', { name: /^Build the/ }).click();
  await expect(page.getByRole('heading', { name: 'Release' })).toBeVisible({ timeout: 90_000 });
  const waiting = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /^Download/ })
    .first()
    .click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  expect(await download.failure()).toBeNull();
  expectQuiet(page);
});
