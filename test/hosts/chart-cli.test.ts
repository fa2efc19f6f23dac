// The commands of chart, and a figure asked as another chart: values with --json, words without, exit codes.
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
  const rows = Array.from({ length: 30 }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    return `C${index},${2022 + Math.floor(index / 12)}-${month}-${String(5 + (index % 20)).padStart(2, '0')},Respect,Open`;
  });
  writeFileSync(
    join(place.folder, 'log.csv'),
    ['Case Ref,Date Received,Category,Status', ...rows].join('\n'),
  );
  const { exit, text } = await candour('import', 'log.csv', '--kind', 'incident');
  expect(exit, text).toBe(exitCodes.ok);
});
afterAll(() => place.remove());

it('shows the usual choices, then what was changed, by whom and why', async () => {
  const before = await json('chart', 'show', 'turnover');
  expect(before).toMatchObject({
    judging: { screening: true, twoOfThree: '2023', runLength: 7 },
    target: null,
    rebases: [],
    decisions: [],
    takesTarget: true,
  });
  const judged = await json(
    ...[
      'chart',
      'judge',
      'turnover',
      '--screening',
      'off',
      '--two-of-three',
      'older',
      '--reason',
      'As our tool',
    ],
  );
  expect(judged.judging).toEqual({ screening: false, twoOfThree: 'older', runLength: 7 });
  await candour('chart', 'target', 'turnover', '3.5', '--reason', 'Workforce strategy');
  await candour('chart', 'rebase', 'turnover', '--date', '2024-04-01', '--reason', 'Lasting shift');
  const { text } = await candour('chart', 'show', 'turnover');
  expect(text).toMatch(/Screening of moving ranges +off/);
  expect(text).toMatch(/Target +3\.5, set by .*: Workforce strategy/);
  expect(text).toMatch(/New limits from 2024-04-01 +set by .*: Lasting shift/);
  expect(text).toContain('Staff turnover: judged with no screening');
  const after = await json('chart', 'unrebase', 'turnover', '--date', '2024-04-01', '--reason', 'Too early');
  expect(after.rebases).toEqual([]);
  expect(after.decisions).toHaveLength(4);
  expect((await json('chart', 'target', 'turnover', 'none', '--reason', 'Gone')).target).toBeNull();
});

it('refuses a change without a reason, of nothing, of what is not there, and a target without a good side', async () => {
  const exitOf = async (...args: string[]) => (await candour('chart', ...args)).exit;
  expect(await exitOf('judge', 'turnover', '--screening', 'off')).toBe(exitCodes.usage);
  expect(await exitOf('judge', 'turnover', '--reason', 'x')).toBe(exitCodes.usage);
  expect(await exitOf('judge', 'turnover', '--screening', 'off', '--reason', ' ')).toBe(exitCodes.usage);
  expect(await exitOf('rebase', 'turnover', '--date', 'soon', '--reason', 'x')).toBe(exitCodes.usage);
  expect(await exitOf('unrebase', 'turnover', '--date', '2020-01-01', '--reason', 'x')).toBe(
    exitCodes.notFound,
  );
  expect(await exitOf('show', 'nothing')).toBe(exitCodes.usage);
  expect(await exitOf('target', 'incidents', '3', '--reason', 'x')).toBe(exitCodes.usage);
  expect(await exitOf('target', 'turnover', 'high', '--reason', 'x')).toBe(exitCodes.usage);
});

it('reads a figure as the chart asked for, with its limits in words, and names those that fit', async () => {
  const { limits, request } = await json('figure', 'incidents', '--chart', 'c');
  expect(request.chart).toBe('c');
  expect(limits).toMatchObject([{ chart: 'c', points: 30, mean: 1 }]);
  const { text } = await candour('figure', 'days-between-cases');
  expect(text).toMatch(/Limits: mean [\d.]+, [\d.]+ to [\d.]+ \(29 points\)/);
  expect(text).toContain('t chart');
  expect((await candour('figure', 'incidents', '--chart', 'p')).exit).toBe(exitCodes.usage);
  const { error } = await json('figure', 'incidents', '--chart', 'p');
  expect(error).toMatchObject({ code: 'chart-unfit', hint: 'Charts that fit it: xmr, run, c.' });
  expect((await candour('figure', 'incidents', '--chart', 'pie')).exit).toBe(exitCodes.usage);
});
