// The commands of pack and explain: a manifest beside each workbook, the second person's passphrase, a file that was
// changed, and what differs between two files without any workspace.
import { appendFileSync, copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '#hosts/cli/program.ts';
import { exitCodes } from '#shared/errors.ts';
import type { PackManifest } from '#shared/schemas/manifest.ts';
import { cases, logOf } from '../config/pack-council.ts';
import { scratch } from './doors.ts';
import { bufferTerminal } from './terminal-buffer.ts';

const place = scratch();
const passphrase = 'turnip ladder 9 bassoon';
const at = (name: string): string => join(place.folder, name);
const build = ['pack', 'build', 'standards', '--period', '2024/25'];

async function run(words: readonly string[], secrets: readonly string[] = []) {
  const terminal = bufferTerminal(place.folder, { CANDOUR_HOME: at('home') });
  terminal.secrets.push(...secrets);
  const exit = await runCli(words, terminal);
  return { exit, text: terminal.printed(), complained: terminal.complained() };
}
const candour = (words: readonly string[], secrets: readonly string[] = []) =>
  run([...words, '--workspace', 'kirkham'], secrets);
const json = async (words: readonly string[], secrets: readonly string[] = []) =>
  JSON.parse((await candour([...words, '--json'], secrets)).text);
const refusal = async (words: readonly string[], secrets: readonly string[] = []) => {
  const { exit, text } = await candour([...words, '--json'], secrets);
  return [exit, JSON.parse(text).error?.code];
};
const manifest = (name: string): PackManifest => JSON.parse(readFileSync(at(name), 'utf8'));
const placeOf = (name: string, sheet: string, row: string, column: string): string => {
  const cell = manifest(name).cells.find(
    (one) => one.sheet === sheet && one.row === row && one.column === column,
  );
  return `${sheet}!${cell?.cell}`;
};

beforeAll(async () => {
  expect((await run(['init', 'kirkham', '--council', 'Kirkham'])).exit).toBe(exitCodes.ok);
  writeFileSync(at('log.csv'), logOf(cases));
  expect((await candour(['import', 'log.csv', '--kind', 'incident'])).exit).toBe(exitCodes.ok);
  expect((await candour(['officer', 'set-key'], [passphrase, passphrase])).exit).toBe(exitCodes.ok);
});
afterAll(() => place.remove());

let pack = '';

it('writes the manifest beside the workbook, and builds the same file again', async () => {
  const built = await json([...build, '--out', 'draft.xlsx']);
  pack = built.pack;
  expect(built).toMatchObject({ standing: 'draft', issue: 1, out: at('draft.xlsx') });
  expect(manifest('draft.manifest.json').pack).toMatchObject({ sha256: built.sha256, issue: 1 });
  await json([...build, '--out', 'again.xlsx']);
  expect(readFileSync(at('again.xlsx'))).toEqual(readFileSync(at('draft.xlsx')));
  expect(readFileSync(at('again.manifest.json'))).toEqual(readFileSync(at('draft.manifest.json')));
  expect((await candour(['pack', 'list'])).text).toMatch(
    new RegExp(`${pack} +standards +public +2024/25 +1 +draft`),
  );
});

it('types what the cover says, and says it', async () => {
  const cover = ['pack', 'cover', 'standards', '--period', '2024/25'];
  const { text } = await candour([
    ...cover,
    '--agenda-item',
    'Item 7',
    '--paragraphs',
    '1,2',
    '--owner',
    'Ann Archer',
  ]);
  expect(text).toContain('agenda item      Item 7');
  expect(text).toMatch(/warning: In the report owner there is a name/);
  await candour([...cover, '--owner', 'Monitoring Officer']);
  const read = await json(cover);
  expect(read).toMatchObject({ front: { agendaItem: 'Item 7', owner: 'Monitoring Officer' }, warnings: [] });
  expect(await refusal([...cover, '--paragraphs', 'nine'])).toEqual([exitCodes.usage, 'input-invalid']);
});

it('is released with the officer’s passphrase alone, as it is in the workspace now', async () => {
  const release = ['pack', 'release', pack, '--out', 'issue-1.xlsx'];
  expect(await refusal(release, ['another passphrase 7'])).toEqual([exitCodes.refused, 'officer-passphrase']);
  expect(await refusal(release, [passphrase])).toEqual([exitCodes.refused, 'pack-stale']);
  expect(existsSync(at('issue-1.xlsx'))).toBe(false);
  pack = (await json([...build, '--out', 'draft.xlsx', '--force'])).pack;
  const { exit, text } = await candour(['pack', 'release', pack, '--out', 'issue-1.xlsx'], [passphrase]);
  expect(exit, text).toBe(exitCodes.ok);
  expect(text).toContain('issue 1 was released');
  expect(manifest('issue-1.manifest.json').pack).toMatchObject({ issue: 1 });
  expect((await json(['pack', 'issued']))[0]).toMatchObject({ pack, issue: 1, standing: 'released' });
  expect((await candour(['pack', 'verify', pack])).text).toContain('hashes agree');
  expect((await candour(['pack', 'save', pack, '--out', 'copy.xlsx'])).exit).toBe(exitCodes.ok);
  expect(readFileSync(at('copy.xlsx'))).toEqual(readFileSync(at('issue-1.xlsx')));
});

it('explains a cell of a file without a workspace, and with one says what it is today', async () => {
  const cell = placeOf('issue-1.manifest.json', 'By_allegation', 'Respect', 'Cases');
  const alone = await run(['explain', 'issue-1.xlsx', cell]);
  expect(alone.exit, alone.complained).toBe(exitCodes.ok);
  expect(alone.text).toContain('“Cases” of “Respect” is 17: the value.');
  expect(alone.text).toContain('log.csv: 84 rows, 0 rejected');
  expect(alone.text).toContain('told where the workspace that it was made in is open');
  const open = await json(['explain', 'issue-1.xlsx', cell.toLowerCase()]);
  expect(open).toMatchObject({ shown: '17', standing: 'released', sources: [{ today: { state: 'same' } }] });
  expect(await refusal(['explain', 'issue-1.xlsx', 'nowhere'])).toEqual([exitCodes.usage, 'command-usage']);
});

it('tells the rows to the officer alone', async () => {
  const cell = placeOf('issue-1.manifest.json', 'By_allegation', 'Interests', 'Cases');
  const words = ['explain', 'issue-1.xlsx', cell, '--rows'];
  expect(await refusal(words)).toEqual([exitCodes.usage, 'command-usage']);
  const { text } = await candour(words, [passphrase]);
  expect(text).toContain('It is small by itself.');
  expect(text.match(/log\.csv, row \d+/g)).toHaveLength(cases.Interests[1]);
});

it('says that a workbook was changed since it was made, or that nothing is known of it', async () => {
  copyFileSync(at('issue-1.xlsx'), at('changed.xlsx'));
  appendFileSync(at('changed.xlsx'), '\n');
  expect(await refusal(['explain', 'changed.xlsx', 'Cover!A1'])).toEqual([
    exitCodes.notFound,
    'manifest-missing',
  ]);
  copyFileSync(at('issue-1.manifest.json'), at('changed.manifest.json'));
  expect(await refusal(['explain', 'changed.xlsx', 'Cover!A1'])).toEqual([
    exitCodes.refused,
    'pack-file-changed',
  ]);
  writeFileSync(at('changed.manifest.json'), '{"version": 1}');
  expect(await refusal(['explain', 'changed.xlsx', 'Cover!A1'])).toEqual([
    exitCodes.badFile,
    'manifest-invalid',
  ]);
  // Without its manifest the workspace knows the file by its hash.
  rmSync(at('copy.manifest.json'));
  expect(await json(['explain', 'copy.xlsx', 'Cover!A1'])).toMatchObject({
    kind: 'line',
    standing: 'released',
  });
});

it('tells what differs between two files, and withdraws with a reason', async () => {
  writeFileSync(at('later.csv'), logOf({ Respect: [0, 40] }));
  await candour(['import', 'later.csv', '--kind', 'incident', '--again']);
  await json([...build, '--out', 'next.xlsx']);
  const { text, exit } = await run(['pack', 'diff', 'issue-1.xlsx', 'next.xlsx']);
  expect(exit).toBe(exitCodes.ok);
  expect(text).toContain('Respect, Cases: changed from “17”');
  expect(text).toContain('New data: later.csv (40 rows).');
  const { counts } = await json(['pack', 'diff', 'next.xlsx']);
  expect(counts.changed).toBeGreaterThan(0);
  const withdraw = ['pack', 'withdraw', pack, '--reason', 'It was of the wrong year.'];
  expect((await candour(withdraw, [passphrase])).text).toContain('was withdrawn');
  expect((await candour(['pack', 'issued'])).text).toContain('withdrawn');
});
