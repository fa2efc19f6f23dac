// Finds a Chromium for the browser tests, wherever they run; nothing is downloaded.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
}

/**
 * The browser to test with: CHROMIUM_PATH, an installed Chromium or Chrome, Playwright's own, or the
 * Chromium inside the package `@sparticuz/chromium`, which is unpacked into the temporary folder.
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, args: quiet };
  const installed = [...candidates, chromium.executablePath()].find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args: quiet };
  const packed = (await import('@sparticuz/chromium')).default;
  return { executablePath: await packed.executablePath(), args: quiet };
}
