// A small council with a case log of two years, for the tests of packs: numbers that are shown, one that is hidden.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestApp, testApp } from './app.ts';

/** Cases by category: the year from April 2023, the year from April 2024. */
export const cases = {
  Respect: [14, 17],
  Confidentiality: [11, 12],
  Disrepute: [9, 10],
  Interests: [8, 3],
} as const;

type Counts = Readonly<Record<string, readonly [number, number]>>;

/** A case log as a file would hold it. */
export function logOf(counts: Counts): string {
  const rows = Object.entries(counts).flatMap(([category, years], at) =>
    years.flatMap((many, year) =>
      Array.from({ length: many }, (_, index) => {
        const month = String(4 + ((index + at) % 9)).padStart(2, '0');
        return `C${at}${year}${String(index).padStart(3, '0')},${2023 + year}-${month}-11,${category},Open`;
      }),
    ),
  );
  return ['Case Ref,Date Received,Category,Status', ...rows, ''].join('\n');
}

export const passphrase = 'turnip ladder 9 bassoon';

export interface PackCouncil extends TestApp {
  readonly folder: string;
  /** Imports a log under a file name and answers the import's id. */
  log(name: string, counts: Counts, options?: { again?: boolean; replace?: string }): Promise<string>;
}

/** The council with its log of both years imported, and the officer's key set and locked. */
export async function packCouncil(): Promise<PackCouncil> {
  const test = await testApp();
  const folder = await mkdtemp(join(tmpdir(), 'candour-packs-'));
  const log: PackCouncil['log'] = async (name, counts, options = {}) => {
    const path = join(folder, name);
    await writeFile(path, logOf(counts));
    const file = await test.receive(path);
    const { importId } = await test.call('import.commit', { file, kind: 'incident', ...options });
    return importId;
  };
  await test.call('workspace.create', { id: 'kirkham', council: 'Kirkham Council' });
  await log('log.csv', cases);
  await test.call('officer.setKey', { passphrase });
  await test.call('officer.lock', {});
  return {
    ...test,
    folder,
    log,
    close: async () => {
      await test.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
