// Owns where things lie: the package, its built parts, and the folder of a person's workspaces.
// The rule: nothing depends on the current directory, nor on which chunk a module was built into.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AppOptions } from '#core/app.ts';

function findPackage(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The folder that holds package.json, whether run from the sources or from `out`. */
export const packageFolder = findPackage();
export const rendererFolder = join(packageFolder, 'out', 'renderer');
export const preloadFile = join(packageFolder, 'out', 'preload', 'preload.cjs');
export const version: string = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder whose sub-folders are the person's workspaces: CANDOUR_HOME, or the platform's folder
 * for a person's own application data.
 */
export function homeFolder(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  userFolder: string = homedir(),
): string {
  const named = environment.CANDOUR_HOME;
  if (named) return named;
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA ?? join(userFolder, 'AppData', 'Local'), 'Candour');
  if (platform === 'darwin') return join(userFolder, 'Library', 'Application Support', 'Candour');
  return join(environment.XDG_DATA_HOME || join(userFolder, '.local', 'share'), 'candour');
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

/** Faults and their stacks go to a log in the home folder, never to a screen. */
export function appendLog(line: string): void {
  try {
    mkdirSync(homeFolder(), { recursive: true });
    appendFileSync(join(homeFolder(), 'candour.log'), `${line}\n`);
  } catch {
    // A log that cannot be written must not turn a shown error into another one.
  }
}

/** How every door starts the core, for the workspaces in `home`. */
export function appOptions(home: string): AppOptions {
  return {
    home,
    resources: join(packageFolder, 'resources'),
    worker: pathToFileURL(join(packageFolder, 'out', 'main', 'worker.js')),
    user: userName(),
    version,
    log: appendLog,
  };
}
