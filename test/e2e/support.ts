// Starts the built application for a spec, as `candour serve` does, with a home folder of its own.
// The rule: every page is watched: an error on its console or a request off this machine fails the test.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

export interface RunningCandour {
  readonly origin: string;
  /** Opens a page that is already let in. */
  open(
    browser: Browser,
    hash?: string,
    options?: { readonly theme?: 'light' | 'dark'; readonly forced?: boolean },
  ): Promise<Page>;
  stop(): Promise<void>;
}

const addressIn = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(text)?.[0];
      if (address) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`candour serve ended with ${code}: ${text}`)));
  });

const faults = new WeakMap<Page, string[]>();

function watch(page: Page, origin: string): void {
  const found: string[] = [];
  faults.set(page, found);
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => found.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) {
      found.push(`request: ${url}`);
    }
  });
}

/** Fails when the page wrote an error to its console or asked another machine for anything. */
export const expectQuiet = (page: Page): void => expect(faults.get(page) ?? ['not watched']).toEqual([]);

/** Builds nothing: `npm run build` has to have run. */
export async function startCandour(): Promise<RunningCandour> {
  const home = mkdtempSync(join(tmpdir(), 'candour-e2e-'));
  const child = spawn(process.execPath, ['out/main/cli.js', 'serve', '--port', '0'], {
    env: { ...process.env, CANDOUR_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await addressIn(child);
  const { origin } = new URL(address);
  let cookies: Awaited<ReturnType<BrowserContext['cookies']>> | null = null;
  return {
    origin,
    async open(browser, hash = '', { theme = 'light', forced = false } = {}) {
      const context = await browser.newContext({
        acceptDownloads: true,
        forcedColors: forced ? 'active' : 'none',
      });
      await context.addInitScript((name) => localStorage.setItem('candour.theme', name), theme);
      const page = await context.newPage();
      watch(page, origin);
      if (cookies) await context.addCookies(cookies);
      else {
        await page.goto(address);
        cookies = await context.cookies();
      }
      await page.goto(`${origin}/${hash}`);
      await expect(page.getByRole('main')).not.toBeEmpty();
      return page;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Loads the sample council by the button on the first screen. */
export async function loadSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the sample council' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trends and proxies' })).toBeVisible({
    timeout: 90_000,
  });
}

/** Makes an empty workspace by the form on the first screen, which leads to Import. */
export async function makeWorkspace(page: Page, council: string): Promise<void> {
  await page.getByLabel('Council', { exact: true }).fill(council);
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
}

/** Goes to a screen by the rail. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
}

/** Waits until a screen has all its answers. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByText(/^Reading the/)).toHaveCount(0);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 90_000 });
}

/** A chart is on the screen once its lines or bars are drawn. */
export const charts = (page: Page) => page.locator('.plot-box svg.recharts-surface');
