// Reads a vector file and judges an answer by its pass rule (test/fixtures/vectors/SOURCE.md).
import { readFileSync } from 'node:fs';
import type { VectorAdapter } from './adapters.ts';

export interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}

export interface VectorCase {
  readonly name: string;
  readonly input: unknown;
  readonly expected: unknown;
  readonly tolerance: Tolerance;
}

/** The cases of one vector file; none where it is a file of something else. */
export function readVectorCases(path: string): readonly VectorCase[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as { cases?: VectorCase[] }).cases ?? [];
}

/** One sentence for each place where the method's answer misses what the case expects; none is a pass. */
export function judge(adapter: VectorAdapter, { input, expected, tolerance }: VectorCase): string[] {
  try {
    return disagreements(adapter(input as never), expected, tolerance);
  } catch (error) {
    // A method says "undefined" of impossible input by refusing it; the files say it with null throughout.
    if (error instanceof RangeError && isNullThroughout(expected)) return [];
    return [`threw ${String(error)}`];
  }
}

/** One sentence for each place where `actual` misses `expected`. */
export function disagreements(actual: unknown, expected: unknown, tolerance: Tolerance, at = ''): string[] {
  if (Array.isArray(expected) || Array.isArray(actual)) {
    const [found, wanted] = [[actual].flat(1), [expected].flat(1)];
    if (found.length !== wanted.length) return [`${at}: ${found.length} elements, expected ${wanted.length}`];
    return wanted.flatMap((item, index) => disagreements(found[index], item, tolerance, `${at}[${index}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    const found = (typeof actual === 'object' ? actual : null) as Record<string, unknown> | null;
    return Object.entries(expected).flatMap(([key, item]) =>
      disagreements(found?.[key], item, tolerance, `${at}.${key}`),
    );
  }
  return agrees(actual, expected, tolerance)
    ? []
    : [`${at}: ${String(actual)}, expected ${String(expected)}`];
}

function agrees(actual: unknown, expected: unknown, { abs, rel }: Tolerance): boolean {
  if (typeof expected !== 'number' || typeof actual !== 'number') return actual === expected;
  return Math.abs(actual - expected) <= abs + rel * Math.abs(expected);
}

function isNullThroughout(expected: unknown): boolean {
  if (typeof expected === 'object' && expected !== null)
    return Object.values(expected).every(isNullThroughout);
  return expected === null;
}
