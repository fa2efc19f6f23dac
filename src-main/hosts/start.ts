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

/** Long enough for a slow line, short enough for a closed one. */
const fetchWithin = 180_000;

/** Lets the electron package fetch its runtime, once; answers whether it came. */
export function fetchRuntime(modules = join(packageFolder, 'node_modules')): Promise<boolean> {
  const installer = join(modules, 'electron', 'install.js');
  if (!existsSync(installer)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const fetching = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: fetchWithin });
    fetching.once('error', () => resolve(false));
    fetching.once('exit', (code) => resolve(code === 0));
  });
}

async function runtimeToBeHad(): Promise<string | null> {
  if (!hasDisplay(process.env, process.platform)) return null;
  const there = findRuntime(process.env);
  if (there !== null || process.env.ELECTRON_EXEC_PATH) return there;
  process.stdout.write('Fetching the Electron runtime for the desktop window; this is needed once.\n');
  return (await fetchRuntime()) ? findRuntime(process.env) : null;
}

async function start(): Promise<void> {
  const runtime = await runtimeToBeHad();
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
