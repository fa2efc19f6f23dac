// What people settle, through the real application: the sample council settles its own, decisions outlive a
// restart and an undo, and what cannot be is refused by its code.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';

describe('governance of the sample council', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp();
    await test.call('workspace.sample', {});
  });
  afterAll(() => test.close());

  const groups = async () => {
    const { points } = await test.call('figure.read', { metric: 'headcount', split: 'directorate' });
    return [...new Set(points.map(({ group }) => group))].filter((group) => group !== 'Not recorded');
  };

  it('has one line for each directorate of today, and the old ones again when an entry is taken back', async () => {
    expect(await groups()).toEqual([
      'Adult Care and Health',
      'Children and Families',
      'City Services',
      'Corporate Services',
      'Homes and Tenancies',
      'Place and Economy',
    ]);
    const taken = await test.call('crosswalk.remove', { old: 'Economy', effective: '2022-07-01' });
    expect(await groups()).toContain('Economy');
    expect(taken.suggestions).toMatchObject([
      { old: 'Economy', new: 'Place and Economy', effective: '2022-07-01' },
    ]);
    const back = await test.call('crosswalk.set', {
      old: 'Economy',
      new: 'Place and Economy',
      effective: '2022-07-01',
    });
    expect(back.suggestions).toEqual([]);
    expect(back.decisions[0]).toMatchObject({ action: 'set', by: 'tester' });
    expect(await groups()).not.toContain('Economy');
  });

  it('refuses a part of a directorate', async () => {
    const part = { old: 'Homes and Tenancies', new: 'City Services', effective: '2022-07-01' };
    await expect(test.call('crosswalk.set', part)).rejects.toThrow(/^crosswalk-partial: Homes and Tenancies/);
  });

  it('breaks sickness where its system changed, proposes the break again when it is taken back', async () => {
    const read = () => test.call('figure.read', { metric: 'absence-fte-days' });
    const [set] = (await test.call('break.list', {})).breaks;
    expect(set).toMatchObject({ date: '2022-04-01', kinds: ['absence-spell'], setBy: 'tester' });
    expect((await read()).limits.map(({ segment }) => segment)).toEqual([0, 1]);
    const { proposals } = await test.call('break.remove', { id: set?.id ?? '' });
    expect(proposals).toMatchObject([{ date: '2022-04-01' }]);
    const whole = await read();
    expect(whole.limits.map(({ segment }) => segment)).toEqual([0]);
    expect(whole.warnings.map(({ code }) => code)).not.toContain('series-break');
    const nothing = { date: '2022-04-01', title: 'New system', reason: 'Other codes' };
    await expect(test.call('break.set', nothing)).rejects.toThrow(/^break-of-nothing/);
    await expect(test.call('break.set', { ...nothing, metrics: ['nonsense'] })).rejects.toThrow(
      /^input-invalid.*nonsense/,
    );
    const [again] = (await test.call('break.set', { ...nothing, kinds: ['absence-spell'] })).breaks;
    const changed = { ...nothing, id: again?.id ?? '', kinds: ['leaver'] };
    expect((await test.call('break.set', changed)).breaks).toHaveLength(1);
    expect((await read()).breaks).toEqual([]);
    expect((await test.call('figure.read', { metric: 'turnover' })).breaks).toHaveLength(1);
    await test.call('break.set', { ...changed, kinds: ['absence-spell'] });
  });

  it('keeps what was settled when the workspace is opened again', async () => {
    await test.call('mechanism.set', { mechanism: 'surveys', inPlace: 'yes', cadenceMonths: 12 });
    const { id } = (await test.call('workspace.list', {}))[0] ?? { id: '' };
    await test.call('workspace.close', {});
    await test.call('workspace.open', { id });
    const { mechanisms } = await test.call('mechanism.list', { on: '2025-12-31' });
    expect(mechanisms[0]).toMatchObject({ inPlace: 'yes', nextDue: '2026-02-10', overdueDays: null });
    expect((await test.call('crosswalk.list', {})).entries).toHaveLength(3);
    expect((await test.call('break.list', {})).breaks).toHaveLength(1);
    expect((await test.call('health.read', { on: '2025-12-31' })).sources.length).toBeGreaterThan(10);
  });

  it('takes an owner that is a role, and no other', async () => {
    const owner = { mechanism: 'surveys', owner: 'Ada Quill' } as never;
    await expect(test.call('mechanism.set', owner)).rejects.toThrow(/^input-invalid/);
  });
});
