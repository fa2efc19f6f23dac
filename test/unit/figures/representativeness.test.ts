// Who answered against who could have, and the weighting, from shown figures only.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRepresentativeness } from '#core/figures/representativeness.ts';
import { representativeness } from '#shared/schemas/representativeness.ts';
import { fillSurvey } from './survey-rows.ts';
import { fill, openWorkspace, settings, type Workspace } from './workspace.ts';

let workspace: Workspace;
const read = (request = {}) => readRepresentativeness(workspace.store, request, settings);

beforeAll(async () => {
  workspace = await openWorkspace();
  const { store } = workspace;
  await fill(store, 'clean.workforce_snapshot', [
    { snapshot_date: '2024-01-31', directorate: 'Place', headcount: 300, fte: 300 },
    { snapshot_date: '2024-01-31', directorate: 'People', headcount: 100, fte: 100 },
  ]);
  // Place answers less and is less favourable: 20 of 50 against 40 of 50.
  await fillSurvey(
    store,
    { wave: '2024-02-05' },
    [{ line: 'heard', wording: 'I am heard' }],
    [
      { count: 20, scores: [4], directorate: 'Place' },
      { count: 30, scores: [2], directorate: 'Place' },
      { count: 40, scores: [4], directorate: 'People' },
      { count: 10, scores: [2], directorate: 'People' },
    ],
  );
});
afterAll(() => workspace.close());

describe('representativeness', () => {
  it('sets shares of responses beside shares of the population', async () => {
    const value = await read();
    expect(representativeness.parse(value)).toEqual(value);
    expect(value).toMatchObject({ by: 'directorate', responses: 100, population: 400, rate: 25 });
    expect(
      value.rows.map(({ group, shareOfResponses, shareOfPopulation, difference }) => [
        group,
        shareOfResponses,
        shareOfPopulation,
        difference,
      ]),
    ).toEqual([
      ['People', 50, 25, 25],
      ['Place', 50, 75, -25],
    ]);
    // 1.959964·sqrt(0.25/100)·sqrt(300/399) = 8.4975.
    expect(value.margin).toBeCloseTo(8.4975, 3);
  });

  it('weights the answers to the headcount, with Kish’s effective base, and warns when they differ', async () => {
    const { weighted, reading } = await read();
    expect(weighted).toHaveLength(1);
    // (0.4·300 + 0.8·100) / 400 = 50 per cent; weights 6 and 2: (50·6 + 50·2)² / (50·36 + 50·4) = 80.
    expect(weighted?.[0]).toMatchObject({ unweighted: 60, weighted: 50, base: 100, apart: true });
    expect(weighted?.[0]?.effectiveBase).toBeCloseTo(80, 10);
    // 50 ± 1.959964·sqrt(2500/80).
    expect(weighted?.[0]?.interval.lower).toBeCloseTo(39.0435, 3);
    expect(reading).toBe(
      'On 5 February 2024 100 of 400 answered (25%). People is the furthest from its share: 50% of the responses, 25% of the population. Weighting moves 1 question by more than 3 points: who answered matters there.',
    );
  });

  it('does not weight by what is not shown', async () => {
    const { weighted, warnings } = await read({ by: 'grade' });
    expect(weighted).toBeNull();
    expect(warnings.map(({ code }) => code)).toEqual(['not-weighted']);
  });
});

describe('hidden groups', () => {
  it('stay hidden, and are weighted together as what is left of the whole', async () => {
    const own = await openWorkspace();
    const groups = ['A', 'B', 'C', 'D'];
    await fill(
      own.store,
      'clean.workforce_snapshot',
      groups.map((directorate) => ({ snapshot_date: '2024-01-31', directorate, headcount: 100, fte: 100 })),
    );
    await fillSurvey(
      own.store,
      { wave: '2024-02-05' },
      [{ line: 'heard' }],
      [
        { count: 40, scores: [4], directorate: 'A' },
        { count: 40, scores: [2], directorate: 'B' },
        { count: 12, scores: [4], directorate: 'C' },
        { count: 3, scores: [4], directorate: 'D' },
      ],
    );
    const value = await readRepresentativeness(own.store, {}, settings);
    const hidden = value.rows.filter(({ responses }) => responses === null);
    expect(hidden.map(({ group }) => group)).toEqual(['C', 'D']);
    expect(hidden.every((row) => row.shareOfResponses === null && row.difference === null)).toBe(true);
    // A and B at 100 each, C and D together at 200: (1·100 + 0·100 + 1·200) / 400.
    expect(value.weighted?.[0]?.weighted).toBeCloseTo(75, 10);
    await own.close();
  });
});
