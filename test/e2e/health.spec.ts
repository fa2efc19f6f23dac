// Data health: the register of mechanisms, a source in full, a reorganisation and a series break, by screen.
import { expect, test } from '@playwright/test';
import {
  charts,
  expectQuiet,
  goTo,
  loadSample,
  makeWorkspace,
  type RunningCandour,
  settled,
  startCandour,
} from './support.ts';

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

test('an empty workspace says that there is nothing to judge, and its mechanisms can be settled', async ({
  browser,
}) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Healthy Borough');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Data health');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Data health' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing to judge yet' })).toBeVisible();
  await expect(page.getByText('0 of the 6 mechanisms of section VII are in place.')).toBeVisible();

  const change = page.getByRole('button', { name: 'Change Workshops' });
  await change.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Workshops' });
  await dialog.getByLabel('In place').selectOption('partly');
  await dialog.getByLabel('Owner, by role').selectOption('Monitoring Officer');
  await dialog.getByLabel(/Evidence is due/).fill('6');
  await dialog.getByRole('button', { name: 'Save the mechanism' }).click();
  await expect(dialog).toHaveCount(0);
  const row = page.getByRole('row', { name: /^Workshops/ });
  await expect(row).toContainText('Partly');
  await expect(row).toContainText('Monitoring Officer');
  await expect(row).toContainText('No evidence has been imported yet');
  await page.getByText('Who settled what, and when').click();
  await expect(page.getByText(/set: Workshops: partly in place/)).toBeVisible();
  expectQuiet(page);
});

test('the sample council: a source in full, a reorganisation and a break taken back and settled again', async ({
  browser,
}) => {
  const page = await candour.open(browser, '#/start');
  await loadSample(page);
  await goTo(page, 'Data health');
  await settled(page);
  await page.getByRole('button', { name: 'Councillor survey', exact: true }).click();
  const source = page.getByRole('region', { name: 'Councillor survey in full' });
  const wave = source.getByRole('row', { name: /^18 November 2024/ });
  await expect(wave).toContainText('56%');
  await expect(wave).toContainText('101');

  const crosswalk = page.getByRole('region', { name: 'Directorates across reorganisations' });
  await crosswalk.getByRole('button', { name: 'Take back Economy' }).click();
  await crosswalk.getByRole('button', { name: 'Count Economy as Place and Economy' }).click();
  await expect(crosswalk.getByRole('rowheader', { name: 'Economy', exact: true })).toBeVisible();

  const breaks = page.getByRole('region', { name: 'Series breaks' });
  await breaks.getByRole('button', { name: /^Take back New HR/ }).click();
  await breaks.getByRole('button', { name: 'Set a break on 1 April 2022' }).click();
  const dialog = page.getByRole('dialog', { name: 'A series break' });
  await dialog.getByLabel('Why the two sides cannot be compared').fill('Absence is coded in another way');
  await expect(dialog.getByLabel('Sickness absence spells')).toBeChecked();
  await dialog.getByRole('button', { name: 'Save the break' }).click();
  await expect(breaks.getByRole('row', { name: /Absence is coded in another way/ })).toBeVisible();

  await goTo(page, 'Trends and proxies');
  await expect(charts(page).first()).toBeVisible();
  await expect(page.getByText('series break').first()).toBeVisible();
  await expect(page.getByText(/^Series break on 1 April 2022: New HR/)).toBeVisible();
  expectQuiet(page);

  // A refusal is an answer, and the browser notes it on its console.
  await goTo(page, 'Data health');
  await crosswalk.getByRole('button', { name: 'Add a change of directorate' }).click();
  const change = page.getByRole('dialog', { name: 'A change of directorate' });
  await change.getByLabel('Directorate as it was called').fill('Homes and Tenancies');
  await change.getByLabel('Directorate that it became').fill('City Services');
  await change.getByLabel('First day of the new structure').fill('2022-07-01');
  await change.getByRole('button', { name: 'Save the change' }).click();
  await expect(change.getByRole('alert')).toContainText('did not go over to City Services as a whole');
  await change.getByRole('button', { name: 'Cancel' }).click();
});

test('everything is within reach in a narrow window', async ({ browser }) => {
  const page = await candour.open(browser, '#/start', { theme: 'dark' });
  await loadSample(page);
  await goTo(page, 'Data health');
  await page.setViewportSize({ width: 400, height: 900 });
  await settled(page);
  await expect(page.getByRole('region', { name: 'Series breaks' })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  expectQuiet(page);
});
