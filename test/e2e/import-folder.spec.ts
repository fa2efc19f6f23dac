// A folder dropped on the window: what is ready, what wants a word, what is refused; all imported in one action.
// The rule: the summary is compared with what the history then holds.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { makeWorkspace, type RunningCandour, startCandour } from './support.ts';

let candour: RunningCandour;
const folder = mkdtempSync(join(tmpdir(), 'candour-folder-'));
const quarter = join(folder, 'Q3 exports');
const sample = (name: string): Buffer => readFileSync(join('resources/samples/aldermere', name));

const log = [
  'Case ref,Date received,Date closed,Reporter role,Subject role,Category,Outcome',
  ...Array.from(
    { length: 12 },
    (_, index) =>
      `C-${index + 1},${13 + index}/05/2024,,Officer,Councillor,${index < 5 ? 'Rudness' : 'Respect'},`,
  ),
  'C-99,31/02/2024,,Officer,Councillor,Respect,',
].join('\n');

test.beforeAll(async () => {
  mkdirSync(join(quarter, 'from HR'), { recursive: true });
  writeFileSync(join(quarter, 'conduct-log.csv'), log);
  writeFileSync(join(quarter, 'events.csv'), sample('events.csv'));
  writeFileSync(join(quarter, 'from HR', 'leavers.csv'), sample('leavers-and-joiners.csv'));
  writeFileSync(join(quarter, 'protocol-log.xlsx'), sample('protocol-incident-log.xlsx').subarray(0, 9000));
  for (const wave of ['2019-11.csv', '2020-11.xlsx']) {
    writeFileSync(join(quarter, `councillor-survey-${wave}`), sample(`councillor-survey-${wave}`));
  }
  writeFileSync(join(quarter, '.DS_Store'), 'x');
  candour = await startCandour();
});
test.afterAll(async () => {
  await candour.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Drops what lies at the paths on the page, as the desktop does: the page sees entries, folders among them. */
async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
}

const list = (page: Page): Locator => page.getByRole('region', { name: 'Files on the list', exact: true });
const sentence = (page: Page): Locator => list(page).getByRole('heading', { level: 2 });
const rowOf = (page: Page, file: string): Locator =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader').filter({ hasText: file }) });
const numberIn = (text: string | null): number => Number((text ?? '').replaceAll(',', ''));

async function expectNoGraveViolation(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
    where,
  ).toEqual([]);
}

test('a dropped folder arrives whole, or each file says why not', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Folder Borough');
  await dropPaths(page, [quarter]);
  await expect(sentence(page)).toHaveText('6 files: 3 ready, 2 need a decision, 1 refused.', {
    timeout: 60_000,
  });
  await expect(list(page)).toContainText('1 hidden or temporary file passed over.');
  await expect(rowOf(page, 'leavers.csv')).toContainText('in from HR');
  await expect(rowOf(page, 'protocol-log.xlsx')).toContainText('is damaged');
  await expect(rowOf(page, 'conduct-log.csv')).toContainText('1 word on no list');
  await expectNoGraveViolation(page, 'the list, light');

  // The two waves of one survey are named once.
  await list(page)
    .getByRole('textbox', { name: /Survey in 2 files/ })
    .or(list(page).getByRole('combobox', { name: /Survey in 2 files/ }))
    .fill('Councillor survey');
  await list(page).getByRole('button', { name: 'Use this name for 2 files' }).click();
  await expect(sentence(page)).toHaveText('6 files: 5 ready, 1 refused.', { timeout: 60_000 });

  // The unknown word is mended in place, in all its rows at once.
  await rowOf(page, 'conduct-log.csv').getByRole('button', { name: 'conduct-log.csv', exact: true }).click();
  const file = page.getByRole('region', { name: 'conduct-log.csv', exact: true });
  await expect(file.getByRole('heading', { level: 2 })).toBeFocused();
  const words = file.getByRole('table', { name: /on no list/ });
  await expect(words.getByRole('row').filter({ hasText: 'Rudness' })).toContainText('5');
  await words.getByLabel('What “Rudness” means').selectOption({ label: 'Respect (suggested)' });
  await expect(file.getByText('“Rudness” means Respect.')).toBeVisible();
  await expect(file.getByText('on no list')).toHaveCount(0);
  // The question is gone; the keyboard is not.
  await expect(page.locator('body')).not.toBeFocused();
  await expectNoGraveViolation(page, 'a file, light');

  await list(page)
    .getByRole('button', { name: /^Import all 5 files/ })
    .click();
  await expect(sentence(page)).toHaveText('6 files: 5 imported, 1 refused.', { timeout: 60_000 });
  const summary = list(page).getByRole('status').filter({ hasText: 'arrived' });
  await expect(summary).toContainText('5 of 6 files arrived');
  await expect(summary).toContainText('protocol-log.xlsx The file protocol-log.xlsx is damaged');
  await expect(summary).not.toContainText('events.csv');

  // What the summary says is what the history holds.
  const history = page.getByRole('table', { name: '5 imports' });
  const imported = await history.locator('tbody tr td:nth-of-type(4)').allTextContents();
  const rows = imported.map(numberIn).reduce((sum, count) => sum + count, 0);
  await expect(summary).toContainText(`${rows.toLocaleString('en-GB')} rows imported`);
  await expect(rowOf(page, 'conduct-log.csv')).toContainText('12');
  await expectNoGraveViolation(page, 'the summary, light');
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await expectNoGraveViolation(page, 'the summary, dark');

  // The row that was left out is taken away to be mended.
  const download = page.waitForEvent('download');
  await rowOf(page, 'conduct-log.csv')
    .getByRole('button', { name: /Download the 1 row/ })
    .click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
});

test('the same folder a quarter later: known files are known, nothing is imported twice', async ({
  browser,
}) => {
  const page = await candour.open(browser, '#/import');
  await page.getByLabel('Folder to import').setInputFiles(quarter);
  await expect(sentence(page)).toContainText('here already', { timeout: 60_000 });
  await expect(rowOf(page, 'events.csv')).toContainText('Here already');
  await expect(list(page).getByRole('button', { name: 'No file is ready to import' })).toBeDisabled();
  await list(page).getByRole('button', { name: 'Empty the list' }).click();
  await expect(list(page)).toHaveCount(0);
});

test('sixty files stay readable in a narrow window and by keyboard', async ({ browser }) => {
  const many = join(folder, 'many');
  mkdirSync(many);
  for (let index = 1; index <= 60; index++) {
    writeFileSync(join(many, `log-${index}.csv`), log.replaceAll('C-', `M${index}-`));
  }
  const page = await candour.open(browser, '#/import');
  await page.setViewportSize({ width: 400, height: 800 });
  await page.getByLabel('Folder to import').setInputFiles(many);
  await expect(sentence(page)).toHaveText('60 files: 60 ready.', { timeout: 90_000 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await list(page).getByLabel('Show').selectOption({ label: 'Ready (60)' });
  await rowOf(page, 'log-1.csv').getByRole('button', { name: 'log-1.csv', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('region', { name: 'log-1.csv', exact: true }).getByRole('heading', { level: 2 }),
  ).toBeFocused();
  await expectNoGraveViolation(page, 'sixty files, 400 pixels');
  await list(page).getByRole('button', { name: 'Empty the list' }).click();
});

test('two files of one folder with the same rows: the second asks before it is added', async ({
  browser,
}) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Twice Borough');
  const files = [
    { name: 'log-a.csv', text: log },
    { name: 'log-b.csv', text: log.replace('13/05/2024', '14/05/2024') },
  ].map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }));
  await page.getByLabel('Files to import').setInputFiles(files);
  await expect(sentence(page)).toHaveText('2 files: 2 ready.', { timeout: 60_000 });
  await list(page)
    .getByRole('button', { name: /^Import all 2 files/ })
    .click();
  await expect(sentence(page)).toHaveText('2 files: 1 imported, 1 needs a decision.', { timeout: 60_000 });
  await expect(rowOf(page, 'log-b.csv')).toContainText('12 rows of it came before with log-a.csv');
  await rowOf(page, 'log-b.csv').getByRole('button', { name: 'log-b.csv', exact: true }).click();
  const file = page.getByRole('region', { name: 'log-b.csv', exact: true });
  await file.getByRole('radio', { name: /^Replace the import of log-a.csv/ }).check();
  await file.getByRole('button', { name: 'Replace it with 12 rows' }).click();
  await expect(sentence(page)).toHaveText('2 files: 2 imported.');
  await expect(rowOf(page, 'log-a.csv')).toContainText('Taken back since.');
  await expect(page.getByRole('table', { name: '1 import' })).toBeVisible();
});

test('when Candour does not answer, nothing is lost and the file may be tried again', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Broken Borough');
  await page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'log.csv', mimeType: 'text/csv', buffer: Buffer.from(log) });
  const file = page.getByRole('region', { name: 'log.csv', exact: true });
  await page.route('**/rpc/import.commit', (route) => route.abort());
  await file.getByRole('button', { name: 'Import 12 rows' }).click();
  await expect(file.getByRole('alert')).toContainText('Candour did not answer');
  await page.unroute('**/rpc/import.commit');
  await file.getByRole('button', { name: 'Read it again' }).click();
  await file.getByRole('button', { name: 'Import 12 rows' }).click();
  await expect(file.getByRole('status')).toContainText('12 rows imported');
});
