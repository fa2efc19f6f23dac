// Copies in other formats by LibreOffice: the same values, sheets and charts; nothing left behind; a clear
// sentence where it is not installed.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { convertWorkbook, findOffice } from '#core/files/convert.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { showError } from '#shared/errors.ts';
import { compareBook, plansOf } from '../../packs/agree.ts';
import { missingReader, readFiles } from '../../packs/read-back.ts';
import { chartModel } from './chart-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'candour-copies-'));
const usual = process.env.TMPDIR;
process.env.TMPDIR = folder;
afterAll(() => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  rmSync(folder, { recursive: true, force: true });
});

const missing = missingReader();
const named = (title: string): string => (missing === undefined ? title : `${title}: ${missing}`);
const leftBehind = (): string[] => readdirSync(folder).filter((name) => name.startsWith('candour-copy-'));

/** Command lines of programs that run on a profile of ours; empty where the system does not tell. */
const running = (): string[] =>
  (existsSync('/proc') ? readdirSync('/proc') : [])
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return line.includes(`${folder}/candour-copy-`) ? [line] : [];
      } catch {
        return [];
      }
    });

describe.skipIf(missing !== undefined)(named('a copy by LibreOffice'), () => {
  it('as an OpenDocument spreadsheet holds the same cells, sheets, tables and charts', async () => {
    const model = chartModel('committee');
    const copy = await convertWorkbook(await writeWorkbook(model), 'ods');
    const path = join(folder, 'copy.ods');
    writeFileSync(path, copy);
    const [seen] = readFiles([path]);
    expect(seen?.map(({ name }) => name)).toEqual(plansOf(model).map(({ sheet }) => sheet.name));
    expect(seen?.flatMap(({ charts }) => charts)).toHaveLength(8);
    expect(compareBook(seen, plansOf(model), 'office')).toEqual([]);
    expect(leftBehind()).toEqual([]);
  }, 120_000);

  it('as a PDF is a PDF of a page a sheet or more', async () => {
    const copy = Buffer.from(await convertWorkbook(await writeWorkbook(chartModel()), 'pdf'));
    expect(copy.subarray(0, 5).toString()).toBe('%PDF-');
    expect(copy.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeGreaterThanOrEqual(13);
  }, 120_000);

  it('stops when it is cancelled, with the program and its files', async () => {
    const bytes = await writeWorkbook(chartModel());
    const reason = new Error('enough');
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 400);
    await expect(convertWorkbook(bytes, 'pdf', stop.signal)).rejects.toBe(reason);
    await expect.poll(running, { timeout: 10_000 }).toEqual([]);
    expect(leftBehind()).toEqual([]);
  }, 60_000);
});

describe('without LibreOffice', () => {
  it('is not found where it is not, and a copy is refused in a clear sentence', async () => {
    expect(findOffice([folder, join(folder, 'nowhere')])).toBeNull();
    const refused = convertWorkbook(new Uint8Array(), 'ods', undefined, null);
    await expect(refused).rejects.toMatchObject({ code: 'office-missing' });
    const { message, hint } = showError('office-missing', { format: 'ODS' });
    expect(`${message} ${hint}`).toMatch(/needs LibreOffice.*not installed.*Excel workbook is complete/);
  });

  // Node knows none of the options and makes no file.
  it('says so where no file comes of it', async () => {
    const failed = convertWorkbook(new Uint8Array([1]), 'pdf', undefined, process.execPath);
    await expect(failed).rejects.toMatchObject({ code: 'office-failed' });
    expect(leftBehind()).toEqual([]);
  });
});
