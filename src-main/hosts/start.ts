// Owns `npm start`: the desktop window where an Electron runtime is there, else the same in the browser.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from './cli/program.ts';
import { type Environment, packageFolder } from './places.ts';

/** The Electron executable: ELECTRON_EXEC_PATH, or the one that npm unpacked; null when there is none. */
export function findRuntime(
  environment: Environment,
  modules = join(packageFolder, 'node_modules'),
): string | null {
  const folder = join(modules, 'electron');
  const named = environment.ELECTRON_EXEC_PATH;
  if (named) return existsSync(named) ? named : null;
  const record = join(folder, 'path.txt');
  const file = existsSync(record) ? join(folder, 'dist', readFileSync(record, 'utf8').trim()) : null;
  return file !== null && existsSync(file) ? file : null;
}

/** Whether a window could appear: on Linux a display is needed. */
export function hasDisplay(environment: Environment, platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

async function start(): Promise<void> {
  const runtime = hasDisplay(process.env, process.platform) ? findRuntime(process.env) : null;
  if (runtime !== null) {
    const window = spawn(runtime, [packageFolder, ...process.argv.slice(2)], { stdio: 'inherit' });
    const status = await new Promise<number | null>((resolve) => {
      window.once('error', () => resolve(null));
      window.once('exit', (code) => resolve(code ?? 1));
    });
    if (status !== null) {
      process.exitCode = status;
      return;
    }
  }
  process.stdout.write('No desktop window can be opened here, so Candour opens in your browser instead.\n');
  await main(['serve', '--open', ...process.argv.slice(2)]);
}

if (process.argv[1] === join(packageFolder, 'out', 'main', 'start.js')) await start();
