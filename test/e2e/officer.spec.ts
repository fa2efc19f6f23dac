// The Monitoring Officer's screen: nothing of a flag on the page while it is locked, a rule that is set by hand,
// a decision, a name for a reason, and the log of all that; at two widths, light and dark.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { goTo, makeWorkspace, type RunningCandour, settled, startCandour } from './support.ts';

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

const passphrase = 'parsley hammer 3 clarinet';
const cases = [1, 2, 3].map((at) => `C${at},2024-0${at}-15,Cllr Wilhelmina Gooseberry,Words of advice`);
const log = ['Case ref,Date received,Subject name,Outcome', ...cases].join('\n');

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
  for (const width of [400, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `${where}, ${width} px`).toBeLessThanOrEqual(0);
  }
}

test('the key, the rule, a flag, a decision, a name, the log; and nothing of it when locked', async ({
  browser,
}) => {
  const page = await candour.open(browser);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await makeWorkspace(page, 'Officer Borough');
  const main = page.getByRole('main');

  await goTo(page, 'Monitoring Officer');
  await expect(page.getByRole('heading', { name: 'No key is set' })).toBeVisible();
  await expect(main).toContainText('No rule is set.');
  await expectGood(page, 'without a key');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same again').fill('something else');
  await page.getByRole('button', { name: 'Set the key' }).click();
  await expect(page.getByRole('alert')).toContainText('not the same');
  await page.getByLabel('The same again').fill(passphrase);
  await page.getByRole('button', { name: 'Set the key' }).click();

  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  const unlock = async (words: string) => {
    await page.getByLabel('Passphrase', { exact: true }).fill(words);
    await page.getByRole('button', { name: 'Unlock' }).click();
  };
  await unlock('not the passphrase');
  await expect(page.getByRole('alert')).toContainText('not the Monitoring Officer’s passphrase');
  await unlock(passphrase);
  await expect(page.getByRole('timer')).toContainText('15 minutes');
  await page.getByRole('button', { name: 'Keep names from now on' }).click();
  await expect(main).toContainText('kept from each import, sealed to your key');

  await goTo(page, 'Import');
  await page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'log.csv', mimeType: 'text/csv', buffer: Buffer.from(log) });
  const file = page.getByRole('region', { name: 'log.csv' });
  await file.getByLabel('Kind of data').selectOption('incident');
  await file.getByRole('button', { name: /^Import \d+ rows$/ }).click();
  await expect(file.getByRole('status')).toContainText('imported');

  await goTo(page, 'Monitoring Officer');
  await expect(main).toContainText('No rule is set.');
  await page.getByRole('button', { name: 'Set the rule' }).click();
  await page.getByLabel('Informal interventions, from 2').fill('3');
  await page.getByLabel('Within so many months').fill('12');
  await page.getByLabel('Where it is minuted').fill('Standards Committee, item 6');
  await page.getByRole('dialog').getByRole('button', { name: 'Set the rule' }).click();
  await expect(main).toContainText('1 person is flagged');
  const flag = page.getByRole('article', { name: /^p-[0-9a-f]{20}$/ });
  await expect(flag).toContainText('Nobody has decided yet.');
  await expect(flag.getByRole('row')).toHaveCount(4);
  const pseudonym = (await flag.getAttribute('aria-label')) ?? '';

  await flag.getByRole('button', { name: /^Record a decision/ }).click();
  await page.getByLabel('Decision', { exact: true }).selectOption('conversation');
  await page.getByLabel('Why, for the record').fill('A conversation with the Whip present');
  await page.getByRole('button', { name: 'Record the decision' }).click();
  await expect(flag).toContainText('Decided: Conversation');

  await flag.getByRole('button', { name: /^Ask who/ }).click();
  await page.getByLabel('Why, for the audit log').fill('To invite Gooseberry to it');
  await page.getByRole('button', { name: 'Ask, and log it' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('holds part of the name');
  await page.getByLabel('Why, for the audit log').fill('To invite them to it');
  await page.getByRole('button', { name: 'Ask, and log it' }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Cllr Wilhelmina Gooseberry');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('body')).not.toContainText('Gooseberry');

  await page.getByRole('button', { name: 'Release the count for packs' }).click();
  await expect(main).toContainText('Released for packs: 1 to 4: not shown.');
  await page.getByRole('button', { name: 'Enter a restriction' }).click();
  const entry = page.getByRole('dialog');
  await entry.getByLabel('Pseudonym').fill(pseudonym);
  await entry.getByLabel('From').fill('2024-05-01');
  await entry.getByRole('button', { name: 'Save the restriction' }).click();
  await expect(entry.getByRole('alert')).toContainText('needs a day on which it is reviewed');
  await entry.getByLabel('Reviewed on').fill('2024-08-01');
  await entry.getByRole('button', { name: 'Save the restriction' }).click();
  const register = page.getByRole('region', { name: 'Contact restrictions', exact: true });
  await expect(register.getByRole('row')).toHaveCount(2);
  await expect(register).toContainText('Review due. Nothing is recorded that gives the power');
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await expect(main).toContainText('The audit log holds');
  await expect(page.getByRole('region', { name: 'Audit log' })).toContainText(pseudonym);
  await expectGood(page, 'unlocked');

  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await settled(page);
  await expect(page.locator('body')).not.toContainText(pseudonym);
  await expect(page.locator('body')).not.toContainText(/Gooseberry|3 informal interventions|To invite/);
  await expect(main).toContainText('Who is flagged under it is for the Monitoring Officer alone.');
  await expectGood(page, 'locked');
  expect(faults).toEqual([]);
});
