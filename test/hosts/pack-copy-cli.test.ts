// The command pack copy, on a pack of an empty workspace: an OpenDocument spreadsheet by LibreOffice.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '#hosts/cli/program.ts';
import { exitCodes } from '#shared/errors.ts';
import { missingReader, readFiles } from '../packs/read-back.ts';
import { scratch } from './doors.ts';
import { bufferTerminal } from './terminal-buffer.ts';

const place = scratch();
const at = (name: string): string => join(place.folder, name);

async function candour(...args: string[]): Promise<{ exit: number; text: string }> {
  const terminal = bufferTerminal(place.folder, { CANDOUR_HOME: at('home') });
  const exit = await runCli([...args, '--workspace', 'kirkham', '--json'], terminal);
  return { exit, text: terminal.printed() };
}

let pack: { pack: string; fileName: string; sheets: { name: string }[] };
beforeAll(async () => {
  const terminal = bufferTerminal(place.folder, { CANDOUR_HOME: at('home') });
  expect(await runCli(['init', 'kirkham', '--council', 'Kirkham'], terminal)).toBe(exitCodes.ok);
  pack = JSON.parse(
    (await candour('pack', 'build', 'standards', '--period', '2024/25', '--out', 'a.xlsx')).text,
  );
}, 120_000);
afterAll(() => place.remove());

it('refuses a place that is not for the format, and a pack that is not there', async () => {
  const copy = (...more: string[]) => candour('pack', 'copy', ...more);
  expect((await copy(pack.pack, '--format', 'ods', '--out', 'a.pdf')).exit).toBe(exitCodes.usage);
  expect((await copy(pack.pack, '--format', 'doc', '--out', 'a.doc')).exit).toBe(exitCodes.usage);
  const unknown = '00000000-0000-4000-8000-000000000000';
  expect((await copy(unknown, '--format', 'ods', '--out', 'b.ods')).exit).toBe(exitCodes.notFound);
  expect(existsSync(at('b.ods'))).toBe(false);
});

const missing = missingReader();
it.skipIf(missing !== undefined)(
  `writes a copy with every sheet of the pack${missing === undefined ? '' : `: ${missing}`}`,
  async () => {
    const { exit, text } = await candour('pack', 'copy', pack.pack, '--format', 'ods', '--out', 'a.ods');
    expect(exit).toBe(exitCodes.ok);
    expect(JSON.parse(text)).toMatchObject({
      fileName: pack.fileName.replace('.xlsx', '.ods'),
      out: at('a.ods'),
    });
    const [seen] = readFiles([at('a.ods')]);
    expect(seen?.map(({ name }) => name)).toEqual(pack.sheets.map(({ name }) => name));
  },
  120_000,
);
