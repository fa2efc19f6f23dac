// One small file through the import screen: preview, import, the same bytes again, undo.
import { expect, test } from '@playwright/test';
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
  const file = page.getByRole('region', { name: 'incidents.csv' });
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
  const file = page.getByRole('region', { name: 'empty.csv' });
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
  await expect(page.getByRole('region', { name: 'dropped.csv' })).toBeVisible();
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
  const file = page.getByRole('region', { name: 'log.csv' });
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
