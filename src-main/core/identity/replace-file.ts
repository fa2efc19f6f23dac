// Owns how a small file beside the database is put in the place of another: whole or not at all.
import { open, rename } from 'node:fs/promises';

/** Writes beside the file, waits for the disk, then takes its place. Readable by its owner only. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** Adds a line at the end of a file and waits for the disk. */
export async function appendText(path: string, text: string): Promise<void> {
  const file = await open(path, 'a', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
