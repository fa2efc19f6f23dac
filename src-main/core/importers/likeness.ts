// Owns how alike two wordings are: by the pairs of letters they share (Dice 1945).
import { plainWords } from '#shared/vocabulary/vocabulary.ts';

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const word of plainWords(text).split(' ')) {
    const edged = ` ${word} `;
    for (let at = 0; at < edged.length - 1; at++) {
      const pair = edged.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, count) => sum + count, 0);

/** 0 (nothing in common) to 1 (the same words, in any order). Case and punctuation do not count. */
export function alike(a: string, b: string): number {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0);
  return (2 * shared) / (sizeOf(first) + sizeOf(second));
}
