// The same model gives the same bytes whatever the clock, the locale and the time zone of the process.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { chartModel } from './chart-models.ts';
import { cellsOf, openPackage } from './open-package.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');

/** A process whose clock stands at another instant. */
const clockAt = (instant: string): string =>
  `data:text/javascript,${encodeURIComponent(`
    const shift = Date.parse('${instant}') - Date.now();
    const Real = Date;
    globalThis.Date = class Date extends Real {
      constructor(...given) { given.length === 0 ? super(Real.now() + shift) : super(...given); }
      static now() { return Real.now() + shift; }
    };
  `)}`;

const places = [
  { TZ: 'Europe/London', LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8', clock: '2026-07-01T00:30:00+01:00' },
  { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', clock: '2031-01-01T00:30:00+13:00' },
  { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'ar_EG.UTF-8', clock: '1999-12-31T12:00:00Z' },
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C', clock: '2026-03-29T01:30:00Z' },
] as const;

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
