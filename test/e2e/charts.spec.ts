// Charts by keyboard, as a table, with their breaks and hidden values.
import { expect, test } from '@playwright/test';
import {
  charts,
  expectQuiet,
  goTo,
  loadSample,
  type RunningCandour,
  settled,
  startCandour,
} from './support.ts';

let candour: RunningCandour;
test.beforeAll(async ({ browser }) => {
  candour = await startCandour();
  const page = await candour.open(browser);
  await loadSample(page);
  await page.context().close();
});
test.afterAll(() => candour.stop());

test('arrow keys walk the points and each is read out', async ({ browser }) => {
  const page = await candour.open(browser, '#/trends');
  await expect(charts(page).first()).toBeVisible();
  await page.locator('.plot-box').first().focus();
  const reading = page.locator('.walk-reading').first();
  await page.keyboard.press('End');
  await expect(reading).toHaveText(/^[A-Z][a-z]+ 20\d\d: [\d,.]+/);
  const last = await reading.textContent();
  await page.keyboard.press('ArrowLeft');
  await expect(reading).not.toHaveText(last ?? '');
  await page.keyboard.press('Home');
  await expect(reading).toHaveText(/^April 2019/);
  await expect(page.locator('.walk-ring')).toHaveCount(1);
  expectQuiet(page);
});

test('the stretch before adoption is shaded and told in the key', async ({ browser }) => {
  const page = await candour.open(browser, '#/incidents');
  const panel = page.locator('.chart-panel').first();
  await expect(panel.getByText('Limits come from the points before the Protocol was adopted')).toBeVisible();
  await expect(panel.getByText('Baseline: before adoption')).toBeVisible();
  const plot = await panel.locator('.plot-box').boundingBox();
  const shaded = await panel
    .locator('.recharts-reference-area path, .recharts-reference-area rect')
    .first()
    .boundingBox();
  const adoption = await panel.locator('line.event-adoption').first().boundingBox();
  expect(shaded?.width).toBeGreaterThan(100);
  expect(shaded?.width).toBeLessThan(plot?.width ?? 0);
  expect(Math.abs((shaded?.x ?? 0) + (shaded?.width ?? 0) - (adoption?.x ?? 0))).toBeLessThan(3);
  expectQuiet(page);
});

test('a change of answer scale breaks the line and says so', async ({ browser }) => {
  const page = await candour.open(browser, '#/survey');
  await page.locator('.title-row').getByLabel('Survey').selectOption('Staff survey');
  await expect(page.getByText('series break').first()).toBeVisible();
  await expect(page.getByText(/the line breaks there/).first()).toBeVisible();
  const lines = page.locator('.chart-panel').first().locator('.recharts-line');
  expect(await lines.count()).toBeGreaterThan(1);
  expectQuiet(page);
});

test('every chart can be shown as a table with the same points', async ({ browser }) => {
  const page = await candour.open(browser, '#/trends');
  await page.getByRole('button', { name: 'Show as table' }).first().click();
  const panel = page.locator('.chart-panel').first();
  await expect(panel.getByRole('columnheader', { name: /^Value/ })).toBeVisible();
  await expect(panel.getByRole('rowheader', { name: 'April 2019' })).toBeVisible();
  await page.getByRole('button', { name: 'Show as chart' }).first().click();
  await expect(charts(page).first()).toBeVisible();
  expectQuiet(page);
});

test('small groups are marked [c] and explained', async ({ browser }) => {
  const page = await candour.open(browser, '#/incidents');
  const matrix = page.getByRole('table', { name: /Raised by by About/ });
  await expect(matrix.getByText('[c]').first()).toBeVisible();
  expectQuiet(page);
});

test('a sorted column says so, and the other screens stay reachable by keyboard alone', async ({
  browser,
}) => {
  const page = await candour.open(browser, '#/survey');
  const header = page.getByRole('columnheader', { name: 'Question' }).first();
  await header.getByRole('button').press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await goTo(page, 'Packs');
  await page.keyboard.press('Tab');
  expectQuiet(page);
});

test('the window works from 1,024 to 2,560 px, at 200% zoom and on a small screen', async ({ browser }) => {
  const page = await candour.open(browser, '#/trends');
  for (const width of [2560, 1440, 1024, 640, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const screen of [
      'Start',
      'Import',
      'Survey',
      'Incidents',
      'Trends and proxies',
      'Positive and qualitative',
      'Appraisals',
      'Packs',
    ]) {
      await goTo(page, screen);
      await settled(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${screen} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
    }
  }
  expectQuiet(page);
});

test('a chart is judged by what a person chose, which is logged and printed under it', async ({
  browser,
}) => {
  const page = await candour.open(browser, '#/trends?p.metric=turnover');
  const panel = page.locator('.chart-panel').first();
  await expect(panel.getByText('How this chart is judged: XmR limits')).toBeVisible();
  await page.getByRole('button', { name: 'How this chart is judged' }).click();
  const dialog = page.getByRole('dialog', { name: 'How this chart is judged' });
  await dialog.getByLabel('A run or a trend is of').selectOption('6 points');
  await dialog.getByLabel('Why').first().fill('As our Excel tool');
  await dialog.getByRole('button', { name: 'Save the rules' }).click();
  await dialog.getByText('New limits from a day').click();
  await dialog.getByLabel('First day of the new limits').fill('2024-09-01');
  await dialog.getByLabel('Why').last().fill('Lasting shift accepted');
  await dialog.getByRole('button', { name: 'Set limits anew' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'From 1 September 2024' })).toBeVisible();
  await dialog.getByText('Who settled what, and when').click();
  await expect(dialog.getByText(/new limits from 1 September 2024\. Lasting shift accepted/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(panel.getByText(/runs of 6/).first()).toBeVisible();
  await expect(panel.getByText('Trial limits: too few points to judge')).toBeVisible();
  await expect(panel.locator('text.gap-text', { hasText: 'new limits' })).toHaveCount(1);
  await expect(
    panel.getByText(/Limits set anew from 1 September 2024: Lasting shift accepted/),
  ).toBeVisible();
  expectQuiet(page);
});

/** The Incidents screen asks for many figures at once, and one waits its turn. */
const long = { timeout: 90_000 };

test('another chart is chosen, and undone like any choice', async ({ browser }) => {
  const page = await candour.open(browser, '#/trends?p.metric=absence-time-lost');
  const panel = page.locator('.chart-panel').first();
  await expect(panel.getByText('How this chart is judged: XmR limits')).toBeVisible();
  await page.getByLabel('Chart', { exact: true }).selectOption('Run chart');
  await expect(panel.getByText('How this chart is judged: Run chart')).toBeVisible();
  await expect(panel.getByText('Median', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Undo the last/ }).click();
  await expect(panel.getByText('How this chart is judged: XmR limits')).toBeVisible();
  expectQuiet(page);
});

test('days between cases are a t chart of the whole council', async ({ browser }) => {
  const page = await candour.open(browser, '#/incidents?p.metric=days-between-cases');
  const panel = page.locator('.chart-panel').first();
  await expect(panel.getByText('How this chart is judged: t chart')).toBeVisible(long);
  await expect(panel.getByText(/cases of one day count once/)).toBeVisible();
  expectQuiet(page);
});

test('a chart of which all is hidden draws no value, and its marks', async ({ browser }) => {
  const page = await candour.open(
    browser,
    '#/incidents?p.metric=substantiated-share&p.chart.substantiated-share=p',
  );
  const panel = page.locator('.chart-panel').first();
  const nothing = panel.getByRole('heading', { name: 'There is nothing that can be shown here.' });
  await expect(nothing).toBeVisible(long);
  await expect(panel.locator('text.gap-text', { hasText: '[c]' }).first()).toBeVisible();
  await expect(panel.locator('.mark')).toHaveCount(0);
  expectQuiet(page);
});

test('a category too long for its place is told whole by its label and in the table', async ({ browser }) => {
  const page = await candour.open(browser, '#/incidents');
  await page.setViewportSize({ width: 400, height: 800 });
  const panel = page.locator('.chart-panel').filter({ hasText: 'Incidents received by category' });
  const cut = panel.locator('text.bar-text').filter({ hasText: /…\s*$/ });
  await expect(cut.first()).toBeVisible();
  await panel.getByText('The same data as a table').click();
  const table = panel.getByRole('table', { name: 'Incidents received' });
  for (const label of await cut.all()) {
    const [whole = ''] = await label.locator('title').allTextContents();
    const shown = ((await label.textContent()) ?? '').slice(whole.length);
    expect(whole.startsWith(shown.slice(0, -1)), `${shown} of ${whole}`).toBe(true);
    expect(whole.length).toBeGreaterThan(shown.length);
    await expect(table.getByRole('cell', { name: whole, exact: true })).toBeVisible();
  }
  expectQuiet(page);
});
