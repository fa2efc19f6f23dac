// The command speak-up, and the targets among the settings: values with --json, words without, exit codes.
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

beforeAll(async () => {
  const terminal = bufferTerminal(place.folder, { CANDOUR_HOME: join(place.folder, 'home') });
  expect(await runCli(['init', 'kirkham', '--council', 'Kirkham'], terminal)).toBe(exitCodes.ok);
  const rows = Array.from({ length: 12 }, (_, index) => {
    const closed = index < 9 ? `2024-04-${String(index + 2).padStart(2, '0')}` : '';
    return `C${index},2024-04-01,2024-04-02,${closed},${closed ? 'Closed' : 'Open'},Officer,Councillor,Meeting`;
  });
  const head = 'Case ref,Date received,Date acknowledged,Date closed,Status,Raised by,Subject type,Channel';
  writeFileSync(join(place.folder, 'log.csv'), `${[head, ...rows].join('\n')}\n`);
  expect((await candour('import', 'log.csv', '--kind', 'incident')).exit).toBe(0);
});
afterAll(() => place.remove());

it('reads the panel, and says what would supply what is not there', async () => {
  const { readings } = await json('speak-up');
  expect(readings.map(({ id }: { id: string }) => id)).toContain('told-outcome');
  const { text, exit } = await candour('speak-up', '--from', '2024-04-01');
  expect(exit).toBe(exitCodes.ok);
  expect(text).toContain('Incidents received: 12 in');
  expect(text).toContain('Not measured. A survey item');
  expect((await candour('speak-up', '--from', 'April')).exit).toBe(exitCodes.usage);
});

it('sets targets and takes them away', async () => {
  const set = await json('settings', '--close-days', '5', '--acknowledge-days', '1');
  expect(set.settings).toMatchObject({ closeDays: 5, acknowledgeDays: 1 });
  // Closed after 1 to 9 days, three open since: 5 of 12 by day 5, none censored before it.
  const { text } = await candour('figure', 'closed-within-target', '--grain', 'all');
  expect(text).toContain('42%');
  expect((await candour('settings')).text).toContain('acknowledge within 1 day, close within 5 days');
  expect((await json('settings', '--close-days', 'none')).settings.closeDays).toBeNull();
  expect((await candour('settings', '--close-days', 'soon')).exit).toBe(exitCodes.usage);
});
