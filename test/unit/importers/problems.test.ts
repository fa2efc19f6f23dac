// Every problem that a kind can note says how it is mended, in a sentence of its own.
import { describe, expect, it } from 'vitest';
import { importers } from '#core/importers/index.ts';
import { mendOf, problemCatalogue } from '#shared/problems.ts';

describe('the mending of problems', () => {
  it('is told for every check of every kind', () => {
    const codes = importers.flatMap(({ checks }) => checks.map(({ code }) => code));
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.filter((code) => !Object.hasOwn(problemCatalogue, code))).toEqual([]);
  });

  it('is a sentence, different for each', () => {
    const sentences = Object.values(problemCatalogue).map(({ mend }) => mend);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.filter((sentence) => !/^[A-Z].+\.$/.test(sentence))).toEqual([]);
    expect(mendOf('never-heard-of')).toMatch(/^Check the cell/);
  });
});
