// The perception-gap mirror: two shown figures side by side, gaps, gates, one family, what is hidden.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMirror } from '#core/figures/mirror.ts';
import { setSide } from '#core/governance/survey-lens.ts';
import { mirror } from '#shared/schemas/mirror.ts';
import { fillSurvey } from './survey-rows.ts';
import { openWorkspace, settings, type Workspace } from './workspace.ts';

let workspace: Workspace;
const read = (request = {}) => readMirror(workspace.store, request, settings);

const asked = [
  { line: 'dignity', wording: 'We treat each other with dignity' },
  { line: 'safe', wording: 'It is safe to challenge', theme: 'Safe to challenge' },
  { line: 'ten', wording: 'On ten points' },
  { line: 'few', wording: 'Asked of few councillors' },
];

beforeAll(async () => {
  workspace = await openWorkspace();
  const { store } = workspace;
  // An older wave that must not stand in the mirror.
  await fillSurvey(store, { wave: '2022-02-05' }, asked.slice(0, 1), [{ count: 100, scores: [1] }]);
  await fillSurvey(
    store,
    { wave: '2024-02-05' },
    [...asked, { line: 'officers-only' }],
    [
      { count: 60, scores: [2, 4, 4, 4, 4] },
      { count: 40, scores: [4, 2, 2, 2, 2] },
    ],
  );
  await fillSurvey(
    store,
    { wave: '2024-11-18', instrument: 'Councillor survey' },
    [asked[0], asked[1], { ...asked[2], line: 'ten', scale: 'number-1-10' }, asked[3]] as typeof asked,
    [
      { count: 28, scores: [4, 4, 9, null] },
      { count: 12, scores: [2, 2, 3, null] },
      { count: 4, scores: [null, null, null, 4] },
    ],
  );
});
afterAll(() => workspace.close());

describe('the mirror', () => {
  it('sets the latest waves side by side with gap, interval and adjusted p', async () => {
    const value = await read();
    expect(mirror.parse(value)).toEqual(value);
    expect([value.officers?.wave, value.councillors?.wave]).toEqual(['2024-02-05', '2024-11-18']);
    const [dignity, safe] = value.rows;
    // Officers 40 of 100, councillors 28 of 40: -30 points.
    expect(dignity?.officers).toMatchObject({ shown: '40%', base: 100 });
    expect(dignity?.councillors).toMatchObject({ shown: '70%', base: 40 });
    expect(dignity?.gap?.value).toBeCloseTo(-30, 10);
    // Newcombe, method 10: Wilson 0.4 of 100 is 0.309401 to 0.497998; 0.7 of 40 is 0.545703 to 0.819292.
    expect(dignity?.gap?.interval.lower).toBeCloseTo(
      -30 - 100 * Math.hypot(0.4 - 0.309401, 0.819292 - 0.7),
      2,
    );
    expect(dignity?.gap?.interval.upper).toBeCloseTo(
      -30 + 100 * Math.hypot(0.497998 - 0.4, 0.7 - 0.545703),
      2,
    );
    // z = -0.3 / sqrt(p(1-p)(1/100+1/40)), p = 68/140: -3.2083; p = 0.001335; two questions are tested.
    expect(dignity?.p).toBeCloseTo(0.001335, 5);
    expect(dignity?.adjustedP).toBeCloseTo(2 * (dignity?.p ?? 0), 10);
    expect(dignity).toMatchObject({ verdict: 'councillors-higher', says: 'Councillors are more favourable' });
    // 60 of 100 against 28 of 40.
    expect(safe).toMatchObject({ verdict: 'no-clear-difference' });
    expect(value.tested).toBe(2);
    expect(value.reading).toBe(
      'Of 4 questions that both were asked, on 1 councillors are more favourable than officers, on 1 there is no clear difference, 2 are not tested.',
    );
    expect(value.warnings.map(({ code }) => code)).toEqual(['waves-apart']);
  });

  it('never compares two scales, and hides what a figure hides', async () => {
    const { rows } = await read();
    expect(rows[2]).toMatchObject({ verdict: 'other-scale', gap: null, p: null });
    expect(rows[3]).toMatchObject({ verdict: 'hidden', gap: null, p: null });
    expect(rows[3]?.councillors).toMatchObject({ suppressed: 'c', shown: '[c]', value: null, base: null });
    expect(rows).toHaveLength(4);
  });

  it('takes one theme, and says when a side is missing', async () => {
    const { rows } = await read({ theme: 'Safe to challenge' });
    expect(rows.map(({ line }) => line)).toEqual(['safe']);
    const early = await read({ to: '2023-01-01' });
    expect(early.rows).toEqual([]);
    expect(early.reading).toContain('no survey of councillors');
    await expect(read({ officers: 'Nobody' })).rejects.toMatchObject({ code: 'instrument-unknown' });
  });

  it('goes by what a person says of a survey whose name does not tell', async () => {
    const own = await openWorkspace();
    const people = [{ count: 20, scores: [4] }];
    await fillSurvey(own.store, { wave: '2024-01-01', instrument: 'Pulse A' }, asked.slice(0, 1), people);
    await fillSurvey(own.store, { wave: '2024-02-01', instrument: 'Pulse B' }, asked.slice(0, 1), people);
    const blind = await readMirror(own.store, {}, settings);
    expect(blind.rows).toEqual([]);
    expect(blind.warnings.map(({ code }) => code)).toEqual(['side-unknown']);
    await own.store.transaction((session) =>
      setSide(session, { instrument: 'Pulse A', side: 'officers' }, 'tester'),
    );
    await own.store.transaction((session) =>
      setSide(session, { instrument: 'Pulse B', side: 'councillors' }, 'tester'),
    );
    const told = await readMirror(own.store, {}, settings);
    // 20 of 20 on each side: shown, and too few to test.
    expect(told.rows[0]).toMatchObject({ verdict: 'too-few', p: null, gap: { value: 0 } });
    await own.close();
  });
});
