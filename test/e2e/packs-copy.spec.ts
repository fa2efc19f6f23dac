// The copies of a pack by their buttons: OpenDocument and PDF where LibreOffice is installed, else a clear sentence.
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { findOffice } from '#core/files/convert.ts';
import { expectQuiet, goTo, loadSample, type RunningCandour, settled, startCandour } from './support.ts';

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

const copies = [
  {
    button: 'Copy as OpenDocument',
    format: 'ods',
    holds: 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
  },
  { button: 'Copy as PDF', format: 'pdf', holds: '%PDF-' },
] as const;

async function expectCopy(page: Page, { button, format, holds }: (typeof copies)[number]): Promise<void> {
  const waiting = page.waitForEvent('download', { timeout: 200_000 });
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('button', { name: 'Making the copy…' })).toBeDisabled();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 200).toString('latin1')).toContain(holds);
  expect(bytes.length).toBeGreaterThan(10_000);
  await expect(page.getByRole('button', { name: button })).toBeEnabled();
  await expect(page.getByRole('alert').filter({ hasText: 'LibreOffice' })).toHaveCount(0);
}

async function expectSentence(page: Page, { button, format }: (typeof copies)[number]): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'LibreOffice' })).toContainText(
    format.toUpperCase(),
  );
  await expect(page.getByRole('button', { name: button })).toBeEnabled();
}

test('a pack is taken along as OpenDocument and as PDF, or it is said why not', async ({ browser }) => {
  test.setTimeout(600_000);
  const page = await candour.open(browser);
  await loadSample(page);
  await goTo(page, 'Packs');
  await page.getByLabel('Edition').selectOption({ label: 'Whips and independents brief' });
  await page.getByRole('button', { name: /^Build the/ }).click();
  await expect(page.getByRole('heading', { name: 'Release' })).toBeVisible({ timeout: 90_000 });
  await settled(page);
  const installed = findOffice() !== null;
  for (const copy of copies) await (installed ? expectCopy : expectSentence)(page, copy);
  expectQuiet(page);
});
