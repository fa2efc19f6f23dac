// The pack screens for everybody: empty, small, without a key; axe in light and dark, narrow and at 200 per cent,
// in the system's colours; any workbook checked, a finding that leads to its cell.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expectQuiet, goTo, makeWorkspace, type RunningCandour, settled, startCandour } from './support.ts';

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

async function expectGood(page: Page, where: string): Promise<void> {
  await settled(page);
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      grave.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
      `${where}, ${theme}`,
    ).toEqual([]);
  }
  // 640 px is 1,280 px at 200 per cent.
  for (const width of [640, 1024, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `${where}, ${width} px`).toBeLessThanOrEqual(0);
  }
}

const days = Array.from({ length: 40 }, (_, at) => {
  const month = String((at % 12) + 1).padStart(2, '0');
  return `C-${at},${String(13 + (at % 15)).padStart(2, '0')}/${month}/${at < 20 ? 2023 : 2024},Officer,Councillor,${at % 3 ? 'Respect' : 'Bullying'}`;
});
const log = ['Case ref,Date received,Reporter role,Subject role,Category', ...days].join('\n');

test('with nothing, then with one log: preview, explanation, cover, drafts', async ({ browser }) => {
  test.setTimeout(240_000);
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Access Borough');
  await goTo(page, 'Packs');
  await expect(page.getByRole('heading', { name: 'Nothing to put into a pack yet' })).toBeVisible();
  await expectGood(page, 'empty');
  await page.getByRole('tab', { name: 'Drafts and issues' }).click();
  await expect(page.getByRole('heading', { name: 'No pack yet' })).toBeVisible();

  await goTo(page, 'Import');
  await page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'log.csv', mimeType: 'text/csv', buffer: Buffer.from(log) });
  const file = page.getByRole('region', { name: 'log.csv', exact: true });
  await file.getByLabel('Kind of data').selectOption('incident');
  await file.getByRole('button', { name: /^Import \d+ rows$/ }).click();
  await expect(file.getByRole('status')).toContainText('imported');

  await goTo(page, 'Packs');
  await page.getByRole('tab', { name: 'Build a pack' }).click();
  const slots = page.getByRole('navigation', { name: 'Sheets of the pack' });
  await expect(slots).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('nothing can be released without it')).toBeVisible();
  await slots.getByRole('button', { name: /^Culture_survey/ }).click();
  await expect(page.getByRole('article', { name: 'Sheet Culture_survey' })).toContainText(
    'No survey has been loaded',
  );
  await slots.getByRole('button', { name: /^Complaints_by_period/ }).click();
  await expectGood(page, 'builder');

  // A place that an address names is brought into sight and takes the focus.
  const grid = page.getByRole('article', { name: 'Sheet Complaints_by_period' }).getByRole('grid');
  const cell = grid.locator('td.traced').first();
  const name = (await cell.getAttribute('title')) ?? '';
  await page.evaluate((at) => {
    location.hash = `#/packs?p.sheet=Complaints_by_period&p.cell=${at}`;
  }, name);
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`cell ${name}`);
  await expectGood(page, 'explanation');
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(grid.locator('tbody tr').last().locator(':focus')).toHaveCount(1);

  await page.getByLabel('Twin').selectOption('exempt');
  await page.getByRole('button', { name: 'Fill in the cover' }).click();
  await expect(dialog.getByRole('group', { name: /Schedule 12A/ })).toBeVisible();
  await expectGood(page, 'cover');
  await page.keyboard.press('Escape');

  await page.getByLabel('Twin').selectOption('public');
  await page.getByRole('button', { name: /^Build the/ }).click();
  await expect(page.getByRole('heading', { name: 'Release' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Release as issue 1' })).toBeDisabled();
  await expectGood(page, 'draft');
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(page.getByRole('table', { name: '1 pack' })).toBeVisible();
  await expectGood(page, 'list');
  expectQuiet(page);
});

test('any workbook is checked and forgotten; what is no workbook is refused in words', async ({
  browser,
}) => {
  const page = await candour.open(browser, '#/packs?p.tab=check');
  await expect(page.getByRole('heading', { name: 'No workbook yet' })).toBeVisible();
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  sheet.addRow(['Area', 'Cases']);
  sheet.addRow(['North', 3]);
  sheet.mergeCells('A3:B3');
  const buffer = Buffer.from(await book.xlsx.writeBuffer());
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('Workbook to check').setInputFiles({ name: 'theirs.xlsx', mimeType, buffer });
  const verdict = page.getByRole('status').filter({ hasText: /errors?: it may not be released/ });
  await expect(verdict).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: /^Error T06/ })).toBeVisible();
  await page.getByRole('radio', { name: /^Warnings/ }).click();
  await expect(page.getByRole('heading', { name: /^Error/ })).toHaveCount(0);
  await page.getByRole('radio', { name: /^All/ }).click();
  await expectGood(page, 'check');
  await page.getByRole('button', { name: 'Forget it' }).click();
  await expect(page.getByRole('heading', { name: 'No workbook yet' })).toBeVisible();
  await page
    .getByLabel('Workbook to check')
    .setInputFiles({ name: 'notes.xlsx', mimeType, buffer: Buffer.from('no workbook at all') });
  await expect(
    page.getByText(/notes\.xlsx|not a workbook|could not be read|E X08|Error X08/).first(),
  ).toBeVisible();
});

test('in the colours of the system words and marks stay', async ({ browser }) => {
  const page = await candour.open(browser, '#/packs?p.sheet=Trend_incidents', { forced: true });
  await expect(page.getByRole('article', { name: 'Sheet Trend_incidents' })).toBeVisible({ timeout: 60_000 });
  await settled(page);
  const unlike = await page.evaluate(() => {
    const paper = getComputedStyle(document.body).backgroundColor;
    const lines = [...document.querySelectorAll('.sheet-series polyline')];
    return lines
      .map((line) => getComputedStyle(line).stroke)
      .filter((stroke) => stroke === paper || stroke === 'none');
  });
  expect(unlike).toEqual([]);
  expectQuiet(page);
});
