// Work in pieces: who waits gets a turn of the loop.
import { describe, expect, it } from 'vitest';
import { turns } from '#core/packs/turns.ts';

describe('turns', () => {
  it('go round one by one in their order, and others are answered in between', async () => {
    const turn = turns();
    const seen: string[] = [];
    let open = true;
    const others = (): void => {
      seen.push('other');
      if (open) setImmediate(others);
    };
    setImmediate(others);
    await Promise.all(
      [1, 2, 3, 4].map(async (one) => {
        await turn();
        seen.push(`turn ${one}`);
      }),
    );
    open = false;
    expect(seen.filter((one) => one !== 'other')).toEqual(['turn 1', 'turn 2', 'turn 3', 'turn 4']);
    for (const one of [2, 3, 4]) expect(seen[seen.indexOf(`turn ${one}`) - 1]).toBe('other');
  });
});
