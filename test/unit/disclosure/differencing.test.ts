import { describe, expect, it } from 'vitest';
import { tellingDifferences } from '#core/disclosure/differencing.ts';

const numbers = (entries: Readonly<Record<string, number>>): Map<string, number> =>
  new Map(Object.entries(entries));

describe('tellingDifferences', () => {
  it('names what differs from an issued number by fewer than the threshold', () => {
    const now = numbers({ adults: 12, housing: 20, streets: 30, parks: 9, legal: 40 });
    const issued = [numbers({ adults: 9, housing: 20, streets: 25, parks: 12.5, gone: 3 })];
    // Three more, the same, five more (enough), 3.5 fewer, never issued.
    expect([...tellingDifferences(now, issued, 5)]).toEqual(['adults', 'parks']);
  });

  it('compares with every issue, and with none finds nothing', () => {
    const now = numbers({ adults: 20 });
    expect([...tellingDifferences(now, [numbers({ adults: 10 }), numbers({ adults: 19 })], 5)]).toEqual([
      'adults',
    ]);
    expect([...tellingDifferences(now, [numbers({ adults: 10 })], 5)]).toEqual([]);
    expect([...tellingDifferences(now, [], 5)]).toEqual([]);
  });

  it('takes an issued nought for a number: the first three cases differ from it by three', () => {
    expect([...tellingDifferences(numbers({ adults: 3 }), [numbers({ adults: 0 })], 5)]).toEqual(['adults']);
  });
});
