// The desktop window itself. It skips, with a sentence, where no Electron runtime is there to open it.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';

/** ELECTRON_EXEC_PATH, or the executable that npm unpacked beside the electron package. */
function findRuntime(): string | null {
  const named = process.env.ELECTRON_EXEC_PATH;
  if (named) return existsSync(named) ? named : null;
  const folder = join('node_modules', 'electron');
  const record = join(folder, 'path.txt');
  const file = existsSync(record) ? join(folder, 'dist', readFileSync(record, 'utf8').trim()) : null;
  return file !== null && existsSync(file) ? file : null;
}

const runtime = findRuntime();
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

test('the desktop window opens on the first screen', async () => {
  test.skip(runtime === null, 'No Electron runtime is installed here, so the desktop window is not opened.');
  test.skip(!display, 'There is no display here, so the desktop window is not opened.');
  const app = await _electron.launch({
    executablePath: runtime ?? '',
    args: ['.'],
    env: { ...process.env, CANDOUR_HOME: mkdtempSync(join(tmpdir(), 'candour-window-')) } as Record<
      string,
      string
    >,
  });
  const window = await app.firstWindow();
  await expect(window.getByRole('button', { name: 'Try the sample council' })).toBeVisible();
  expect(await window.evaluate(() => 'candour' in globalThis && !('require' in globalThis))).toBe(true);
  await app.close();
});
