// Reads workbooks back by openpyxl and by LibreOffice, all files in one start of each.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const python = '/usr/bin/python3';
const starts = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/** What is missing here to ask both, as a sentence; undefined when both are there. */
export function missingReader(): string | undefined {
  if (!starts(python, '-c', 'import openpyxl')) return 'skipped, because python3-openpyxl is not installed';
  return starts('soffice', '--version') ? undefined : 'skipped, because LibreOffice is not installed';
}

export interface SeenReference {
  readonly ref: string | null;
  readonly cache?: Readonly<Record<string, string | number>>;
  readonly count?: number;
}
export interface SeenSheet {
  readonly name: string;
  readonly state?: string;
  readonly titles?: string;
  readonly cells: readonly (readonly [number, number, string, string | number])[];
  readonly tables?: readonly { readonly name: string; readonly ref: string; readonly columns: string[] }[];
  readonly ranges?: readonly { readonly name: string; readonly ref: string }[];
  readonly charts: readonly {
    readonly class: string;
    readonly series: readonly {
      readonly values: SeenReference | null;
      readonly across: SeenReference | null;
    }[];
  }[];
}

/** Files as they are read: a .xlsx by openpyxl, an .ods as LibreOffice wrote it. */
export function readFiles(paths: readonly string[]): SeenSheet[][] {
  const script = join(import.meta.dirname, 'read-workbooks.py');
  const options = { encoding: 'utf8', maxBuffer: 2 ** 30, timeout: 300_000 } as const;
  return JSON.parse(execFileSync(python, [script, ...paths], options));
}

/** Every file read by openpyxl, and again by LibreOffice: one start of each for all files. */
export function readBack(files: readonly { readonly bytes: Uint8Array }[]): {
  openpyxl: SeenSheet[][];
  office: SeenSheet[][];
} {
  const folder = mkdtempSync(join(tmpdir(), 'candour-agree-'));
  try {
    const paths = files.map((_, i) => join(folder, `${i}.xlsx`));
    files.forEach(({ bytes }, i) => {
      writeFileSync(paths[i] ?? '', bytes);
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = ['--headless', profile, '--convert-to', 'ods', '--outdir', folder, ...paths];
    execFileSync('soffice', args, { stdio: 'ignore', timeout: 300_000 });
    const copies = paths.map((path) => path.replace(/xlsx$/, 'ods'));
    const seen = readFiles([...paths, ...copies]);
    return { openpyxl: seen.slice(0, files.length), office: seen.slice(files.length) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
