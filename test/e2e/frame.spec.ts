// The frame's promises: undo, redo, the remembered place, filters as chips, the palette.
import { expect, test } from '@playwright/test';
import { expectQuiet, loadSample, type RunningCandour, startCandour } from './support.ts';

let candour: RunningCandour;
test.beforeAll(async ({ browser }) => {
  candour = await startCandour();
  const page = await candour.open(browser);
  await loadSample(page);
  await page.context().close();
});
test.afterAll(() => candour.stop());

test('a change of period can be undone and redone, and survives a reload', async ({ browser }) => {
  const page = await candour.open(browser, '#/trends');
  await page.getByLabel('Period').selectOption({ label: 'Financial year 2023/24' });
  await expect(page).toHaveURL(/period=fy-2023/);
  await expect(page.getByText('1 April 2023 to 31 March 2024').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Period')).toHaveValue('all');
  await page.keyboard.press('Control+y');
  await page.reload();
  await expect(page.getByLabel('Period')).toHaveValue('fy-2023');
  expectQuiet(page);
});

test('a filter is a chip that one click clears', async ({ browser }) => {
  const page = await candour.open(browser, '#/trends');
  await page.getByLabel('Directorate').selectOption({ index: 1 });
  const chip = page.getByRole('button', { name: /^Clear filter Directorate/ });
  await expect(chip).toBeVisible();
  await chip.click();
  await expect(chip).toHaveCount(0);
  expectQuiet(page);
});

test('the palette finds a figure by its name', async ({ browser }) => {
  const page = await candour.open(browser, '#/packs');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(/^Find a screen/).fill('turnover');
  // Figures come into the list when the catalogue has been read.
  await expect(page.getByRole('option', { name: /turnover/i }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Trends and proxies' })).toBeVisible();
  await expect(page.locator('.chart-panel .overline', { hasText: 'turnover' }).first()).toBeVisible();
  expectQuiet(page);
});
