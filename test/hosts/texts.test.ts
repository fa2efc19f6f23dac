// The commands for held-back comments: shapes with --json, words without, exit codes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '#hosts/cli/program.ts';
import type { Receipt } from '#shared/schemas/import.ts';
import { scratch } from './doors.ts';
import { bufferTerminal } from './terminal-buffer.ts';

const place = scratch();
afterAll(() => place.remove());

const log = [
  'Case ref,Date received,Subject name,Description',
  'C1,23/04/2024,"Quibell, Wynne","Told Quibell that the quince report was late."',
  'C2,05/06/2024,Cllr Tom Green,"The Monitoring Officer did not answer."',
].join('\n');

/** Runs one command in the workspace and answers what it printed. */
async function run(...args: string[]): Promise<{ exit: number; printed: string }> {
  const terminal = bufferTerminal(place.folder);
  const exit = await runCli([...args, '--workspace', 'kirkham'], terminal);
  return { exit, printed: terminal.printed() };
}
const value = async (...args: string[]) => JSON.parse((await run(...args, '--json')).printed) as unknown;

let id = '';
beforeAll(async () => {
  mkdirSync(place.folder, { recursive: true });
  writeFileSync(join(place.folder, 'log.csv'), log);
  await runCli(['init', 'kirkham', '--council', 'Kirkham'], bufferTerminal(place.folder));
  const [receipt] = (await value('import', 'log.csv', '--kind', 'incident')) as Receipt[];
  id = receipt?.importId ?? '';
});

describe('the commands for comments', () => {
  it('list counts and no text', async () => {
    expect(await value('texts')).toMatchObject({
      waiting: 2,
      total: 1,
      sources: [{ importId: id, field: 'narrative', texts: 2 }],
    });
    const { printed } = await run('texts', '--status', 'waiting', '--kind', 'incident');
    expect(printed).toContain('2 texts wait for a person');
    expect(printed).not.toMatch(/quince|Quibell/);
    expect((await run('texts', '--instrument', 'None')).printed).toContain('No comments are held back.');
    expect((await run('texts', '--status', 'perhaps')).exit).toBe(2);
  });

  it('show texts with what was found between marks', async () => {
    const { printed } = await run('review', id, 'narrative', '--waiting');
    expect(printed).toContain('Told «Quibell»(name) that the quince report was late.');
    expect(await value('review', id, 'narrative', '--row', '3')).toMatchObject({
      texts: [{ row: 3, found: [{ kind: 'post' }] }],
    });
    expect((await run('review', id, 'lesson')).exit).toBe(4);
  });

  it('release and withdraw', async () => {
    const release = [
      'release',
      id,
      'narrative',
      '3',
      '--reason',
      'for the panel',
      '--text',
      'The Monitoring Officer did not answer.',
    ];
    expect((await run(...release, '--status', 'public')).exit).toBe(5);
    expect(await value(...release, '--status', 'public', '--confirm')).toMatchObject({
      status: 'public',
      row: 3,
      found: [{ kind: 'post' }],
    });
    expect(
      (
        await run(
          'release',
          id,
          'narrative',
          '2',
          '--status',
          'public',
          '--reason',
          'no reason',
          '--text',
          'Quibell',
        )
      ).exit,
    ).toBe(6);
    expect(
      (await run('release', id, 'narrative', '2', '--status', 'never', '--reason', 'names')).printed,
    ).toContain('never shown');
    expect((await run('release', id, 'narrative', '2', '--status', 'never')).exit).toBe(2);
    expect(await value('texts')).toMatchObject({ waiting: 0, sources: [{ never: 1, public: 1 }] });
    expect((await run('withdraw', id, 'narrative', '2')).printed).toContain('waits again');
    expect((await run('withdraw', id, 'narrative', '2')).exit).toBe(4);
  });
});
