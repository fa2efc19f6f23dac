// Owns saving a made workbook where the person said: never over a file unasked, never half of one.
import { existsSync, statSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { Failed } from './failure.ts';
import type { Session } from './session.ts';

/** @throws AppError command-usage for a place no workbook can be saved at; file-exists without `force` */
export function checkTarget(path: string, force: boolean, ending = '.xlsx'): void {
  const name = basename(path);
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory())
    throw new AppError('command-usage', { detail: `The folder for ${name} is not there` });
  if (!path.toLowerCase().endsWith(ending)) {
    const what = ending === '.pdf' ? 'a PDF' : 'a workbook';
    throw new AppError('command-usage', { detail: `It is ${what}: let ${name} end in ${ending}` });
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new AppError('command-usage', { detail: `${name} is a folder; name a file in it` });
  if (existsSync(path) && !force) throw new AppError('file-exists', { name });
}

/** Writes the file beside its place first, so that no half-written workbook is ever seen there. */
export async function saveMade(
  { app }: Session,
  made: string,
  path: string,
  force: boolean,
  ending = '.xlsx',
): Promise<void> {
  const reply = await app.release(made);
  if (!reply.ok) throw new Failed(reply.error);
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    // Written anew, so that it has the rights of any file the person makes.
    await writeFile(partial, await readFile(reply.value.path), { flag: 'wx' });
    checkTarget(path, force, ending);
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}
