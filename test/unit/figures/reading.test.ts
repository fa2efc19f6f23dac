// Property: no reading, limit or chart in words says anything against the shown points of its figure, over the
// metrics, splits, grains and charts of the sample council through the real application.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '#shared/schemas/catalogue.ts';
import type { Figure, FigureRequest, MetricCard } from '#shared/schemas/figure.ts';
import { type TestApp, testApp } from '../../config/app.ts';
import { contradictions } from './reading-rules.ts';

/** All splits by all grains take ten minutes: `CANDOUR_EVERY_FIGURE=1` asks for them. */
const every = process.env.CANDOUR_EVERY_FIGURE === '1';
const SPLITS = 2;

let test: TestApp;
let catalogue: Catalogue;
let adopted: string | null;

beforeAll(async () => {
  test = await testApp();
  const { workspace } = await test.call('workspace.sample', {});
  adopted = workspace.settings.adoptionDate;
  catalogue = await test.call('catalogue.read', {});
}, 180_000);
afterAll(() => test.close());

/** Unsplit by every grain, and splits in turn, so that over the metrics every split and grain is met. */
function requestsOf(card: MetricCard, index: number): FigureRequest[] {
  const { id: metric, grains, dimensions } = card;
  const whole = grains.map((grain) => ({ metric, grain }));
  const all = dimensions.flatMap((split) => grains.map((grain) => ({ metric, grain, split })));
  if (every) return [...whole, ...all];
  const step = Math.max(1, Math.floor(all.length / SPLITS));
  return [...whole, ...all.filter((_, place) => (place + index) % step === 0).slice(0, SPLITS)];
}

async function read(request: FigureRequest): Promise<Figure | null> {
  const reply = await test.app.call('figure.read', request);
  if (reply.ok) return reply.value as Figure;
  // Dimensions that only filter split nothing.
  expect(reply.error.code).toBe('split-unknown');
  return null;
}

describe('a figure of the sample', () => {
  it('says nothing against its own points, whatever it is split by and counted in', async () => {
    let judged = 0;
    let hidden = 0;
    for (const [index, card] of catalogue.metrics.entries()) {
      for (const request of requestsOf(card, index)) {
        const figure = await read(request);
        if (figure === null) continue;
        judged += figure.limits.length;
        hidden += figure.points.filter(({ suppressed }) => suppressed === 'c').length;
        expect(contradictions(figure, adopted), JSON.stringify(request)).toEqual([]);
      }
    }
    expect(judged).toBeGreaterThan(60);
    expect(hidden).toBeGreaterThan(100);
  }, 1_800_000);

  it('says nothing against them as any chart that fits it', async () => {
    let drawn = 0;
    for (const { id: metric, grains } of catalogue.metrics) {
      const { charts } = await test.call('chart.settings', { metric });
      const grain = grains.find((own) => own === 'quarter') ?? grains[0];
      for (const { id: chart } of charts) {
        const figure = await read({ metric, chart, ...(grain ? { grain } : {}) });
        if (figure === null) continue;
        drawn += figure.limits.filter(({ mean }) => mean !== null).length;
        expect(contradictions(figure, adopted), `${metric} as ${chart}`).toEqual([]);
      }
    }
    expect(drawn).toBeGreaterThan(40);
  }, 600_000);
});

describe('the rules', () => {
  it('find what contradicts the points', async () => {
    const figure = await test.call('figure.read', { metric: 'turnover', grain: 'quarter' });
    const split = await test.call('figure.read', {
      metric: 'incidents',
      grain: 'quarter',
      split: 'category',
    });
    const [hidden] = split.points.filter(({ suppressed }) => suppressed === 'c');
    const name = hidden?.label ?? 'none';
    const found = (changed: Figure) => contradictions(changed, adopted).length;
    expect(found(figure)).toBe(0);
    expect(found(split)).toBe(0);
    expect(found({ ...figure, reading: `${figure.reading} It was 7,654.` })).toBeGreaterThan(0);
    expect(found({ ...figure, reading: `${figure.reading} This was caused by nobody.` })).toBeGreaterThan(0);
    expect(found({ ...figure, reading: 'Higher than usual: consistent with improvement.' })).toBeGreaterThan(
      0,
    );
    expect(
      found({ ...figure, limits: figure.limits.map((one) => ({ ...one, mean: (one.mean ?? 0) + 1 })) }),
    ).toBeGreaterThan(0);
    const only = split.points.filter((point) => point.suppressed === 'c' || point.label !== name);
    expect(found({ ...split, points: only, limits: [], reading: `${name}: few.` })).toBeGreaterThan(0);
    const told = split.points.map((point) => (point === hidden ? { ...point, base: 3 } : point));
    expect(found({ ...split, points: told })).toBeGreaterThan(0);
  });
});
