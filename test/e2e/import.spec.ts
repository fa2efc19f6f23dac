// Small files through the import screen: preview, import, the same bytes again, correct, find a row, undo.
import { expect, type Page, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expectQuiet, goTo, makeWorkspace, type RunningCandour, startCandour } from './support.ts';

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

const incidents = [
  'Case ref,Date received,Date closed,Reporter name,Reporter role,Subject name,Subject role,Category,Outcome',
  'C-1,03/05/2024,20/05/2024,Ada Quill,Officer,Cllr Bo Tarn,Councillor,Respect,No further action',
  'C-2,17/06/2024,01/08/2024,Dee Marsh,Officer,Cllr Bo Tarn,Councillor,Respect,Advice given',
  'C-3,31/02/2024,,Dee Marsh,Officer,Cllr Ivo Pell,Councillor,Respect,',
].join('\n');

test('a file is previewed, imported, refused as the same bytes, and undone', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Testing Borough');
  await expect(page.getByText('Protocol not yet adopted')).toBeVisible();

  const choose = () =>
    page
      .getByLabel('Files to import')
      .setInputFiles({ name: 'incidents.csv', mimeType: 'text/csv', buffer: Buffer.from(incidents) });
  await choose();
  const file = page.getByRole('region', { name: 'incidents.csv', exact: true });
  await expect(file.getByLabel('Kind of data')).toHaveValue('incident');
  await expect(file.getByText('Becomes a pseudonym').first()).toBeVisible();
  await expect(file.locator('summary', { hasText: 'problem' }).first()).toBeVisible();
  await file.getByText(/^First \d+ rows/).click();
  await expect(file.getByText('Ada Quill')).toHaveCount(0);

  const button = file.getByRole('button', { name: /^Import \d+ rows?$/ });
  const rows = /\d+/.exec((await button.textContent()) ?? '')?.[0];
  await button.click();
  await expect(file.getByRole('status')).toContainText(`${rows} row`);
  const history = page.getByRole('table', { name: '1 import' });
  await expect(history.getByRole('rowheader', { name: 'incidents.csv' })).toBeVisible();

  await file.getByRole('button', { name: /^Take incidents.csv off/ }).click();
  await choose();
  await expect(file.getByText(/same bytes/)).toBeVisible();
  await expect(file.getByRole('button', { name: /^Import again anyway/ })).toBeVisible();
  await file.getByRole('button', { name: 'Leave this file out' }).click();

  await goTo(page, 'Incidents');
  await expect(page.locator('.chart-panel').first()).toBeVisible();
  await goTo(page, 'Import');
  await page.getByRole('button', { name: 'Undo the import of incidents.csv' }).click();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
  await goTo(page, 'Incidents');
  await expect(page.getByRole('heading', { name: 'No incidents yet' })).toBeVisible();
  expectQuiet(page);
});

test('a file that is no data is refused with a sentence and a hint', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Refusing Borough');
  await page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
  const file = page.getByRole('region', { name: 'empty.csv', exact: true });
  await expect(file.getByRole('alert')).toContainText('is empty');
});

test('a dropped file waits on the import screen, wherever it was dropped', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Dropping Borough');
  await goTo(page, 'Trends and proxies');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
    document.body.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }),
    );
  }, incidents);
  await expect(page.getByRole('region', { name: 'dropped.csv', exact: true })).toBeVisible();
  expectQuiet(page);
});

test('Ctrl+Z undoes a filter change and an import alike, newest first; an import only when told', async ({
  browser,
}) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Undoing Borough');
  await page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'log.csv', mimeType: 'text/csv', buffer: Buffer.from(incidents) });
  const file = page.getByRole('region', { name: 'log.csv', exact: true });
  const button = file.getByRole('button', { name: /^Import \d+ rows?$/ });
  const rows = /\d+ rows?/.exec((await button.textContent()) ?? '')?.[0];
  await button.click();
  await expect(file.getByRole('status')).toContainText('imported');
  await goTo(page, 'Incidents');
  await expect(page.locator('.chart-panel').first()).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const back = page.getByRole('button', { name: /^Undo the last step: the import of log\.csv/ });
  await expect(back).toHaveAccessibleName(/redo does not bring back/);

  const dialog = page.getByRole('dialog', { name: `Undo the import of log.csv (${rows})?` });
  await page.keyboard.press('Control+z');
  await dialog.getByRole('button', { name: 'Keep the import' }).click();
  await expect(page.getByRole('table', { name: '1 import' })).toBeVisible();
  await back.click();
  await expect(dialog).toContainText('Redo does not bring an import back');
  await dialog.getByRole('button', { name: 'Undo this import' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('None yet.')).toBeVisible();
  await expect(back).toHaveCount(0);

  await page.keyboard.press('Control+y');
  await expect(page.getByRole('heading', { name: 'No incidents yet' })).toBeVisible();
  expectQuiet(page);
});

const register = (closed: string, heading = 'Date closed'): string =>
  [
    `Case ref,Date received,${heading},Reporter role,Subject role,Category,Outcome`,
    `R-1,13/05/2024,${closed},Officer,Councillor,Respect,No further action`,
    'R-2,17/06/2024,01/08/2024,Officer,Councillor,Rudness,No further action',
  ].join('\n');

const chooseText = (page: Page, name: string, text: string) =>
  page.getByLabel('Files to import').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a matching is kept, known again with its differences, and a corrected file replaces the first', async ({
  browser,
}) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Mending Borough');
  await chooseText(page, 'register-q1.csv', register('20/05/2024'));
  const first = page.getByRole('region', { name: 'register-q1.csv', exact: true });
  await first.getByLabel('What “Rudness” means').selectOption({ label: 'Respect (suggested)' });
  await first.getByLabel(/^Match the next file like this/).check();
  await first.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(first.getByRole('status')).toContainText('2 rows imported as incidents and complaints');
  await expect(first.getByRole('status')).toContainText('matched as saved under “register”');
  await first.getByRole('button', { name: /^Take register-q1.csv off/ }).click();

  await chooseText(page, 'register-q1-corrected.csv', register('22/05/2024', 'Date case closed'));
  const second = page.getByRole('region', { name: 'register-q1-corrected.csv', exact: true });
  await expect(second.getByText('“Date closed” is now called “Date case closed”')).toBeVisible();
  await expect(second.getByText('“Rudness” means Respect.')).toBeVisible();
  await second.getByRole('button', { name: /^Accept the differences/ }).click();
  await expect(second.getByRole('button', { name: 'Import 2 rows' })).toBeDisabled();

  await second.getByRole('button', { name: 'See what would change' }).click();
  const changes = second.getByRole('table', { name: '1 cell that would change' });
  await expect(changes.getByRole('row').last()).toContainText('20 May 2024');
  await expect(changes.getByRole('row').last()).toContainText('22 May 2024');
  await expect(page.getByRole('table', { name: '1 import' })).toContainText('register-q1.csv');
  await second.getByRole('radio', { name: /^Replace the import of register-q1.csv/ }).check();
  await second.getByRole('button', { name: 'Replace it with 2 rows' }).click();
  await expect(second.getByRole('status')).toContainText('It replaced the import of register-q1.csv');
  const history = page.getByRole('table', { name: '1 import' });
  await expect(history.getByRole('rowheader')).toContainText('register-q1-corrected.csv');
  await page.getByText('1 import taken back or replaced').click();
  await expect(
    page.getByRole('table', { name: 'Imports taken back or replaced' }).getByRole('row').last(),
  ).toContainText('register-q1-corrected.csv');

  // Undoing it leaves neither, which is said before, by the name of the file to import again.
  await page.getByRole('button', { name: 'Undo the import of register-q1-corrected.csv' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('It took the place of register-q1.csv (2 rows)');
  await expect(dialog).toContainText('import register-q1.csv again after undoing this');
  await dialog.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
  await expect(page.getByText('2 imports taken back or replaced')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Imports taken back or replaced' })).toContainText(
    'Nothing: register-q1-corrected.csv, which replaced it, was taken back',
  );
  expectQuiet(page);
});

test('a row is found again from the offered file; another file is refused', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Finding Borough');
  await chooseText(page, 'register.csv', register('20/05/2024'));
  const file = page.getByRole('region', { name: 'register.csv', exact: true });
  await file.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(file.getByRole('status')).toContainText('imported');

  await page.getByRole('button', { name: 'Find a row of register.csv' }).click();
  const dialog = page.getByRole('dialog', { name: 'Find a row of register.csv' });
  const offer = (text: string) =>
    dialog
      .getByLabel('The file')
      .setInputFiles({ name: 'from-the-drive.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await offer(register('20/05/2024'));
  await dialog.getByLabel(/^Row, counted from 1/).fill('3');
  await dialog.getByRole('button', { name: 'Find this row' }).click();
  await expect(dialog.getByRole('status')).toContainText('This row was imported.');
  await expect(dialog.getByRole('status')).toContainText('R-2');
  await expect(dialog.getByRole('status')).toContainText('17 June 2024');

  await offer(register('21/05/2024'));
  await dialog.getByRole('button', { name: 'Find this row' }).click();
  await expect(dialog.getByRole('alert')).toContainText('is not the one that was imported');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByRole('table', { name: '1 import' })).toBeVisible();
});

test('dates that could be either way round are asked about, never guessed', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Asking Borough');
  await chooseText(page, 'short.csv', 'Case ref,Date received,Category\nA-1,03/05/2024,Respect\n');
  const file = page.getByRole('region', { name: 'short.csv', exact: true });
  await expect(file.getByRole('button', { name: 'Import 1 row' })).toBeDisabled();
  await file.getByRole('button', { name: /^Month first/ }).click();
  await expect(file.getByText('The rows cover 5 March 2024.')).toBeVisible();
  await expect(file.getByRole('button', { name: 'Import 1 row' })).toBeEnabled();
  expectQuiet(page);
});

test('every kind of the catalogue has a template to download', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Starting Borough');
  await page.getByText(/\d+ kinds of data, a template for each/).click();
  const buttons = page.getByRole('button', { name: /^Download the template for/ });
  expect(await buttons.count()).toBeGreaterThan(7);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the template for Events' }).click();
  expect((await download).suggestedFilename()).toMatch(/event.*\.xlsx$/);
  expectQuiet(page);
});

test('a field that no heading fills is given the row’s number or one value for all rows', async ({
  browser,
}) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Filling Borough');
  await chooseText(
    page,
    'no-reference.csv',
    'Date received,Subject role,Category,Outcome\n13/05/2024,Councillor,Respect,No further action\n14/05/2024,Councillor,Respect,\n',
  );
  const file = page.getByRole('region', { name: 'no-reference.csv', exact: true });
  await file.getByLabel('Kind of data').selectOption({ label: 'Incidents and complaints' });
  await expect(file.getByText(/^Match these first: Case reference/)).toBeVisible();
  await file.getByLabel('Where Case reference comes from').selectOption({ label: 'The number of the row' });
  const prefix = file.getByLabel('What stands before the number in Case reference');
  await prefix.fill('G-');
  await prefix.press('Enter');
  await expect(file.getByRole('button', { name: 'Import 2 rows' })).toBeEnabled();
  await file.getByLabel('Where Tier comes from').selectOption({ label: 'The same in every row' });
  await file.getByLabel('Tier in every row').fill('Principal');
  await file.getByLabel('Tier in every row').press('Enter');
  await file.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(file.getByRole('status')).toContainText('2 rows imported');
  await page.getByRole('button', { name: 'Find a row of no-reference.csv' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('The file').setInputFiles({
    name: 'no-reference.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Date received,Subject role,Category,Outcome\n13/05/2024,Councillor,Respect,No further action\n14/05/2024,Councillor,Respect,\n',
    ),
  });
  await dialog.getByLabel(/^Row, counted/).fill('3');
  await dialog.getByRole('button', { name: 'Find this row' }).click();
  await expect(dialog.getByRole('status')).toContainText('G-3');
  await expect(dialog.getByRole('status')).toContainText('Principal');
});

test('how a text file is decoded can be switched in the preview; a workbook is not asked', async ({
  browser,
}) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Decoding Borough');
  const text = 'Date,Title,Type\n14/09/2023,Caf\x8e opened,other\n';
  await page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'mac.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') });
  const file = page.getByRole('region', { name: 'mac.csv', exact: true });
  await file.getByText(/^First \d+ rows/).click();
  await expect(file.getByText('CafŽ opened')).toBeVisible();
  await file.getByLabel('Characters').selectOption({ label: 'Old Mac (Mac Roman)' });
  await expect(file.getByText('Café opened')).toBeVisible();
  await expect(file.getByText('Read as Mac Roman, as you asked.')).toBeVisible();
  await page.getByLabel('Files to import').setInputFiles({
    name: 'quarters.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await twoQuarters(),
  });
  const book = page.getByRole('region', { name: 'quarters.xlsx', exact: true });
  await page
    .getByRole('button', { name: /quarters\.xlsx/ })
    .first()
    .click();
  await expect(book.getByLabel('Sheet', { exact: true })).toBeVisible();
  await expect(book.getByLabel('Characters')).toHaveCount(0);
  expectQuiet(page);
});

/** A workbook with one register a quarter. */
async function twoQuarters(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, month] of [
    ['Q1', '05'],
    ['Q2', '08'],
  ] as const) {
    const sheet = book.addWorksheet(name);
    sheet.addRow(['Case ref', 'Date received', 'Subject role', 'Category', 'Outcome']);
    for (let row = 1; row <= 3; row++) {
      sheet.addRow([`${name}-${row}`, `2${row}/${month}/2024`, 'Councillor', 'Respect', 'No further action']);
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

test('which of several sheets is read is asked, before and after there are imports', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Sheeted Borough');
  const choose = async () =>
    page.getByLabel('Files to import').setInputFiles({
      name: 'quarters.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await twoQuarters(),
    });
  const file = page.getByRole('region', { name: 'quarters.xlsx', exact: true });
  for (const [sheet, span] of [
    ['Q1', '21 May 2024 to 23 May 2024'],
    ['Q2', '21 August 2024 to 23 August 2024'],
  ] as const) {
    await choose();
    await expect(file.getByText('Say which sheet to read: several hold data.')).toBeVisible();
    await expect(file.getByRole('button', { name: 'Import 3 rows' })).toBeDisabled();
    await file.getByLabel('Sheet', { exact: true }).selectOption(sheet);
    await expect(file.getByText(`The rows cover ${span}.`)).toBeVisible();
    await file.getByRole('button', { name: /^Import .*3 rows$/ }).click();
    await expect(file.getByRole('status')).toContainText('3 rows imported');
    await file.getByRole('button', { name: /^Take quarters.xlsx off/ }).click();
  }
  await expect(page.getByRole('table', { name: '2 imports' })).toBeVisible();
});

test('the sheet that was chosen is kept with the matching, and the next workbook is read from it', async ({
  browser,
}) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Remembering Borough');
  const choose = async (name: string) =>
    page.getByLabel('Files to import').setInputFiles({
      name,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await twoQuarters(),
    });
  await choose('book.xlsx');
  const first = page.getByRole('region', { name: 'book.xlsx', exact: true });
  await first.getByLabel('Sheet', { exact: true }).selectOption('Q2');
  await expect(first.getByText('The rows cover 21 August 2024 to 23 August 2024.')).toBeVisible();
  await first.getByLabel('Headings').selectOption({ label: 'One row' });
  await first.getByLabel(/^Match the next file like this/).check();
  await first.getByRole('button', { name: /^Import .*3 rows$/ }).click();
  await expect(first.getByRole('status')).toContainText('3 rows imported');
  await first.getByRole('button', { name: /^Take book.xlsx off/ }).click();
  await page.getByText('1 matching of columns').click();
  await expect(page.getByRole('table', { name: 'Saved matchings of columns' })).toContainText(
    'sheet “Q2”, headings in 1 row',
  );
  await page.getByRole('button', { name: 'Undo the import of book.xlsx' }).click();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('None yet.')).toBeVisible();

  await choose('next-book.xlsx');
  const next = page.getByRole('region', { name: 'next-book.xlsx', exact: true });
  await expect(
    next.getByText('Read as saved under “book”: the sheet “Q2”, headings in 1 row.'),
  ).toBeVisible();
  await expect(next.getByLabel('Sheet', { exact: true })).toHaveValue('Q2');
  await expect(next.getByLabel('Headings').locator('option:checked')).toHaveText('As saved: one row');
  await expect(next.getByText('The rows cover 21 August 2024 to 23 August 2024.')).toBeVisible();
  await expect(next.getByRole('button', { name: /^Import .*3 rows$/ })).toBeEnabled();
  expectQuiet(page);
});
