// The command check and the procedure behind it: text, JSON, exit codes, with the real worker and without a workspace.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { runCli } from '#hosts/cli/program.ts';
import { exitCodes } from '#shared/errors.ts';
import { checkReport } from '#shared/schemas/check.ts';
import { type TestApp, testApp } from '../config/app.ts';
import { Parts } from '../unit/checker/parts.ts';
import { soundModel, soundName } from '../unit/checker/sound-model.ts';
import { bufferTerminal } from './terminal-buffer.ts';

let folder = '';
let sound = '';
let broken = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candour-check-'));
  const bytes = await writeWorkbook(soundModel('published'));
  sound = join(folder, soundName);
  await writeFile(sound, bytes);
  const parts = new Parts(bytes);
  parts.inSheet(
    'Incidents',
    '</sheetData>',
    '</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
  );
  parts.edit('xl/workbook.xml', 'activeTab="0"', 'activeTab="2"');
  broken = join(folder, 'broken-2024-25-v1.xlsx');
  await writeFile(broken, parts.pack());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  const terminal = bufferTerminal(folder);
  const exit = await runCli(argv, {
    ...terminal,
    environment: { ...terminal.environment, XDG_DATA_HOME: folder },
  });
  return { exit, out: terminal.printed(), err: terminal.complained() };
}

describe('candour check', () => {
  it('ends with 0 for a sound pack, and says so, without a workspace', async () => {
    const { exit, out } = await run('check', sound);
    expect(exit).toBe(exitCodes.ok);
    expect(out).toContain('0 errors, 0 warnings, 0 for information');
  });

  it('ends with its own code for errors, grouped by severity with the place and how to mend it', async () => {
    const { exit, out } = await run('check', broken);
    expect(exit).toBe(exitCodes.checkFailed);
    expect(out).toContain('1 errors, 1 warnings');
    expect(out.indexOf('T06')).toBeGreaterThan(out.indexOf('Errors'));
    expect(out).toContain('Incidents!A1:C1: Cells are merged.');
    expect(out).toContain('How to mend it: Unmerge');
    expect(out.indexOf('S06')).toBeGreaterThan(out.indexOf('Warnings'));
  });

  it('prints the report itself with --json, errors or not', async () => {
    const { exit, out } = await run('check', broken, '--json');
    expect(exit).toBe(exitCodes.checkFailed);
    const report = checkReport.parse(JSON.parse(out));
    expect(report.counts).toEqual({ errors: 1, warnings: 1, information: 0 });
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(report.rules.find(({ id }) => id === 'T06')).toMatchObject({ state: 'fail', findings: 1 });
  });

  it('checks by the profile that is asked for', async () => {
    const { exit, out } = await run('check', sound, '--profile', 'committee', '--json');
    const report = checkReport.parse(JSON.parse(out));
    expect(exit).toBe(exitCodes.checkFailed);
    expect([...new Set(report.findings.map(({ rule }) => rule))]).toEqual(['D03']);
    expect(report.rules.filter(({ state }) => state === 'not-in-profile').map(({ id }) => id)).toEqual([
      'F06',
      'P07',
    ]);
  });

  it('takes other thresholds', async () => {
    const { exit, out } = await run('check', sound, '--base', '40', '--json');
    expect(exit).toBe(exitCodes.checkFailed);
    const report = checkReport.parse(JSON.parse(out));
    expect(report.findings.every(({ rule }) => ['P01', 'P06'].includes(rule))).toBe(true);
  });

  it('refuses what is no workbook with another code', async () => {
    const path = join(folder, 'cases.xlsx');
    await writeFile(path, 'Ward,Cases\n');
    const { exit, out } = await run('check', path, '--json');
    expect(exit).toBe(exitCodes.badFile);
    expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: 'file-format-refused' } });
    expect((await run('check', join(folder, 'nowhere.xlsx'))).exit).toBe(exitCodes.notFound);
  });
});

describe('pack.check', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('reads an uploaded file of the inbox, with no workspace open', async () => {
    const file = await app.receive(sound);
    const report = await app.call('pack.check', { file });
    expect(report).toMatchObject({ file: soundName, sha256: file, counts: { errors: 0 } });
    expect(report.sheets.map(({ kind }) => kind).slice(0, 3)).toEqual(['cover', 'contents', 'summary']);
    expect((await readFile(sound)).length).toBeGreaterThan(1000);
  });

  it('asks for a workspace where a pack is named, and for a file that was received', async () => {
    const pack = '123e4567-e89b-42d3-a456-426614174000';
    await expect(app.call('pack.check', { pack })).rejects.toThrow('workspace-none');
    await expect(app.call('pack.check', { file: '0'.repeat(64) })).rejects.toThrow('file-unknown');
    await expect(app.call('pack.check', { file: 'x' })).rejects.toThrow('input-invalid');
  });

  it('checks a pack of the outbox', async () => {
    await app.call('workspace.create', { id: 'checked' });
    const built = await app.call('pack.build', { edition: 'standards', period: '2024/25' });
    const report = await app.call('pack.check', { pack: built.pack, profile: 'committee' });
    expect(report.sha256).toBe(built.sha256);
    expect(report.findings.filter(({ severity }) => severity === 'E')).toEqual([]);
  });
});
