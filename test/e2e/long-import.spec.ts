// A long import: its counts move, the window stays quick, and Cancel leaves nothing of it behind.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { writeSpells } from '../config/spells.ts';
import { makeWorkspace, type RunningCandour, startCandour } from './support.ts';

const rows = 1_000_000;
/** What the analyst is owed: a progress told twice a second, a cancel honoured within one, a screen that answers. */
const medianGapMs = 500;
const longestGapMs = 1500;
const cancelMs = 1000;
const answerMs = 1000;
const folder = mkdtempSync(join(tmpdir(), 'candour-long-'));
let candour: RunningCandour;
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(async () => {
  await candour.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Seen {
  /** Milliseconds of the page at which the panel showed another count. */
  readonly moved: number[];
  readonly counts: string[];
}

/** Notes in the page every change of the count in the progress panel, frame by frame. */
async function watchCounts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Seen = { moved: [], counts: [] };
    Object.assign(window, { seen });
    let last = '';
    const look = () => {
      const words = document.querySelector('.work p')?.textContent ?? '';
      const count = /[\d,]{4,}/.exec(words)?.[0] ?? '';
      if (count !== '' && count !== last) {
        seen.moved.push(performance.now());
        seen.counts.push(words);
        last = count;
      }
      requestAnimationFrame(look);
    };
    look();
  });
}

const seenSoFar = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

/** Clicks a rail item in the page itself and answers how many ms passed until its screen stood there. */
const clickAndTime = (page: Page, screen: string, heading: string) =>
  page.evaluate(
    async ([word, title]) => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a')];
      const from = performance.now();
      links.find((link) => link.textContent?.includes(word))?.click();
      while (document.querySelector('h1')?.textContent !== title) {
        if (performance.now() - from > 5000) break;
        await new Promise((next) => requestAnimationFrame(next));
      }
      return performance.now() - from;
    },
    [screen, heading] as const,
  );

/** Clicks the button with these words in the page itself; how many ms until the page says what it should. */
const clickAndWait = (page: Page, button: string, said: string) =>
  page.evaluate(
    async ([word, sentence]) => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('.work button')];
      const from = performance.now();
      buttons.find((own) => own.textContent === word)?.click();
      while (!document.querySelector('[role="alert"]')?.textContent?.includes(sentence)) {
        if (performance.now() - from > 10_000) break;
        await new Promise((next) => requestAnimationFrame(next));
      }
      return performance.now() - from;
    },
    [button, said] as const,
  );

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY;

test('counts move twice a second, the rail answers, and Cancel cancels', async ({ browser }) => {
  const path = join(folder, 'spells.csv');
  writeSpells(path, rows);
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Patient Borough');
  await page.getByLabel('Files to import').setInputFiles(path);
  const file = page.getByRole('region', { name: 'spells.csv', exact: true });
  const button = file.getByRole('button', { name: /^Import 1,000,000 rows$/ });
  await expect(button).toBeEnabled({ timeout: 90_000 });
  await watchCounts(page);
  await button.click();

  const cancel = page.getByRole('button', { name: 'Cancel', exact: true });
  await expect(cancel).toBeVisible();
  expect(await clickAndTime(page, 'Packs', 'Packs')).toBeLessThan(answerMs);
  expect(await clickAndTime(page, 'Import', 'Import')).toBeLessThan(answerMs);
  await expect.poll(async () => (await seenSoFar(page)).moved.length).toBeGreaterThanOrEqual(4);
  await expect(file.getByRole('button', { name: 'Importing…' })).toBeDisabled();

  expect(await clickAndWait(page, 'Cancel', 'was cancelled')).toBeLessThanOrEqual(cancelMs);
  await expect(file.getByRole('alert')).toContainText('was cancelled');
  await expect(cancel).toHaveCount(0);
  await expect(page.getByText('None yet.')).toBeVisible();
  const { moved, counts } = await seenSoFar(page);
  const waits = moved.slice(1).map((time, index) => time - (moved[index] ?? 0));
  expect(median(waits), counts.join(' | ')).toBeLessThanOrEqual(medianGapMs);
  expect(Math.max(...waits), counts.join(' | ')).toBeLessThanOrEqual(longestGapMs);

  // The file is as ready as before, so that the same click may be made again.
  await expect(button).toBeEnabled();
  await page.reload();
  await expect(page.getByText('None yet.')).toBeVisible();
});
