// Undo takes an import back so that every figure answers exactly as before it, whatever came between.
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';
import { randoms } from '../../config/randoms.ts';

const samples = resolve(import.meta.dirname, '../../../resources/samples/aldermere');
const files = [
  'conduct-complaints-register.csv',
  'protocol-incident-log.xlsx',
  'councillor-terms.csv',
  'councillor-survey-2019-11.csv',
  'councillor-survey-2021-11.csv',
  'workforce-quarter-totals.csv',
  'leisure-trust-absence-2024-25.xlsx',
  'events.csv',
  'positive-examples.csv',
  'training-records.csv',
];
const steps = 16;

type Figures = Record<string, unknown>;

/** Numbers to twelve figures: rows stored in another order add up to the same but for the last bit. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part) =>
      key === 'provenance' ? undefined : typeof part === 'number' ? Number(part.toPrecision(12)) : part,
    ),
  );

describe('undo', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp();
  });
  afterAll(() => test.close());

  const everyFigure = async (): Promise<Figures> => {
    const { metrics } = await test.call('catalogue.read', {});
    const figures: Figures = {};
    for (const { id, dimensions } of metrics)
      for (const split of [undefined, dimensions[0]]) {
        const reply = await test.app.call('figure.read', { metric: id, ...(split ? { split } : {}) });
        figures[`${id} by ${split ?? 'nothing'}`] = reply.ok ? reply.value : reply.error.code;
      }
    return figures;
  };

  it.each([1, 2])(
    'answers every figure exactly as before, over a random walk of imports and undoings (seed %i)',
    async (seed) => {
      await test.call('workspace.create', { id: `walk-${seed}` });
      const random = randoms(seed);
      const stored: { file: string; importId: string; before: Figures }[] = [];
      /** What was answered with these files stored, whichever way it came to that. */
      const answers = new Map<string, unknown>();
      let undone = 0;
      let figures = await everyFigure();
      for (let step = 0; step < steps; step++) {
        const left = files.filter((file) => !stored.some((entry) => entry.file === file));
        const file = left[Math.floor(random() * left.length)];
        let before: Figures | null = null;
        if (stored.length === 0 || (file && random() < 0.55)) {
          const id = await test.receive(join(samples, file ?? ''));
          const { importId } = await test.call('import.commit', { file: id });
          stored.push({ file: file ?? '', importId, before: figures });
        } else {
          // Mostly the last one, whose "before" is known to the bit; else any.
          const at = random() < 0.6 ? stored.length - 1 : Math.floor(random() * stored.length);
          const [gone] = stored.splice(at, 1);
          if (at === stored.length) before = gone?.before ?? null;
          for (const entry of stored.slice(at)) entry.before = {};
          await test.call('import.undo', { importId: gone?.importId ?? '' });
          undone++;
        }
        figures = await everyFigure();
        if (before && Object.keys(before).length > 0) expect(figures).toEqual(before);
        const key = stored
          .map((entry) => entry.file)
          .sort()
          .join();
        if (answers.has(key)) expect(rounded(figures)).toEqual(answers.get(key));
        answers.set(key, rounded(figures));
      }
      expect(undone).toBeGreaterThan(3);
      expect(answers.size).toBeLessThan(steps);
    },
    240_000,
  );
});
