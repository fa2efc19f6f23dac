// Owns the files between a reader and the database: UTF-8 CSV of a fixed dialect, typed and pseudonymised.
import { closeSync, openSync, writeSync } from 'node:fs';

/** A cell as it stands in a staging file; '' is no value. */
export const staged = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export interface StagingFile {
  readonly path: string;
  /** One record; its cells have passed `staged`. */
  write(record: string): void;
  /** May be called again; the second time does nothing. */
  close(): void;
}

const flushAt = 1 << 20;

/** Opens a staging file and writes its heading. Without a path nothing is kept (a preview). */
export function openStagingFile(path: string | null, columns: readonly string[]): StagingFile {
  if (path === null) return { path: '', write: () => {}, close: () => {} };
  const file = openSync(path, 'w', 0o600);
  let buffer = `${columns.join(',')}\n`;
  let open = true;
  const flush = () => {
    if (buffer !== '') writeSync(file, buffer);
    buffer = '';
  };
  return {
    path,
    write: (record) => {
      buffer += record;
      buffer += '\n';
      if (buffer.length > flushAt) flush();
    },
    close: () => {
      if (!open) return;
      open = false;
      flush();
      closeSync(file);
    },
  };
}
