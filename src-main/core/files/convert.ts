// Owns turning a workbook into another format by LibreOffice, where it is installed.
// The rule: it runs with a profile of its own that no macro runs in, on a copy in a private folder, and nothing
// of either is left behind.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '#shared/errors.ts';
import type { CopyFormat } from '#shared/schemas/pack.ts';

const mostMs = 180_000;

const setting = (path: string, name: string, value: string): string =>
  `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** No macros, no updates of links, no first-start dialogue. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${[
  setting('Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  setting('Common/Security/Scripting', 'MacroSecurityLevel', '3'),
  setting('Common/Security/Scripting', 'DisableActiveContent', 'true'),
  setting('Calc/Content/Update', 'Link', '2'),
].join('')}</oor:items>`;

const names = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];

function usualFolders(): string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  if (process.platform === 'win32') {
    const programs = [process.env.ProgramFiles, process.env['ProgramFiles(x86)']];
    return [
      ...onPath,
      ...programs.flatMap((folder) => (folder ? [join(folder, 'LibreOffice', 'program')] : [])),
    ];
  }
  const usual = ['/usr/bin', '/usr/local/bin', '/opt/libreoffice/program', '/snap/bin'];
  return [...onPath, ...usual, '/Applications/LibreOffice.app/Contents/MacOS'];
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where LibreOffice is; null where it is not installed. */
export const findOffice = (folders: readonly string[] = usualFolders()): string | null =>
  folders.flatMap((folder) => names.map((name) => join(folder, name))).find(runnable) ?? null;

/** Ends the program and what it started: the command is a wrapper on most systems. */
function end(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === 'win32') execFile('taskkill', ['/pid', String(pid), '/T', '/F'], () => {});
  else {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL');
    }
  }
}

/** Runs LibreOffice to its end. @throws the signal's reason when it is aborted */
function run(office: string, args: readonly string[], folder: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = spawn(office, args, {
      cwd: folder,
      stdio: 'ignore',
      detached: process.platform !== 'win32',
    });
    const stop = (): void => end(child);
    signal.addEventListener('abort', stop, { once: true });
    child.once('error', reject);
    child.once('close', () => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    });
  });
}

/**
 * The workbook as an OpenDocument spreadsheet or a PDF. It takes seconds.
 * @throws AppError office-missing where LibreOffice is not installed, office-failed where it makes no file of it
 * or takes longer than three minutes; the signal's reason when it is aborted
 */
export async function convertWorkbook(
  bytes: Uint8Array,
  format: CopyFormat,
  signal: AbortSignal = new AbortController().signal,
  office = findOffice(),
): Promise<Uint8Array> {
  signal.throwIfAborted();
  if (office === null) throw new AppError('office-missing', { format: format.toUpperCase() });
  const folder = await mkdtemp(join(tmpdir(), 'candour-copy-'));
  const late = AbortSignal.timeout(mostMs);
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings);
    await writeFile(join(folder, 'pack.xlsx'), bytes, { mode: 0o600 });
    const quiet = ['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo'];
    const own = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    const wanted = ['--convert-to', format, '--outdir', folder, join(folder, 'pack.xlsx')];
    await run(office, [...quiet, own, ...wanted], folder, AbortSignal.any([signal, late]));
    return new Uint8Array(await readFile(join(folder, `pack.${format}`)));
  } catch (cause) {
    signal.throwIfAborted();
    throw new AppError('office-failed', { format: format.toUpperCase() }, { cause });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
