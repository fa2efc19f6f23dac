// The commands of pins: added, listed, noted, moved, removed; values with --json, words without, exit codes.
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

beforeAll(async () => {
  const terminal = bufferTerminal(place.folder, { CANDOUR_HOME: join(place.folder, 'home') });
  expect(await runCli(['init', 'kirkham', '--council', 'Kirkham'], terminal)).toBe(exitCodes.ok);
});
afterAll(() => place.remove());

it('keeps figures for the packs, in order, with what is said of them', async () => {
  expect((await candour('pins')).text).toContain('Nothing is pinned');
  const [first] = await json('pins', 'add', 'incidents', '--split', 'category', '--filter', 'tier=Parish');
  expect(first.request).toEqual({ metric: 'incidents', split: 'category', filters: { tier: 'Parish' } });
  const [, second] = await json('pins', 'add', 'turnover', '--note', 'Watch it', '--drawn', 'wave');
  expect(second).toMatchObject({ kind: 'wave', note: { text: 'Watch it', role: 'Policy analyst' } });
  const moved = await json('pins', 'move', second.id, '1');
  expect(moved.map(({ id }: { id: string }) => id)).toEqual([second.id, first.id]);
  const noted = await json('pins', 'note', first.id, 'New heading', '--role', 'Chief clerk');
  expect(noted[1].note).toMatchObject({ text: 'New heading', role: 'Chief clerk' });
  const { text } = await candour('pins');
  expect(text).toMatch(/1 {2}p[0-9a-f]{10} {2}.*Watch it \(Policy analyst/);
  expect(text).toContain('by category, tier Parish');
  expect((await json('pins', 'note', first.id))[1].note).toBeNull();
  expect(await json('pins', 'remove', second.id)).toHaveLength(1);
});

it('describes a pack without writing it: what is missing is said', async () => {
  const { exit, text } = await candour('pack', 'preview', 'standards', '--period', '2024/25');
  expect(exit, text).toBe(exitCodes.ok);
  expect(text).toContain('Complaints_by_period');
  expect(text).toContain('No cell is hidden.');
  expect(text).toContain('would fill this sheet.');
  const value = await json('pack', 'preview', 'standards', '--period', '2024/25', '--profile', 'published');
  expect(value).toMatchObject({ edition: 'standards', profile: 'published', hidden: { own: 0, others: 0 } });
  expect((await candour('pack', 'preview', 'no-such', '--period', '2024/25')).exit).toBe(exitCodes.usage);
});

it('refuses what is pinned already, and a pin that is not there', async () => {
  const again = ['pins', 'add', 'incidents', '--split', 'category', '--filter', 'tier=Parish'];
  expect((await candour(...again)).exit).toBe(exitCodes.conflict);
  expect((await candour('pins', 'remove', 'p0000000000')).exit).toBe(exitCodes.notFound);
  expect((await candour('pins', 'move', 'p0000000000', '0')).exit).toBe(exitCodes.usage);
});
