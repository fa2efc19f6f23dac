// Every case of every vector file we claim to pass, at the file's own tolerance.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { vectorAdapters } from './vector-adapters.ts';
import { disagreements, readVectorCases } from './vector-pass-rule.ts';

const folder = fileURLToPath(new URL('../../fixtures/vectors/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

it('has an adapter for every vector file and a vector file for every adapter', () => {
  expect(Object.keys(vectorAdapters).sort()).toEqual(files.sort());
});

it('counts all 154 cases', () => {
  expect(files.flatMap((file) => readVectorCases(folder + file))).toHaveLength(154);
});

describe.each(files)('%s', (file) => {
  for (const { name, input, expected, tolerance } of readVectorCases(folder + file)) {
    it(name, () => {
      expect(disagreements(vectorAdapters[file]?.(input as never), expected, tolerance)).toEqual([]);
    });
  }
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
});
