// A template of every kind is recognised as that kind when it comes back, and says that its example should go.
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Field, treatmentOf } from '#core/importers/field.ts';
import type { Importer } from '#core/importers/importer.ts';
import { importers } from '#core/importers/index.ts';
import { type TestApp, testApp } from '../../config/app.ts';

const kinds = importers.map(({ id }) => id);
/** The fields that a form asks for: not what is left out, nor what is no column of its own. */
const formFields = (importer: Importer | undefined): readonly Field[] =>
  (importer?.fields ?? []).filter(
    (field) => treatmentOf(field) !== 'not-imported' && field.type.kind !== 'series',
  );

describe('a starter template', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp();
    await test.call('workspace.create', { id: 'templates', council: 'Testford' });
  });
  afterAll(() => test.close());

  const made = async (kind: string): Promise<string> => {
    const { file } = await test.call('template.build', { kind });
    const reply = await test.app.release(file);
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value.path;
  };

  it.each(kinds)('of %s comes back as that kind with every column known', async (kind) => {
    const file = await test.receive(await made(kind));
    const preview = await test.call('import.preview', { file });
    expect(preview.kind).toBe(kind);
    expect(preview.columns.filter(({ confidence }) => confidence < 1)).toEqual([]);
    const known = new Set(preview.columns.map(({ field }) => field));
    const fields = formFields(importers.find(({ id }) => id === kind));
    expect(fields.filter(({ id }) => !known.has(id))).toEqual([]);
    const receipt = await test.call('import.commit', { file });
    expect(receipt).toMatchObject({ kind, read: 1, accepted: 1, rejected: 0 });
    expect(receipt.problems).toMatchObject([{ row: 2, code: 'example-row', rejects: false }]);
    expect(receipt.problems[0]?.mend).toContain('Delete the example row');
    const listed = await test.call('import.rejects', { importId: receipt.importId });
    expect(listed.map(({ code }) => code)).toEqual(['example-row']);
  });

  it.each(kinds)('of %s has an example in every column, and the same bytes twice', async (kind) => {
    const first = await test.call('template.build', { kind });
    const second = await test.call('template.build', { kind });
    expect(second.file).toBe(first.file);
    const importer = importers.find(({ id }) => id === kind);
    // Where one of several is needed, the example fills the one that its row is of.
    const either = new Set((importer?.oneOf ?? []).flat());
    const bare = formFields(importer).filter(({ id, example }) => !example && !either.has(id));
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('limits dates, numbers and lists, and marks what is needed in words', async () => {
    const parts = unzipSync(new Uint8Array(readFileSync(await made('incident'))));
    const text = (name: string) => new TextDecoder().decode(parts[name]);
    const sheet = text('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pane ySplit="1"');
    expect(sheet).toContain('type="date"');
    expect(sheet.match(/type="list"/g)).toHaveLength(
      importers.find(({ id }) => id === 'incident')?.fields.filter(({ type }) => type.kind === 'category')
        .length ?? 0,
    );
    expect(sheet).toMatch(/<formula1>'Lists'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+<\/formula1>/);
    expect(sheet).not.toMatch(/sqref="[A-Z]+1:/);
    expect(sheet.indexOf('<dataValidations')).toBeLessThan(sheet.indexOf('<pageMargins'));
    expect(text('xl/sharedStrings.xml')).toContain('Case reference (needed)');
    expect(text('xl/workbook.xml')).toMatch(/How_to_fill_it_in.*Lists/s);
  });

  it('says nothing of an example once the row was written over', async () => {
    const head = 'Date (needed),Title (needed),Type,Scope\n';
    const write = async (rows: string) => {
      const reply = await test.app.receive(
        'events.csv',
        (async function* () {
          yield new TextEncoder().encode(head + rows);
        })(),
      );
      if (!reply.ok) throw new Error(reply.error.code);
      return test.call('import.preview', { file: reply.value.file });
    };
    const kept = await write('22/05/2024,Protocol adopted by full council,adoption,Whole council\n');
    expect(kept.problems.map(({ code }) => code)).toEqual(['example-row']);
    const changed = await write('22/05/2024,Protocol adopted by the cabinet,adoption,Whole council\n');
    expect(changed).toMatchObject({ kind: 'event', accepted: 1, problems: [] });
  });

  it('is handed out under its id without a workspace; a file that was handed in is not', async () => {
    const other = await testApp();
    try {
      const { file, fileName, bytes } = await other.call('template.build', { kind: 'event' });
      expect(await other.app.release(file)).toMatchObject({ ok: true, value: { fileName, bytes } });
      const given = await other.app.receive(
        'events.csv',
        (async function* () {
          yield new TextEncoder().encode('Date,Title\n22/05/2024,Adopted\n');
        })(),
      );
      const id = given.ok ? given.value.file : '';
      expect(id).toMatch(/^[0-9a-f]{64}$/);
      expect(await other.app.release(id)).toMatchObject({ ok: false, error: { code: 'file-unknown' } });
    } finally {
      await other.close();
    }
  });

  it('is refused for a kind there is none of, with the kinds there are', async () => {
    expect(await test.app.call('template.build', { kind: 'gossip' })).toMatchObject({
      ok: false,
      error: { code: 'kind-not-known', hint: expect.stringContaining('absence-spell') },
    });
  });
});
