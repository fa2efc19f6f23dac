// The year's judgement by screen: evidence with a figure, answers, sign-offs under the officer's key, opened again.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
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

const passphrase = 'turnip ladder 9 bassoon';
const use = 'Is the Protocol used?';
const strength = 'How strong are the behaviours?';

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

async function expectAccessible(page: Page, where: string): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  expect(told, where).toEqual([]);
}

interface Item {
  readonly words: string;
  readonly strength: string;
  readonly figure?: string;
}

async function addEvidence(page: Page, side: 'for' | 'against', answer: string, item: Item): Promise<void> {
  await page.getByRole('button', { name: `Add evidence ${side}: ${answer}` }).click();
  const dialog = page.getByRole('dialog', { name: 'An item of evidence, 2024/25' });
  await dialog.getByLabel('What it says, in words').fill(item.words);
  await dialog.getByLabel('Strength').selectOption(item.strength);
  if (item.figure) {
    await dialog.getByLabel('Figure', { exact: true }).selectOption(item.figure);
    await expect(dialog.getByRole('status')).toContainText('63 in 2024/25');
  }
  await dialog.getByRole('button', { name: `Add the evidence ${side} it` }).click();
  await expect(dialog).toHaveCount(0);
}

async function record(page: Page, answer: string, words: string, more: Record<string, string> = {}) {
  await page.getByRole('button', { name: `the answer: ${answer}` }).click();
  const dialog = page.getByRole('dialog', { name: `${answer} 2024/25` });
  await dialog.getByLabel('The answer, in words').fill(words);
  await dialog.getByLabel('Confidence').selectOption('moderate');
  await dialog.getByLabel('Why so sure, and no surer').fill('The log and the survey agree.');
  for (const [label, text] of Object.entries(more)) await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name: /^Record / }).click();
  await expect(dialog).toHaveCount(0);
}

async function sign(page: Page, stage: string, day: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: `Sign-off: ${stage}` });
  await dialog.getByLabel('Day of the meeting or the decision').fill(day);
  await dialog.getByLabel('Minute or agenda reference').fill('Minute 14');
  await dialog.getByRole('button', { name: 'Record the sign-off' }).click();
  await expect(dialog).toHaveCount(0);
}

test('an empty workspace says that nothing can be said, and how to begin', async ({ browser }) => {
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Silent Borough');
  await goTo(page, 'AGS judgement');
  await settled(page);
  await expect(page.getByText(/^Council can say nothing of/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing is recorded yet' })).toBeVisible();
  await expect(page.getByText(/6 of the 6 mechanisms of section VII/)).toBeVisible();
  await expectAccessible(page, 'empty');
  expectQuiet(page);
});

test('a year from evidence to sign-offs, and what a changed answer opens again', async ({ browser }) => {
  test.slow();
  const page = await candour.open(browser, '#/start');
  await loadSample(page);
  await goTo(page, 'Monitoring Officer');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page.getByRole('button', { name: 'Set the key' }).click();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await goTo(page, 'AGS judgement');
  await page.getByLabel('Financial year').selectOption('2024/25');
  await settled(page);

  await addEvidence(page, 'for', use, {
    words: 'Cases reach the log and are closed.',
    strength: 'direct',
    figure: 'incidents',
  });
  await addEvidence(page, 'against', use, {
    words: 'One service settles without the log.',
    strength: 'single-account',
  });
  await addEvidence(page, 'against', use, { words: 'Few councillors answered.', strength: 'direct' });
  await record(page, use, 'It is turned to in most services.');
  const answer = page.getByRole('region', { name: use, exact: true });
  await expect(answer).toContainText('Version 1, not signed yet.');
  await expect(answer).toContainText('Moderate confidence. The log and the survey agree.');
  const against = page.getByRole('region', { name: `Against: ${use}` });
  await expect(against.getByRole('listitem').first()).toContainText('Few councillors answered.');
  await record(page, strength, 'Steady, and not yet strong.', {
    'Why there is no evidence for it': 'No measure of it was taken this year.',
    'Why there is no evidence against it': 'No measure of it was taken this year.',
  });

  await page.getByRole('button', { name: 'Record the sign-off: Monitoring Officer' }).click();
  const officers = page.getByRole('dialog', { name: 'Sign-off: Monitoring Officer' });
  await officers.getByLabel('Passphrase').fill(passphrase);
  await officers.getByRole('button', { name: 'Unlock' }).click();
  await expect(officers.getByText(`${use} Version 1, moderate confidence.`)).toBeVisible();
  await sign(page, 'Monitoring Officer', '2025-05-20');
  const trail = page.getByRole('region', { name: 'Sign-offs' });
  await expect(trail.getByText('Signed on 20 May 2025 (Minute 14).')).toBeVisible();
  await page.getByRole('button', { name: 'Record the sign-off: Standards Committee' }).click();
  await sign(page, 'Standards Committee', '2025-06-12');
  await expect(page.getByText(/the record waits for the Audit Committee/)).toBeVisible();
  await expectAccessible(page, 'with a record, light');

  await record(page, use, 'It is turned to in every service.', {
    'Why it changes': 'The spring wave came in.',
  });
  await expect(page.getByText(/An answer changed after it was signed/)).toBeVisible();
  await expect(
    trail.getByText(/Opened again: “Is the Protocol used\?” was answered anew/).first(),
  ).toBeVisible();
  await answer.getByText('1 earlier version').click();
  await expect(answer.getByText('It is turned to in most services.')).toBeVisible();

  await page.getByRole('link', { name: 'Incidents received' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible();
  await expect(page.getByLabel('Period', { exact: true })).toHaveValue('fy-2024');
  await expect(charts(page).first()).toBeVisible();
  expectQuiet(page);

  const dark = await candour.open(browser, '#/judgement?p.year=2024%2F25', { theme: 'dark' });
  await settled(dark);
  await expect(dark.getByText('It is turned to in every service.')).toBeVisible();
  await expectAccessible(dark, 'with a record, dark');
  await dark.getByRole('button', { name: `Change the answer: ${use}` }).click();
  await expectAccessible(dark, 'the form of an answer, dark');
  await dark.keyboard.press('Escape');
  await dark.setViewportSize({ width: 640, height: 800 });
  expect(await dark.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expectQuiet(dark);
});

test('a chart is handed over as evidence, and a name asks for a second look', async ({ browser }) => {
  const page = await candour.open(browser, '#/start');
  await loadSample(page);
  await goTo(page, 'Trends and proxies');
  await expect(charts(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Add as evidence' }).first().click();
  const dialog = page.getByRole('dialog', { name: /^An item of evidence/ });
  await expect(dialog.getByLabel('Figure', { exact: true })).not.toHaveValue('');
  await expectAccessible(page, 'the form of evidence');
  await dialog.getByLabel('What it says, in words').fill('Jane Larkspur of jane@kirkham.gov.uk saw it fall.');
  await dialog.getByLabel('Strength').selectOption('indirect');
  await dialog.getByLabel('It speaks').selectOption('against');
  expectQuiet(page);
  // A refusal is an answer, and the browser notes it on its console.
  await dialog.getByRole('button', { name: 'Add the evidence against it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('may name or reach somebody');
  await dialog.getByLabel(/I have looked at these words/).check();
  await dialog.getByRole('button', { name: 'Add the evidence against it' }).click();
  await expect(dialog).toHaveCount(0);
  const against = page.getByRole('region', { name: `Against: ${use}` });
  await expect(against.getByText(/May tell who is meant: .*jane@kirkham.gov.uk/)).toBeVisible();
  await against.getByRole('button', { name: /^Withdraw the evidence: Jane/ }).click();
  const withdrawal = page.getByRole('dialog', { name: 'Withdraw this evidence' });
  await withdrawal.getByLabel('Why').fill('It named somebody.');
  await withdrawal.getByRole('button', { name: 'Withdraw the evidence' }).click();
  await expect(withdrawal).toHaveCount(0);
  await against.getByText('1 item withdrawn').click();
  await expect(against.getByText(/It named somebody\./)).toBeVisible();
});
