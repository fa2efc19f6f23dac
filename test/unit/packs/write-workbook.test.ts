// Writing as a whole: cancelling, and a print by another program. What others read of it is in agree.test.ts.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { demoModel } from './demo-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'candour-packs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const succeeds = (command: string, args: string[]): boolean => spawnSync(command, args).status === 0;
const hasOffice = succeeds('soffice', ['--version']) && succeeds('pdftotext', ['-v']);

describe('writing', () => {
  it('stops when it is cancelled', async () => {
    const reason = new Error('enough');
    await expect(writeWorkbook(demoModel(), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

const officeTitle = hasOffice
  ? 'LibreOffice turns it into one page a sheet, and one a chart where the table is wide'
  : 'LibreOffice: skipped, because soffice or pdftotext is not installed';

it.skipIf(!hasOffice)(
  officeTitle,
  async () => {
    const file = join(folder, 'office.xlsx');
    writeFileSync(file, await writeWorkbook(demoModel('committee')));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'ignore',
    });
    const pages = execFileSync('pdftotext', ['-layout', join(folder, 'office.pdf'), '-'], {
      encoding: 'utf8',
    })
      .split('\f')
      .filter((page) => page.trim() !== '');
    // Nine sheets; the two charts of the widest sheet have pages of their own.
    expect(pages).toHaveLength(11);
    pages.forEach((page, i) => {
      expect(page).toContain(`Page ${i + 1} of 11`);
      expect(page).not.toContain('###');
    });
    const page = (start: string): string => pages.find((text) => text.trimStart().startsWith(start)) ?? '';
    const trend = page('Complaints per 100 councillors');
    expect(trend.match(/Special cause, improving/g)).toHaveLength(1);
    expect(page('How often working relationships')).toContain('Per cent of those who answered');
    expect(page('Closures kept pace')).not.toContain('Complaints received by financial year');
  },
  120_000,
);
