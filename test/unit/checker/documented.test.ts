// The document of the rules is what the rules say, and the rules are those that packs must keep.
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { families } from '#core/checker/index.ts';
import { checkerText } from './documented.ts';

const project = resolve(import.meta.dirname, '../../..');
const rules = families.flatMap((family) => family.rules.map((rule) => ({ family, rule })));

/** How many rules each family has, and which of them are errors. */
const wanted = { S: 11, T: 14, N: 6, F: 12, C: 7, D: 7, X: 10, P: 8 } as const;
const warnings = 'S03 S06 S09 S11 T03 T09 T10 T14 N03 N06 F03 F05 F06 F10 C05 D02 D04 D06 X09 P06 P08'.split(
  ' ',
);

describe('docs/checker.md', () => {
  it('is what the rules say', async () => {
    await expect(checkerText()).toMatchFileSnapshot(join(project, 'docs/checker.md'));
  });
});

describe('the rules', () => {
  it('are all there, once, under their family', () => {
    const ids = Object.entries(wanted).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}`),
    );
    expect(rules.map(({ rule }) => rule.id)).toEqual(ids);
    expect(rules.filter(({ family, rule }) => rule.id[0] !== family.letter)).toEqual([]);
  });

  it('have the severities of the pack rules', () => {
    const told = (severity: string) =>
      rules.filter(({ rule }) => rule.severity === severity).map(({ rule }) => rule.id);
    expect(told('W')).toEqual(warnings.toSorted((a, b) => order(a) - order(b)));
    expect(told('I')).toEqual(['D07']);
  });

  it('say in words how they are checked and mended', () => {
    for (const { rule } of rules) {
      for (const text of [rule.title, rule.how, rule.mend]) expect(text.length, rule.id).toBeGreaterThan(12);
      for (const text of [rule.how, rule.mend]) expect(text, rule.id).toMatch(/[.]$|”$/);
    }
  });
});

const order = (id: string): number => rules.findIndex(({ rule }) => rule.id === id);
