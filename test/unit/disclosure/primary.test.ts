import { describe, expect, it } from 'vitest';
import { isSmall } from '#core/disclosure/primary.ts';

describe('isSmall', () => {
  it('hides 1 to 4, shows 0 and 5, and knows an amount without a count', () => {
    expect([0, 1, 4, 5].map((quantity) => isSmall(quantity, 5))).toEqual([false, true, true, false]);
    expect(isSmall(0, 5, true)).toBe(true);
  });
});
