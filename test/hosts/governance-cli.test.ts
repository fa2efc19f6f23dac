// The commands health, mechanisms, crosswalk and breaks: values with --json, words without, exit codes.
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

const people = (day: string, directorate: string, headcount: number): string =>
  `${day},${directorate},${headcount},${headcount}`;

beforeAll(async () => {
  const terminal = bufferTerminal(place.folder, { CANDOUR_HOME: join(place.folder, 'home') });
  expect(await runCli(['init', 'kirkham', '--council', 'Kirkham'], terminal)).toBe(exitCodes.ok);
  const snapshots = [
    'Snapshot Date,Directorate,Headcount,FTE',
    people('31/03/2021', 'Streets', 40),
    people('31/03/2021', 'Care', 60),
    people('31/03/2023', 'Place', 38),
    people('31/03/2023', 'Care', 61),
  ];
  const events = [
    'Date,Title,Type',
    '2022-07-01,Streets becomes Place,reorganisation',
    '2022-04-01,New HR system,system-change',
  ];
  writeFileSync(join(place.folder, 'snapshots.csv'), `${snapshots.join('\n')}\n`);
  writeFileSync(join(place.folder, 'events.csv'), `${events.join('\n')}\n`);
  expect((await candour('import', 'snapshots.csv', '--kind', 'workforce-snapshot')).exit).toBe(0);
  expect((await candour('import', 'events.csv', '--kind', 'event')).exit).toBe(0);
});
afterAll(() => place.remove());

it('health tells every source, and counts lateness to the day named', async () => {
  expect((await json('health')).sources.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    'event',
    'workforce-snapshot',
  ]);
  await candour('mechanisms', 'set', 'performance-metrics', '--in-place', 'yes', '--cadence', '12');
  const late = await candour('health', '--on', '2024-05-10');
  expect(late.text).toContain('It was due by 31 March 2024, 40 days ago.');
});

it('mechanisms lists by itself, sets, and takes only what there is', async () => {
  await candour('mechanisms', 'set', 'performance-metrics', '--owner', 'Director of People Services');
  const set = await json('mechanisms', '--on', '2024-05-10');
  expect(set.mechanisms.at(-1)).toMatchObject({
    inPlace: 'yes',
    owner: 'Director of People Services',
    cadenceMonths: 12,
    overdueDays: 40,
  });
  const none = await json('mechanisms', 'set', 'performance-metrics', '--no-cadence');
  expect(none.mechanisms.at(-1)).toMatchObject({ inPlace: 'yes', cadenceMonths: null });
  expect((await candour('mechanisms')).text).toContain('1 of the 6 mechanisms of section VII is in place');
  expect((await candour('mechanisms', 'set', 'gossip', '--in-place', 'yes')).exit).toBe(exitCodes.usage);
});

it('crosswalk lists what is suggested, sets it, and refuses to divide', async () => {
  expect((await candour('crosswalk')).text).toContain('Suggested: Streets is Place from 1 July 2022');
  const set = await json('crosswalk', 'set', 'Streets', 'Place', '--from', '2022-07-01');
  expect(set.entries).toMatchObject([{ old: 'Streets', new: 'Place', inData: true }]);
  const split = await candour('crosswalk', 'set', 'Streets', 'Care', '--from', '2022-07-01', '--json');
  expect(split.exit).toBe(exitCodes.refused);
  expect(JSON.parse(split.text).error.code).toBe('crosswalk-split');
  expect((await candour('crosswalk', 'remove', 'Streets', '--from', '2022-07-01')).exit).toBe(0);
  expect((await json('crosswalk', 'list')).entries).toEqual([]);
});

it('breaks lists what is proposed, sets a break with its reason, and takes it back', async () => {
  expect((await candour('breaks')).text).toContain('Proposed: a break on 1 April 2022 (New HR system)');
  const named = ['--date', '2022-04-01', '--reason', 'Heads are counted in another way'];
  const [set] = (await json('breaks', 'set', 'New HR system', ...named, '--kind', 'workforce-snapshot'))
    .breaks;
  expect(set).toMatchObject({ date: '2022-04-01', kinds: ['workforce-snapshot'], metrics: [] });
  const figure = await json('figure', 'headcount', '--grain', 'financial-year');
  expect(figure.breaks).toHaveLength(1);
  expect(figure.warnings.map(({ code }: { code: string }) => code)).toContain('series-break');
  expect((await candour('breaks', 'set', 'Nothing', ...named)).exit).toBe(exitCodes.usage);
  expect((await candour('breaks', 'remove', set.id)).exit).toBe(0);
  expect((await candour('breaks', 'remove', set.id)).exit).toBe(exitCodes.notFound);
});
