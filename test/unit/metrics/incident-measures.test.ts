// Figures about how incidents were dealt with, on a log small enough to work out by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureOptions, readFigure } from '#core/figures/index.ts';
import { metrics } from '#core/metrics/index.ts';
import { allegations, outcomes, stages } from '#shared/vocabulary/incidents.ts';
import { resolution, resolutionSteps, substantiated } from '#shared/vocabulary/resolution.ts';
import { cases, fill, openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

let workspace: Workspace;
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);
const all = async (metric: string, more: object = {}) =>
  (await read(metric, { grain: 'all', ...more })).points;
const shownBy = async (split: string, more: object = {}) =>
  Object.fromEntries((await all('incidents', { split, ...more })).map(({ group, shown }) => [group, shown]));

const day = (date: number): string => `2024-01-${String(date).padStart(2, '0')}`;
const closed = { status: 'closed', closed_date: '2024-01-20', closed_precision: 'day' };
const protocol = 'Member-Officer Protocol';

// 30 cases under the Protocol received on 1 January and closed on the 20th, but for 5 that are open and
// 5 that were received a month later; 10 under the code. The log ends on 1 February.
beforeAll(async () => {
  workspace = await openWorkspace();
  const own = { scheme: protocol, skip_level: false };
  await fill(workspace.store, 'clean.incident', [
    ...cases(6, day(1), {
      ...own,
      ...closed,
      outcome: 'Self-resolved',
      action: 'Support',
      support: 'Mediation',
      behaviours: 'Dignity and courtesy;Open communication',
      acknowledged_date: day(2),
      occurred_date: '2023-12-30',
    }),
    ...cases(7, day(1), {
      ...own,
      ...closed,
      outcome: 'Informal resolution',
      action: 'Words of advice',
      sanction: 'Words of advice',
      support: 'Training;Mediation',
      behaviours: 'Dignity and courtesy',
      principles: 'Leadership;Openness',
      acknowledged_date: day(6),
      occurred_date: '2023-12-22',
    }),
    ...cases(6, day(1), {
      ...own,
      ...closed,
      outcome: 'Breach found',
      sanction: 'No sanction',
      acknowledged_date: day(11),
    }),
    ...cases(6, day(1), {
      ...own,
      ...closed,
      outcome: 'No breach',
      stage: 'Investigation',
      skip_level: true,
    }),
    ...cases(5, day(1), { ...own, stage: 'Investigation', reporter_role: 'Officer' }),
    ...cases(5, '2024-02-01', {
      ...own,
      ...closed,
      closed_date: null,
      stage: 'Training',
      reporter_role: 'Anonymous',
    }),
    ...cases(10, day(1), { scheme: 'Member Code of Conduct', outcome: 'Pending', status: 'open' }).map(
      (row) => ({
        ...row,
        import_id: 'register',
      }),
    ),
  ]);
});
afterAll(() => workspace.close());

describe('cases under several rules', () => {
  it('are counted together, and divided only one at a time', async () => {
    expect((await all('incidents'))[0]?.value).toBe(45);
    const split = await read('incidents', { grain: 'all', split: 'stage' });
    expect(split.points.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(35);
    expect(split.warnings.find(({ code }) => code === 'scheme-chosen')?.text).toContain(
      `only those under “${protocol}” are counted`,
    );
    expect(split.provenance.filters).toMatchObject({ scheme: protocol });
  });

  it('are told apart by scheme alone, and by the filter', async () => {
    expect(await shownBy('scheme')).toEqual({ 'Member Code of Conduct': '10', [protocol]: '35' });
    expect(await shownBy('resolution', { filters: { scheme: 'Member Code of Conduct' } })).toEqual({
      Open: '10',
    });
  });

  it('offer the values of all of them', async () => {
    const { dimensions } = await figureOptions(workspace.store, 'incidents');
    expect(dimensions.outcome?.map(({ value }) => value)).toContain('Pending');
    expect(dimensions.behaviour?.map(({ value }) => value)).toEqual([
      'Dignity and courtesy',
      'Not recorded',
      'Open communication',
    ]);
  });
});

describe('what a case may have several of', () => {
  it('counts it once in each', async () => {
    expect(await shownBy('behaviour')).toEqual({
      'Dignity and courtesy': '13',
      'Open communication': '6',
      'Not recorded': '22',
    });
    expect(await shownBy('support')).toEqual({ Mediation: '13', Training: '7', 'Not recorded': '22' });
    expect(await shownBy('principle')).toEqual({ Leadership: '7', Openness: '7', 'Not recorded': '28' });
  });

  it('measures its days once in each', async () => {
    const points = await all('days-to-close', { split: 'support' });
    expect(points.map(({ group, value, base }) => [group, value, base])).toContainEqual(['Training', 19, 7]);
  });
});

describe('resolution', () => {
  it('is decided by the outcome, then the action, then what the outcome comes to, then the stage', async () => {
    expect(await shownBy('resolution')).toEqual({
      'Self-resolved': '6',
      Advice: '7',
      // A breach found, and nothing said of what was done.
      Formal: '6',
      'No further action': '6',
      Open: '5',
      // By the stage reached.
      'Training or support': '5',
    });
  });

  it('knows only words of the lists', () => {
    const labels = new Set([...outcomes.terms, ...stages.terms].map(({ label }) => label));
    const words = [
      ...Object.values(resolution).flatMap((steps) => Object.keys(steps)),
      ...Object.keys(substantiated),
    ];
    for (const word of words) expect(labels).toContain(word);
    for (const steps of Object.values(resolution))
      for (const step of Object.values(steps)) expect(resolutionSteps).toContain(step);
    expect(allegations.terms.length).toBeGreaterThan(0);
  });
});

describe('sanction and support', () => {
  it('are each counted, of the closed cases of files that record them', async () => {
    // 30 closed: 7 with words of advice ("No sanction" is none); 13 with support, 7 of them with both.
    const facts = async (metric: string) =>
      (await all(metric)).map(({ numerator, denominator, value }) => [numerator, denominator, value]);
    expect(await facts('incident-sanctions')).toEqual([[7, 30, (100 * 7) / 30]]);
    expect(await facts('incident-support')).toEqual([[13, 30, (100 * 13) / 30]]);
  });

  it('are told apart, as far as a case has both', async () => {
    // 6 with support, 7 with both, 12 with neither; 5 closed later with neither; 5 open.
    expect(await shownBy('measures')).toEqual({
      Support: '6',
      'Sanction and support': '7',
      Neither: '17',
      Open: '5',
    });
  });

  it('are not zero where the file has no such column', async () => {
    const filters = { scheme: 'Member Code of Conduct' };
    const { points, warnings } = await read('incident-sanctions', { grain: 'all', filters });
    expect(points.map(({ shown, value, reason }) => [shown, value, reason])).toEqual([
      ['[z]', null, 'No case of the period records sanctions or support'],
    ]);
    expect(warnings).toContainEqual({
      code: 'field-not-recorded',
      text: 'The log does not record sanctions or support.',
    });
  });
});

describe('shares of cases', () => {
  it('substantiated: breaches among cases with a finding', async () => {
    const [point] = await all('substantiated-share');
    expect(point).toMatchObject({ numerator: 6, denominator: 12, value: 50, shown: '50%' });
    // Wilson, 6 of 12, z = 1.96: (0.5 + 0.16) / 1.32 ± ….
    expect(point?.interval?.lower).toBeCloseTo(25.38, 1);
    expect(point?.interval?.upper).toBeCloseTo(74.62, 1);
  });

  it('anonymous: among cases whose reporter is recorded', async () => {
    expect(await all('anonymous-share')).toMatchObject([{ numerator: 5, denominator: 10 }]);
  });

  it('skip-level: among cases that record it', async () => {
    expect(await all('skip-level-share')).toMatchObject([{ numerator: 6, denominator: 35 }]);
    const filters = { scheme: 'Member Code of Conduct' };
    expect(await all('skip-level-share', { filters })).toMatchObject([{ shown: '[z]', value: null }]);
  });
});

describe('a share that is worked out from a split', () => {
  const sharesOf = async (roles: Readonly<Record<string, number>>) => {
    const own = await openWorkspace();
    const rows = Object.entries(roles).flatMap(([role, count]) =>
      cases(count, '2024-01-10', { reporter_role: role, scheme: protocol }),
    );
    await fill(own.store, 'clean.incident', rows);
    const ask = (metric: string, split?: string) =>
      readFigure(own.store, { metric, grain: 'all', ...(split ? { split } : {}) }, settings);
    const split = (await ask('incidents', 'reporter-role')).points;
    const [share] = (await ask('anonymous-share')).points;
    await own.close();
    return { share, group: split.find(({ group }) => group === 'Anonymous') };
  };

  it('is shown where the split shows what it is made of', async () => {
    const { share, group } = await sharesOf({ Officer: 20, Anonymous: 8 });
    expect(group?.shown).toBe('8');
    expect(share).toMatchObject({ numerator: 8, denominator: 28 });
  });

  it('is hidden where they are few', async () => {
    const { share } = await sharesOf({ Officer: 20, Public: 20, Anonymous: 2 });
    expect(share).toMatchObject({ shown: '[c]', value: null, numerator: null, base: null, interval: null });
  });

  it('is hidden where they would give away others that are few', async () => {
    const { share, group } = await sharesOf({ Officer: 20, Public: 20, MP: 2, Anonymous: 6 });
    expect(group?.shown).toBe('[c]');
    expect(share?.shown).toBe('[c]');
  });
});

describe('report-lag', () => {
  it('is the median of days from happening to receipt', async () => {
    // 6 after 2 days, 7 after 10: S = 7/13 > 0.5 after 2, 0 after 10.
    expect(await all('report-lag')).toMatchObject([{ value: 10, numerator: 13, base: 13, shown: '10 days' }]);
    const filters = { scheme: 'Member Code of Conduct' };
    expect(await all('report-lag', { filters })).toMatchObject([
      { shown: '[z]', reason: 'No case of the period records the day it happened' },
    ]);
  });
});

describe('days-to-acknowledge', () => {
  it('follows what waits to the end of the log or to its closing', async () => {
    // 6 after 1 day, 7 after 5, 6 after 10; 6 closed unacknowledged after 19; 5 waiting for 31; those of
    // 1 February wait for 0 or closed on no known day and are left out. At risk 30, 24, 17: S = 24/30, then
    // 17/30, then 11/30 < 0.5: the median is 10.
    expect(await all('days-to-acknowledge')).toMatchObject([{ value: 10, numerator: 19, base: 30 }]);
    const filters = { scheme: 'Member Code of Conduct' };
    expect(await all('days-to-acknowledge', { filters })).toMatchObject([
      { shown: '[z]', reason: 'No case of the period records when it was acknowledged' },
    ]);
  });
});

describe('shares within target', () => {
  const setTarget = (key: string, days: number | null) =>
    workspace.store.transaction((session) =>
      session.run("insert or replace into setting values ($key, $value, 'tester', '2024-02-01'::timestamp)", {
        key,
        value: JSON.stringify(days),
      }),
    );

  it('are refused with the reason until a target is set', async () => {
    for (const metric of ['closed-within-target', 'acknowledged-within-target']) {
      const { points, warnings } = await read(metric, { grain: 'all' });
      expect(points[0]).toMatchObject({ shown: '[x]', value: null, base: null });
      expect(points[0]?.reason).toMatch(/^No target for (closing|acknowledging) is set/);
      expect(warnings[0]?.code).toBe('target-unset');
    }
  });

  it('are 1 - S(target), with the waiting neither late nor left out', async () => {
    await setTarget('acknowledgeDays', 5);
    const [point] = (await read('acknowledged-within-target', { grain: 'all' })).points;
    // S(5) = 17/30. A naive share of the 19 acknowledged would be 13/19.
    expect(point?.value).toBeCloseTo(100 * (13 / 30), 9);
    // Greenwood: 6/(30·24) + 7/(24·17) = 0.0254902; log-log of 17/30.
    const power = Math.exp((1.959964 * Math.sqrt(0.0254902)) / Math.log(17 / 30));
    expect(point?.interval?.lower).toBeCloseTo(100 * (1 - (17 / 30) ** power), 3);
    expect(point?.interval?.upper).toBeCloseTo(100 * (1 - (17 / 30) ** (1 / power)), 3);
    expect(point?.shown).toBe('43%');
  });

  it('counts the day of the target itself, and says nothing past the end of what was followed', async () => {
    const at = async (days: number) => {
      await setTarget('closeDays', days);
      return (await read('closed-within-target', { grain: 'all', filters: { scheme: protocol } })).points[0];
    };
    // 25 of 30 closed on day 19; 5 open for 31 days.
    expect(await at(18)).toMatchObject({ value: 0, interval: null });
    expect((await at(19))?.value).toBeCloseTo(100 * (25 / 30), 9);
    expect(await at(40)).toMatchObject({ value: null, shown: 'not followed for as long as the target yet' });
    const { warnings } = await read('closed-within-target', { grain: 'all' });
    expect(warnings[0]?.text).toBe('The target is 40 days, as set in the workspace’s settings.');
  });

  it('gives no share of fewer than ten', async () => {
    await setTarget('closeDays', 10);
    const points = await all('closed-within-target', { split: 'outcome' });
    expect(points.find(({ group }) => group === 'Breach found')).toMatchObject({ value: null });
  });
});

describe('cards', () => {
  it('of incidents take no side, name a clause and carry a caveat', () => {
    for (const { card } of metrics.filter(({ card: { kinds } }) => kinds[0] === 'incident')) {
      expect([card.id, card.direction]).toEqual([card.id, 'neutral']);
      expect(card.clause).toMatch(/^Section VII/);
      expect(card.caveat.length).toBeGreaterThan(20);
    }
  });
});
