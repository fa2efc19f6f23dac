// Owns how a command names a pack: by its id, or by a workbook with its manifest beside it.
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Input } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { packManifest } from '#shared/schemas/manifest.ts';
import type { Terminal } from './terminal.ts';

type Reference = Input<'pack.explain'>['of'];

const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text);

/** Where the manifest of a workbook lies. */
export const manifestPath = (workbook: string): string => workbook.replace(/\.xlsx$/i, '.manifest.json');

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** @throws AppError manifest-invalid */
async function manifestBeside(path: string) {
  const text = await readFile(manifestPath(path), 'utf8').catch(() => null);
  if (text === null) return undefined;
  try {
    const parsed = packManifest.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Told below, as what cannot be understood.
  }
  throw new AppError('manifest-invalid', { name: basename(path) });
}

/** @throws AppError file-unknown, manifest-invalid */
export async function packReference(text: string, terminal: Terminal): Promise<Reference> {
  if (isId(text)) return { pack: text };
  const path = resolve(terminal.folder, text);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new AppError('file-unknown', { name: basename(path) });
  const manifest = await manifestBeside(path);
  return { sha256: await hashOf(path), ...(manifest === undefined ? {} : { manifest }) };
}
