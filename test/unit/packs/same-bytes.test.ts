// The same model gives the same bytes whatever the clock, the locale and the time zone of the process.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { clockAt, places } from '../../config/elsewhere.ts';
import { chartModel } from './chart-models.ts';
import { cellsOf, openPackage } from './open-package.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');

async function hashIn({ clock, ...place }: (typeof places)[number]): Promise<string> {
  const script = join(import.meta.dirname, 'write-and-hash.ts');
  const args = ['--import', clockAt(clock), join(root, 'test/config/run-typescript.mjs'), script];
  const { stdout } = await run(process.execPath, args, { cwd: root, env: { ...process.env, ...place } });
  const [hash = '', zone, year] = stdout.trim().split(' ');
  expect(zone).toBe(place.TZ);
  expect(year).toBe(String(new Date(clock).getUTCFullYear()));
  return hash;
}

describe('the bytes of a workbook', () => {
  it('are the same under every clock, locale and time zone', async () => {
    const bytes = await writeWorkbook(chartModel('committee'));
    const here = createHash('sha256').update(bytes).digest('hex');
    for (const place of places) expect([place.TZ, await hashIn(place)]).toEqual([place.TZ, here]);
  }, 120_000);

  it('have days of summer time on their serial number', async () => {
    const cells = cellsOf(openPackage(await writeWorkbook(chartModel())), 4);
    // 1 July 2019, 31 October 2021 and 27 March 2022: in summer time, and the days the clocks change.
    expect(['E8', 'E10', 'E11'].map((address) => cells.get(address))).toEqual([43_647, 44_500, 44_647]);
  });
});
