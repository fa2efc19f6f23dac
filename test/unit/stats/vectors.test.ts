// Every case of every vector file, at the file's own tolerance.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { adapterFor, vectorAdapters } from '../../vectors/adapters.ts';
import { disagreements, judge, readVectorCases } from '../../vectors/pass-rule.ts';

const folder = fileURLToPath(new URL('../../fixtures/vectors/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

it('has an adapter for every vector file and a vector file for every adapter', () => {
  expect(Object.keys(vectorAdapters).sort()).toEqual(files.map((file) => file.slice(0, -5)).sort());
});

it('counts all 266 cases', () => {
  expect(files.flatMap((file) => readVectorCases(folder + file))).toHaveLength(266);
});

describe.each(files)('%s', (file) => {
  const adapter = adapterFor(file);
  for (const item of readVectorCases(folder + file)) {
    it(item.name, () => expect(adapter && judge(adapter, item)).toEqual([]));
  }
});

describe('the table', () => {
  it('takes the longest known name inside a file name, and nothing for an unknown one', () => {
    expect(adapterFor('xmr-2.json')).toBe(vectorAdapters.xmr);
    expect(adapterFor('hidden-xmr-rule-units.json')).toBe(vectorAdapters['xmr-rule-units']);
    expect(adapterFor('interrupted-time-series-b.json')).toBe(vectorAdapters['interrupted-time-series']);
    expect(adapterFor('moods.json')).toBeUndefined();
  });
});

describe('the pass rule', () => {
  const tolerance = { abs: 1e-12, rel: 1e-9 };

  it('rejects a number just past the tolerance and takes one just within', () => {
    expect(disagreements({ x: 1 + 2e-9 }, { x: 1 }, tolerance)).toEqual(['.x: 1.000000002, expected 1']);
    expect(disagreements({ x: 1 + 0.5e-9 }, { x: 1 }, tolerance)).toEqual([]);
  });

  it('rejects a missing key, a number for null, a string off by a letter, a shorter array and NaN', () => {
    expect(disagreements({}, { x: null }, tolerance)).toHaveLength(1);
    expect(disagreements({ x: 0 }, { x: null }, tolerance)).toHaveLength(1);
    expect(disagreements('concern_low', 'concern_high', tolerance)).toHaveLength(1);
    expect(disagreements([1, 2], [1, 2, 3], tolerance)).toHaveLength(1);
    expect(disagreements(Number.NaN, 0, tolerance)).toHaveLength(1);
    expect(disagreements(undefined, [0], tolerance)).toHaveLength(1);
  });

  it('takes a scalar for an array of one element', () => {
    expect(disagreements([3], 3, tolerance)).toEqual([]);
  });

  it('takes a refusal for null throughout, and for nothing else', () => {
    const refuse = () => {
      throw new RangeError('no base');
    };
    const expecting = (expected: unknown) => judge(refuse, { name: '', input: {}, expected, tolerance });
    expect(expecting({ p: null, limits: [null, null] })).toEqual([]);
    expect(expecting({ p: null, lower: 0 })).toEqual(['threw RangeError: no base']);
  });
});
