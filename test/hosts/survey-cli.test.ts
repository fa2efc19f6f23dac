// The commands mirror, funnel, representativeness and lens: values with --json, words without, exit codes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '#hosts/cli/program.ts';
import { exitCodes } from '#shared/errors.ts';
import { scratch } from './doors.ts';
import { bufferTerminal } from './terminal-buffer.ts';

const place = scratch();

async function candour(...args: string[]): Promise<{ exit: number; text: string }> {
  const terminal = bufferTerminal(place.folder, { CANDOUR_HOME: join(place.folder, 'home') });
  const exit = await runCli([...args, '--workspace', 'kirkham'], terminal);
  return { exit, text: terminal.printed() };
}
const json = async (...args: string[]) => JSON.parse((await candour(...args, '--json')).text);

async function importSurvey(name: string, instrument: string, wave: string, agree: number, disagree: number) {
  const rows = [
    'We treat each other with dignity,I know how to raise a concern about conduct',
    ...Array<string>(agree).fill('Agree,Agree'),
    ...Array<string>(disagree).fill('Disagree,Disagree'),
  ];
  writeFileSync(join(place.folder, name), `${rows.join('\n')}\n`);
  const done = await candour(
    ...['import', name, '--kind', 'survey-response', '--instrument', instrument, '--wave', wave],
  );
  expect(done.exit).toBe(exitCodes.ok);
}

beforeAll(async () => {
  const terminal = bufferTerminal(place.folder, { CANDOUR_HOME: join(place.folder, 'home') });
  expect(await runCli(['init', 'kirkham', '--council', 'Kirkham'], terminal)).toBe(exitCodes.ok);
  await importSurvey('officers.csv', 'Officer survey', '2024-02-05', 40, 60);
  await importSurvey('councillors.csv', 'Councillor survey', '2024-03-05', 28, 12);
});
afterAll(() => place.remove());

it('mirror sets the sides beside one another, with raw and adjusted p', async () => {
  const { rows, tested } = await json('mirror');
  expect(tested).toBe(2);
  expect(rows[0]).toMatchObject({ verdict: 'councillors-higher', officers: { shown: '40%' } });
  const { text } = await candour('mirror');
  expect(text).toContain('Officers minus councillors, points');
  expect(text).toMatch(/40% of 100 +70% of 40 +-30 \(.*\) +0\.001 +0\.001 +Councillors are more favourable/);
  expect((await candour('mirror', '--officers', 'Nobody')).exit).toBe(exitCodes.notFound);
  expect((await candour('mirror', '--from', 'then')).exit).toBe(exitCodes.usage);
  expect((await json('mirror', '--theme', 'Nothing')).rows).toEqual([]);
});

it('funnel says what was asked and what was not', async () => {
  const { text } = await candour('funnel', '--instrument', 'Officer survey');
  expect(text).toMatch(/Know how to raise a concern +40% +100/);
  expect(text).toMatch(/Have read it +not asked/);
});

it('representativeness says when nobody is there to compare with', async () => {
  const { reading, weighted } = await json('representativeness', '--instrument', 'Officer survey');
  expect(reading).toContain('how many could have answered is not known');
  expect(weighted).toBeNull();
  expect((await candour('representativeness', '--by', 'ward')).exit).toBe(exitCodes.usage);
});

it('lens lists by itself, tags, sets steps and sides, and takes them back', async () => {
  const { lines } = await json('lens');
  const dignity = lines.find(({ title }: { title: string }) => title.includes('dignity'));
  expect((await candour('lens')).text).toContain('suggested: Dignity and courtesy');
  await candour('lens', 'tag', dignity.line, '--behaviour', 'Dignity and courtesy');
  expect((await candour('lens')).text).toContain('1 of 2 questions have their behaviours confirmed');
  expect((await candour('lens', 'tag', dignity.line)).exit).toBe(exitCodes.usage);
  expect((await candour('lens', 'tag', dignity.line, '--forget')).exit).toBe(exitCodes.ok);
  expect((await candour('lens', 'step', dignity.line, 'read')).text).toMatch(/dignity.* read \(set\)/);
  expect((await candour('lens', 'step', dignity.line, 'wording')).exit).toBe(exitCodes.ok);
  expect((await candour('lens', 'step', 'no-such-line', 'read')).exit).toBe(exitCodes.notFound);
  expect((await candour('lens', 'asks', 'Officer survey', 'councillors')).text).toContain(
    'asks councillors (set by a person)',
  );
  expect((await candour('lens', 'asks', 'Officer survey', 'name')).text).toContain(
    'asks officers (by its name)',
  );
  expect((await candour('lens', 'asks', 'Officer survey', 'everybody')).exit).toBe(exitCodes.usage);
});
