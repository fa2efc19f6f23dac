// Axe on every screen, light and dark, empty and full: nothing serious or critical.
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

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const screens = [
  'Start',
  'Import',
  'Data health',
  'Survey',
  'Incidents',
  'Trends and proxies',
  'Positive and qualitative',
  'Appraisals',
  'Comments',
  'Packs',
  'AGS judgement',
  'Monitoring Officer',
] as const;
const drawn: readonly string[] = [
  'Survey',
  'Incidents',
  'Trends and proxies',
  'Positive and qualitative',
  'Appraisals',
];

async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const words = grave.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  expect(words, where).toEqual([]);
  expect(passes.length, `${where}: axe looked at something`).toBeGreaterThan(8);
}

let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(() => candour.stop());

test('the first screen and the empty screens', async ({ browser }) => {
  const page = await candour.open(browser);
  await expectAccessible(page, 'first screen');
  await makeWorkspace(page, 'Empty Council');
  for (const screen of screens) {
    await goTo(page, screen);
    await settled(page);
    await expectAccessible(page, `${screen}, empty`);
  }
  expectQuiet(page);
});

test('every screen with the sample council, light and dark', async ({ browser }) => {
  test.slow();
  const first = await candour.open(browser, '#/start');
  await loadSample(first);
  for (const theme of ['light', 'dark'] as const) {
    const page = await candour.open(browser, '#/start', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const screen of screens) {
      await goTo(page, screen);
      await settled(page);
      if (drawn.includes(screen)) await expect(charts(page).first()).toBeVisible();
      await expectAccessible(page, `${screen}, ${theme}`);
    }
    await page.getByRole('button', { name: 'Help' }).click();
    await expectAccessible(page, `help, ${theme}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Settings' }).click();
    await expectAccessible(page, `settings, ${theme}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expectAccessible(page, `palette, ${theme}`);
    expectQuiet(page);
  }
});

test('the skip link leads to the content', async ({ browser }) => {
  const page = await candour.open(browser);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
