// Packs as they are made, walked to the end: a view is pinned, the cover filled in, each sheet seen as it will look,
// a cell explained by keyboard, the workbook checked, held while the key is locked, released by the second person,
// then, after new data, compared with what was released.
import { expect, type Page, test } from '@playwright/test';
import { expectQuiet, goTo, loadSample, type RunningCandour, settled, startCandour } from './support.ts';

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

const edition = 'Standards Committee pack';
const passphrase = 'parsley hammer 3 clarinet';
const slots = (page: Page) => page.getByRole('navigation', { name: 'Sheets of the pack' });
const paper = (page: Page, name: string) => page.getByRole('article', { name: `Sheet ${name}` });

async function see(page: Page, name: string): Promise<void> {
  await slots(page)
    .getByRole('button', { name: new RegExp(`^${name} `) })
    .click();
  await expect(paper(page, name)).toBeVisible();
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByText('Unlocked.')).toBeVisible();
}

async function build(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Build a pack' }).click();
  await page.getByRole('button', { name: /^Build the/ }).click();
  await expect(page.getByRole('heading', { name: 'Release' })).toBeVisible({ timeout: 90_000 });
  await settled(page);
}

test('from a pinned view to a released pack, and what changed after new data', async ({ browser }) => {
  test.setTimeout(400_000);
  const page = await candour.open(browser);
  await loadSample(page);

  // A view is pinned and said something of.
  await page.getByRole('button', { name: 'Pin to packs' }).first().click();
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByLabel('Note', { exact: true }).fill('Watch the spring months.');
  await page.getByLabel('Your role').fill('Policy analyst');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(page.getByRole('button', { name: 'Change the note' })).toBeVisible();

  await page.evaluate(() =>
    fetch('/rpc/pin.add', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        request: { metric: 'absence-fte-days', split: 'directorate', grain: 'month' },
        kind: 'bars',
      }),
    }),
  );

  // The sheets as they will look.
  await goTo(page, 'Packs');
  await page.getByLabel('Edition').selectOption({ label: edition });
  await expect(slots(page)).toBeVisible({ timeout: 90_000 });
  await settled(page);
  await expect(page.getByText(/cells? (is|are) hidden: \d+/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Fill in the cover' }).click();
  await page.getByLabel('Agenda item').fill('Item 7');
  await page.getByRole('button', { name: 'Save the cover' }).click();
  await expect(paper(page, 'Cover').getByRole('gridcell', { name: 'Item 7' })).toBeVisible({
    timeout: 60_000,
  });

  // The pin has a sheet; its note and chart stand there.
  await see(page, 'Pinned_1');
  await expect(paper(page, 'Pinned_1')).toContainText('Note by the Policy analyst');
  await expect(paper(page, 'Pinned_1').getByRole('img', { name: /^Line chart/ })).toBeVisible();

  // A long table draws what is in sight, and its last cell is reached all the same.
  await see(page, 'Pinned_2');
  const long = paper(page, 'Pinned_2').getByRole('grid');
  const count = Number(await long.getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThan(300);
  expect(await long.getByRole('row').count()).toBeLessThan(120);
  await long.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  await expect(long.locator(`tr[aria-rowindex="${count}"] :focus`)).toHaveCount(1);
  await see(page, 'Pinned_1');

  // A cell is walked to and explained by keyboard; the focus comes back to it.
  const grid = paper(page, 'Pinned_1').getByRole('grid');
  await grid.getByRole('rowheader').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('The number itself');
  await expect(dialog).toContainText('imports behind it');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(grid.locator('td:focus')).toHaveCount(1);

  // Built, it is checked, and held while there is no key.
  await build(page);
  await expect(page.getByRole('status').filter({ hasText: /^(No error|Every rule)/ })).toBeVisible();
  const release = page.getByRole('button', { name: 'Release as issue 1' });
  await expect(release).toBeDisabled();
  await expect(page.getByText('No Monitoring Officer’s key is set yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Go and set the key' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page.getByRole('button', { name: 'Set the key' }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await goTo(page, 'Packs');
  await expect(page.getByText('The Monitoring Officer’s key is locked.')).toBeVisible();
  await expect(release).toBeDisabled();
  await page.getByRole('link', { name: 'Go and unlock the key' }).click();
  await unlock(page);

  // The second person releases it; the frozen files hold.
  await goTo(page, 'Packs');
  await expect(release).toBeEnabled();
  await release.click();
  await expect(page.getByRole('heading', { name: 'Issue 1' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Verify the frozen files' }).click();
  await expect(page.getByRole('region', { name: 'Release' }).getByRole('status')).toBeVisible();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Download .*\.xlsx$/ }).click();
  expect((await waiting).suggestedFilename()).toMatch(/issue-1\.xlsx$/);

  // New data; the next draft says what is different from the issue, and why.
  await goTo(page, 'Import');
  const rows = ['NEW-1', 'NEW-2', 'NEW-3'].map((id) => `${id},25/03/2025,Officer,Councillor,Respect`);
  await page.getByLabel('Files to import').setInputFiles({
    name: 'late-cases.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Case ref,Date received,Reporter role,Subject role,Category', ...rows].join('\n')),
  });
  const file = page.getByRole('region', { name: 'late-cases.csv', exact: true });
  await file.getByRole('button', { name: /^Import \d+ rows?$/ }).click();
  await expect(file.getByRole('status')).toContainText('3 row');
  await goTo(page, 'Packs');
  await build(page);
  const changes = page.getByRole('region', { name: 'Changes since the last issue' });
  await expect(changes).toContainText('late-cases.csv', { timeout: 60_000 });
  await changes.locator('summary').filter({ hasText: 'changed' }).first().click();
  await expect(changes.getByRole('table').first().getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Release as issue 2' })).toBeVisible();

  // What was released can be withdrawn, with a reason.
  await page.getByRole('button', { name: 'Back to the list' }).click();
  const list = page.getByRole('table', { name: '2 packs' });
  await list
    .getByRole('row', { name: /Released/ })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await page.getByLabel('Why it is withdrawn').fill('Three late cases were not counted.');
  await page.getByRole('button', { name: 'Withdraw the pack' }).click();
  await expect(page.getByText(/^Withdrawn by .*: Three late cases were not counted\.$/)).toBeVisible();
  expectQuiet(page);
});
