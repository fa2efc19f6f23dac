// How the readers' tests read: a whole file as rows, its heading, and where the fixtures stand.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Heading, readHeading } from '#core/readers/head.ts';
import { openSource, type SourceTable } from '#core/readers/open.ts';
import type { TextEncoding } from '#shared/schemas/import.ts';

export const fixtures = fileURLToPath(new URL('../../fixtures/readers', import.meta.url));
export const realData = fileURLToPath(new URL('../../../../shared/data/real', import.meta.url));

const scratch = mkdtempSync(join(tmpdir(), 'candour-readers-'));

/** Writes bytes to a file of the test's own and gives its path. */
export function fileOf(name: string, bytes: string | Uint8Array): string {
  const path = join(scratch, name);
  writeFileSync(path, bytes);
  return path;
}

export interface Read {
  readonly table: SourceTable;
  readonly rows: string[][];
  readonly heading: Heading;
  /** Records below the heading. */
  readonly records: number;
}

export async function readAll(
  path: string,
  options: { sheet?: string; encoding?: TextEncoding } = {},
): Promise<Read> {
  const table = await openSource(path, options);
  const rows: string[][] = [];
  for await (const batch of table.batches()) {
    if (batch.firstRow !== rows.length + 1)
      throw new Error(`batch at ${batch.firstRow} after ${rows.length} rows`);
    for (const row of batch.rows) rows.push(row);
  }
  const heading = readHeading(rows.slice(0, 50));
  return { table, rows, heading, records: rows.length - (heading.headerRow - 1) - heading.headerRows };
}

/** The code of the AppError that opening or reading ends in; `rows` when it ends in none. */
export async function outcome(path: string): Promise<string> {
  try {
    const { rows } = await readAll(path);
    return rows.length > 0 ? 'rows' : 'nothing';
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if ((error as Error).name !== 'AppError' || typeof code !== 'string') throw error;
    return code;
  }
}

export const noteCodes = (notes: readonly { code: string }[]): string[] => notes.map(({ code }) => code);
