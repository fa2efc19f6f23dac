// The speak-up panel: readings side by side, each through the gate, none combined; what is not measured says
// what would supply it.
import { afterEach, describe, expect, it } from 'vitest';
import { readSpeakUp } from '#core/figures/index.ts';
import { speakUpOf } from '#core/figures/speak-up.ts';
import { cases, fill, fillWave, openWorkspace, settings, type Workspace } from './workspace.ts';

let workspace: Workspace | undefined;
afterEach(async () => {
  await workspace?.close();
  workspace = undefined;
});

const open = async (): Promise<Workspace> => {
  workspace = await openWorkspace();
  return workspace;
};
const readings = async ({ store }: Workspace) => {
  const { readings, caution } = await readSpeakUp(store, {}, settings);
  return { caution, of: Object.fromEntries(readings.map((reading) => [reading.id, reading])), readings };
};

describe('an empty workspace', () => {
  it('says of every reading what would supply it', async () => {
    const { readings: all, caution } = await readings(await open());
    expect(all.map(({ id }) => id)).toEqual([
      'volume',
      'safe-to-raise',
      'detriment',
      'told-outcome',
      'channels',
    ]);
    for (const { entries, missing } of all) {
      expect(entries).toEqual([]);
      expect(missing).toMatch(/would supply it/);
    }
    expect(caution).toContain('no score');
  });
});

describe('the readings', () => {
  const answers = (favourable: number, other: number) => [
    { count: favourable, favourable: true },
    { count: other, favourable: false },
  ];

  it('stand beside one another, a survey question each, the log by its rules', async () => {
    const own = await open();
    await fill(own.store, 'clean.incident', [
      ...cases(6, '2024-05-01', { scheme: 'Member-Officer Protocol', channel: 'Meeting' }),
      ...cases(7, '2024-05-01', { scheme: 'Member Code of Conduct', channel: 'Telephone' }),
    ]);
    const safe = { wave: '2024-10-14', line: 'safe', wording: 'It is safe to raise a concern here' };
    await fillWave(own.store, { ...safe, instrument: 'Officers', answers: answers(20, 20) });
    await fillWave(own.store, { ...safe, instrument: 'Councillors', answers: answers(3, 4) });
    await fillWave(own.store, {
      wave: '2024-10-14',
      line: 'fear',
      wording: 'I can raise a concern without fear that it is held against me',
      answers: answers(10, 30),
    });
    const { of } = await readings(own);
    expect(of.volume?.entries[0]?.figure.points.at(-1)?.shown).toBe('13');
    const shown = (id: string) =>
      of[id]?.entries.map(({ source, figure }) => [source, figure.points.at(-1)?.shown]);
    // Seven answers are under the minimum base.
    expect(shown('safe-to-raise')).toEqual([
      ['Councillors', '[c]'],
      ['Officers', '50%'],
    ]);
    expect(shown('detriment')).toEqual([['Officers', '25%']]);
    expect(of['told-outcome']).toMatchObject({ entries: [] });
    expect(of['told-outcome']?.missing).toContain('told the outcome');
    expect(of.channels?.entries.map(({ source }) => source)).toEqual([
      'Member Code of Conduct',
      'Member-Officer Protocol',
    ]);
    expect(JSON.stringify(of['safe-to-raise'])).not.toMatch(/"base":7/);
  });

  it('does not call a log without channels measured', async () => {
    const own = await open();
    await fill(own.store, 'clean.incident', cases(6, '2024-05-01'));
    const { of } = await readings(own);
    expect(of.volume?.missing).toBeNull();
    expect(of.channels?.missing).toContain('Channel');
  });
});

describe('a survey question', () => {
  it.each([
    ['It is safe to challenge a decision constructively', 'safe-to-raise'],
    ['I feel comfortable raising a concern with my manager', 'safe-to-raise'],
    ['I can give frank advice without worrying about my position', 'detriment'],
    ['People here speak up without fear of retaliation', 'detriment'],
    ['When I raised a concern I was told what happened as a result', 'told-outcome'],
    // To know how is not to feel safe.
    ['I know how to raise a concern about behaviour', null],
    ['I trust officers to advise every group impartially', null],
    ['My manager keeps me informed about decisions that affect my work', null],
  ])('“%s” is read as %s', (wording, id) => {
    expect(speakUpOf(wording)).toBe(id);
  });
});
