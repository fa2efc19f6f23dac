// The system's own colours (high contrast): words and marks stay apart from their ground, series by shape and dash.
import { expect, test } from '@playwright/test';
import {
  charts,
  expectQuiet,
  goTo,
  loadSample,
  type RunningCandour,
  settled,
  startCandour,
} from './support.ts';

const screens = [
  'Start',
  'Import',
  'Survey',
  'Incidents',
  'Trends and proxies',
  'Positive and qualitative',
  'Appraisals',
  'Comments',
  'Packs',
] as const;
const drawn: readonly string[] = [
  'Survey',
  'Incidents',
  'Trends and proxies',
  'Positive and qualitative',
  'Appraisals',
];

let candour: RunningCandour;
test.beforeAll(async ({ browser }) => {
  candour = await startCandour();
  const page = await candour.open(browser);
  await loadSample(page);
  await page.context().close();
});
test.afterAll(() => candour.stop());

test('colours forced by the system leave words and marks apart from their ground', async ({ browser }) => {
  const page = await candour.open(browser, '#/start', { forced: true });
  for (const screen of screens) {
    await goTo(page, screen);
    await settled(page);
    if (drawn.includes(screen)) await expect(charts(page).first()).toBeVisible();
    const looks = await page.evaluate(() => {
      const ground = getComputedStyle(document.documentElement).backgroundColor;
      const marks = [...document.querySelectorAll('.plot .mark, .chart-key .mark')];
      const looksOf = (mark: Element) => `${mark.tagName} ${mark.className.toString()}`;
      return {
        lost: marks.filter((mark) => getComputedStyle(mark).fill === ground).map(looksOf),
        // A primary button whose words the system would set on a ground of their own cannot be read.
        buttons: [...document.querySelectorAll('.button.primary')].map((button) => {
          const style = getComputedStyle(button);
          return [
            style.getPropertyValue('forced-color-adjust'),
            style.color === style.backgroundColor ? 'words lost' : 'words apart',
          ];
        }),
        current: [...document.querySelectorAll('.rail a')].filter(
          (link) => getComputedStyle(link).borderLeftColor !== ground,
        ).length,
      };
    });
    expect(looks.lost, screen).toEqual([]);
    for (const button of looks.buttons) expect(button, screen).toEqual(['none', 'words apart']);
    expect(looks.current, `${screen}: only its own rail item is marked`).toBe(1);
  }
  await page.goto(`${candour.origin}/#/trends?p.metric=headcount&p.split=directorate`);
  // The panel on adoption below has a key of its own.
  const key = page.locator('.chart-panel').first().locator('.chart-key');
  await expect(key.locator('li')).toHaveCount(4);
  const series = await key
    .locator('svg')
    .evaluateAll((keys) =>
      keys.map((key) => [
        key.querySelector('line')?.getAttribute('stroke-dasharray'),
        key.querySelector('.mark')?.outerHTML.replace(/class="[^"]*"/, ''),
      ]),
    );
  for (const part of [0, 1]) expect(new Set(series.map((one) => one[part])).size).toBe(4);
  expectQuiet(page);
});
