// Owns the built page's files: which there are, of what type, how long they may be kept.
// The list is read once; what is not on it does not exist, so no path reaches the disk.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json; charset=utf-8',
};

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** A reader of the files under `folder` by their path with `/`; null for what is not there. */
export function openAssets(folder: string): (path: string | null) => Promise<Asset | null> {
  const files = new Map<string, string>();
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      const path = relative(folder, file).replaceAll(sep, '/');
      if (entry.isFile() && types[extname(path)]) files.set(path, file);
    }
  } catch {
    // A page that was never built has no files; the door says so when it is asked for.
  }
  return async (path) => {
    const file = path === null ? undefined : files.get(path);
    if (path === null || file === undefined) return null;
    const hashed = /-[A-Za-z0-9_-]{8,}\.\w+$/.test(path);
    const headers = {
      'Content-Type': types[extname(path)] ?? '',
      'Cache-Control': hashed ? 'private, max-age=31536000, immutable' : 'no-cache',
    };
    return { body: new Uint8Array(await readFile(file)), headers };
  };
}
