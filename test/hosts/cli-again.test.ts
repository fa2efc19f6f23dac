// The commands for files that come again: last quarter's folder in one action, a corrected file, a row found.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '#hosts/cli/program.ts';
import type { Comparison, FoundRow, PlannedFile, SetOutcome } from '#shared/schemas/again.ts';
import type { ImportRecord, Receipt } from '#shared/schemas/import.ts';
import { scratch } from './doors.ts';
import { bufferTerminal } from './terminal-buffer.ts';

const place = scratch();
const environment = {
  CANDOUR_WORKSPACE: join(place.folder, 'kirkham'),
  CANDOUR_HOME: join(place.folder, 'home'),
};

async function candour(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const terminal = bufferTerminal(place.folder, environment);
  const exit = await runCli(args, terminal);
  return { exit, out: terminal.printed(), err: terminal.complained() };
}

async function value<T>(...args: string[]): Promise<T> {
  const { exit, out } = await candour(...args, '--json');
  expect(exit, out).toBe(0);
  return JSON.parse(out) as T;
}

const log = (rows: readonly string[]): string => `Our No,Came in,What sort\n${rows.join('\n')}\n`;
const events = 'Date,Title,Type\n13/09/2023,Protocol adopted,adoption\n';

describe('a quarter after a quarter', () => {
  beforeAll(async () => {
    for (const folder of ['q1', 'q2', 'empty']) mkdirSync(join(place.folder, folder));
    const write = (path: string, text: string) => writeFileSync(join(place.folder, path), text);
    write('q1/log.csv', log(['A/1,13/04/2024,Bullying', 'A/2,14/05/2024,Disrespect']));
    // The log is cumulative: the second quarter repeats the first.
    write(
      'q2/log.csv',
      log(['A/1,13/04/2024,Bullying', 'A/2,14/05/2024,Bullying', 'A/3,15/07/2024,Bullying']),
    );
    write('q2/events.csv', events);
    write('q2/notes.txt', 'to do: chase HR');
    write('q2/read me.pdf', 'not data');
    const mapping = { fields: { case_ref: 'Our No', received_date: 'Came in', category: 'What sort' } };
    write('log.mapping.json', JSON.stringify(mapping));
    await candour('init', 'kirkham');
  });
  afterAll(() => place.remove());

  it('saves a mapping with the first, and lists it', async () => {
    const saving = ['--kind', 'incident', '--mapping', 'log.mapping.json', '--save-mapping', 'Our log'];
    const [receipt] = await value<Receipt[]>('import', 'q1/log.csv', ...saving);
    expect(receipt).toMatchObject({ accepted: 2, savedMapping: 'Our log' });
    expect(await value('mappings')).toMatchObject([{ name: 'Our log', kind: 'incident' }]);
    expect((await candour('mappings')).out).toMatch(/^Our log +incident +3 /m);
  });

  it('shows what would become of a folder, then re-runs it with the saved mapping in one action', async () => {
    const plan = await value<PlannedFile[]>('rerun', 'q2', '--dry-run');
    expect(plan.map(({ name, savedMapping, ready }) => [name, savedMapping, ready])).toEqual([
      ['events.csv', null, true],
      ['log.csv', 'Our log', false],
      ['notes.txt', null, false],
    ]);
    expect((await candour('rerun', 'q2', '--dry-run')).out).toContain(
      'replace that import, or append knowingly',
    );
    expect(await value<ImportRecord[]>('imports')).toHaveLength(1);
    const { exit, out } = await candour('rerun', 'q2', '--replace', '--json');
    // The note is no data: it is named, and the others are in.
    expect(exit).toBe(3);
    const outcomes = JSON.parse(out) as SetOutcome[];
    expect(outcomes).toMatchObject([
      { ok: true, receipt: { kind: 'event' } },
      { ok: true, receipt: { savedMapping: 'Our log', accepted: 3, replaced: { file: 'log.csv', rows: 2 } } },
      { ok: false, file: 'notes.txt' },
    ]);
    expect(await value<ImportRecord[]>('imports')).toHaveLength(2);
    expect(await value('imports', '--undone')).toMatchObject([{ file: 'log.csv', accepted: 2 }]);
    expect((await candour('imports', '--undone')).out).toMatch(/Replaced by/);
  });

  it('says so where nothing is to be done, the folder is not there, or all is there already', async () => {
    expect(await candour('rerun', 'empty')).toMatchObject({
      exit: 0,
      out: 'There is no file to import there.\n',
    });
    expect(await candour('rerun', 'none')).toMatchObject({ exit: 4 });
    const { exit, out } = await candour('rerun', 'q2');
    expect(exit).toBe(5);
    expect(out).toContain('events.csv: not imported. The file events.csv has the same bytes');
  });

  it('compares a corrected file and finds a row again', async () => {
    const [, record] = (await value<ImportRecord[]>('imports')).sort((a, b) => a.kind.localeCompare(b.kind));
    const importId = record?.importId ?? '';
    writeFileSync(
      join(place.folder, 'corrected.csv'),
      log(['A/1,13/04/2024,Bullying', 'A/2,15/05/2024,Bullying']),
    );
    const difference = await value<Comparison>('compare', 'corrected.csv', '--import', importId);
    expect(difference).toMatchObject({ added: 0, removed: 1, changed: 1, unchanged: 1 });
    expect((await candour('compare', 'corrected.csv', '--import', importId)).out).toMatch(
      /^A\/2 · Bullying.+ received_date +2024-05-14 +2024-05-15$/m,
    );
    // What it had replaced is named before it is undone, and after.
    const row = (await candour('imports')).out.split('\n').find((line) => line.includes(importId));
    expect(row).toMatch(/ log\.csv \(i[0-9a-f]{10}\)$/);
    const found = await value<FoundRow>('find-row', 'q2/log.csv', '3');
    expect(found).toMatchObject({ importId, row: 3, outcome: 'accepted' });
    expect((await candour('find-row', 'q2/log.csv', '3')).out).toMatch(/^Our No +A\/2$/m);
    expect(await candour('find-row', 'q1/log.csv', '3')).toMatchObject({ exit: 4 });
    const reading = { sheet: 'Log', headerRows: 2 };
    writeFileSync(join(place.folder, 'sheet.mapping.json'), JSON.stringify({ reading }));
    expect(await candour('preview', 'q2/log.csv', '--mapping', 'sheet.mapping.json')).toMatchObject({
      exit: 4,
      err: expect.stringContaining('it is not a workbook'),
    });
    expect((await candour('undo', importId)).out).toMatch(
      /^It had replaced import i\w+ \(log\.csv, 2 rows\), which does not come back: import log\.csv again/m,
    );
    expect(await value('mappings', '--forget', 'Our log')).toEqual([]);
  });
});
