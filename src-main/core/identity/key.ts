// Owns the workspace's key: made once, kept in a file beside the database, readable by its owner only.
import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';

const keyFile = (folder: string): string => join(folder, 'candour.key');

/** Makes the key of a new workspace. Fails where one is already there. */
export async function makeKey(folder: string): Promise<void> {
  const file = await open(keyFile(folder), 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The key of a workspace, 32 bytes. @throws AppError workspace-damaged */
export async function readKey(folder: string, workspace: string): Promise<Uint8Array> {
  const text = await readFile(keyFile(folder), 'utf8').catch(() => '');
  const hex = text.trim();
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new AppError('workspace-damaged', { name: workspace });
  return Buffer.from(hex, 'hex');
}
