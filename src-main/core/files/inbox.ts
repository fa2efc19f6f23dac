// Owns bytes on their way in: each file stored under its SHA-256, wiped when the import is over.
// The rule: originals hold names, so none outlives the process that received it.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';

export interface ReceivedFile {
  /** The SHA-256 of the bytes. */
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  readonly path: string;
}

export interface Inbox {
  receive(name: string, source: AsyncIterable<Uint8Array>): Promise<ReceivedFile>;
  /** @throws AppError file-unknown */
  find(file: string): ReceivedFile;
  discard(file: string): Promise<void>;
  close(): Promise<void>;
}

const processIsAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Inboxes of processes that died are wiped before a new one is made. */
async function wipeAbandoned(parent: string): Promise<void> {
  for (const entry of await readdir(parent).catch(() => [] as string[])) {
    const pid = Number(entry.split('-')[0]);
    if (!processIsAlive(pid)) await rm(join(parent, entry), { recursive: true, force: true });
  }
}

/** Opens this process's inbox below `parent`. */
export async function openInbox(parent: string): Promise<Inbox> {
  await wipeAbandoned(parent);
  const folder = join(parent, `${process.pid}-${randomUUID()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = new Map<string, ReceivedFile>();
  return {
    receive: async (name, source) => {
      const arriving = join(folder, randomUUID());
      const hash = createHash('sha256');
      let bytes = 0;
      const keep = async (): Promise<void> => {
        const out = await open(arriving, 'w', 0o600);
        try {
          let written: Promise<void> = Promise.resolve();
          for await (const chunk of source) {
            hash.update(chunk);
            bytes += chunk.byteLength;
            await written;
            written = out.writeFile(chunk);
            // Refused writing is met at the next chunk, or at the end.
            written.catch(() => undefined);
          }
          await written;
        } finally {
          await out.close();
        }
      };
      try {
        await keep();
      } catch (cause) {
        // An open file cannot be taken away everywhere, so it has been closed before.
        await rm(arriving, { force: true });
        throw cause;
      }
      const file = hash.digest('hex');
      const path = join(folder, file);
      await rename(arriving, path);
      const received = { file, name, bytes, path };
      files.set(file, received);
      return received;
    },
    find: (file) => {
      const found = files.get(file);
      if (!found) throw new AppError('file-unknown', { name: 'that was chosen' });
      return found;
    },
    discard: async (file) => {
      const found = files.get(file);
      files.delete(file);
      if (found) await rm(found.path, { force: true });
    },
    close: async () => {
      await rm(folder, { recursive: true, force: true });
      // Another process may have its inbox beside this one; then the parent stays.
      await rmdir(parent).catch(() => undefined);
    },
  };
}
