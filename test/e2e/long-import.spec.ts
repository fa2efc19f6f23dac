// A long import: its counts move, the window stays quick, and Cancel leaves nothing of it behind.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { writeSpells } from '../config/spells.ts';
import { makeWorkspace, type RunningCandour, startCandour } from './support.ts';

const rows = 300_000;
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

test('counts move twice a second, the rail answers, and Cancel cancels', async ({ browser }) => {
  const path = join(folder, 'spells.csv');
  writeSpells(path, rows);
  const page = await candour.open(browser);
  await makeWorkspace(page, 'Patient Borough');
  await page.getByLabel('Files to import').setInputFiles(path);
  const file = page.getByRole('region', { name: 'spells.csv' });
  const button = file.getByRole('button', { name: /^Import 300,000 rows$/ });
  await expect(button).toBeEnabled({ timeout: 60_000 });
  await watchCounts(page);
  await button.click();

  const cancel = page.getByRole('button', { name: 'Cancel', exact: true });
  await expect(cancel).toBeVisible();
  expect(await clickAndTime(page, 'Packs', 'Packs')).toBeLessThan(1500);
  expect(await clickAndTime(page, 'Import', 'Import')).toBeLessThan(1500);
  await expect.poll(async () => (await seenSoFar(page)).moved.length).toBeGreaterThanOrEqual(3);
  await expect(file.getByRole('button', { name: 'Importing…' })).toBeDisabled();
  await cancel.click();

  await expect(file.getByRole('alert')).toContainText('was cancelled');
  await expect(cancel).toHaveCount(0);
  await expect(page.getByText('None yet.')).toBeVisible();
  const { moved, counts } = await seenSoFar(page);
  const waits = moved.slice(1).map((time, index) => time - (moved[index] ?? 0));
  expect(Math.max(...waits), counts.join(' | ')).toBeLessThanOrEqual(1500);

  await page.reload();
  await expect(page.getByText('None yet.')).toBeVisible();
});
