// The same workspace and request give the same bytes, of the workbook and of its manifest, by the command line in
// other time zones, locales and years.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFolder } from '#hosts/places.ts';
import { clockAt, places } from '../config/elsewhere.ts';

const run = promisify(execFile);
const program = join(packageFolder, 'out', 'main', 'cli.js');
const folder = mkdtempSync(join(tmpdir(), 'candour-same-'));
const workspace = join(folder, 'sample-council');

beforeAll(async () => {
  await run(process.execPath, [program, 'demo', '--out', folder]);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

async function built(edition: string, { clock, ...place }: (typeof places)[number]): Promise<string[]> {
  const out = join(folder, `${edition}.xlsx`);
  const args = [program, 'pack', 'build', edition, '--period', '2024/25', '--out', out, '--force'];
  await run(process.execPath, ['--import', clockAt(clock), ...args, '--workspace', workspace], {
    env: { ...process.env, ...place },
  });
  return [sha256(out), sha256(join(folder, `${edition}.manifest.json`))];
}

describe('a pack of the sample council', () => {
  it.each(['standards', 'people'])(
    'of the edition %s has the same bytes everywhere and at any time',
    async (edition) => {
      const hashes: string[][] = [];
      for (const place of places) hashes.push(await built(edition, place));
      expect(hashes.slice(1)).toEqual(places.slice(1).map(() => hashes[0]));
    },
    240_000,
  );
});
