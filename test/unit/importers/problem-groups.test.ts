// The tally counts every problem by its sort, though it lists only the first of them.
import { describe, expect, it } from 'vitest';
import { openTally } from '#core/importers/tally.ts';

describe('problems by sort', () => {
  it('counts all of each column and code, and shows some of each however late it comes', () => {
    const tally = openTally(null);
    const note = (row: number, column: string, code: string, rejects: boolean) =>
      tally.note({ row, column, code, value: 'x', reason: 'wrong', rejects });
    for (let row = 2; row < 5002; row++) note(row, 'Start', 'date-unreadable', true);
    for (let row = 2; row < 9; row++) note(row, 'Reason', 'value-not-known', row === 2);
    tally.close();
    expect([...tally.groups.values()]).toEqual([
      { column: 'Start', code: 'date-unreadable', count: 5000, rejecting: 5000 },
      { column: 'Reason', code: 'value-not-known', count: 7, rejecting: 1 },
    ]);
    expect(tally.counts.problems).toBe(5007);
    expect(tally.problems.filter(({ column }) => column === 'Start')).toHaveLength(200);
    expect(tally.problems.filter(({ column }) => column === 'Reason')).toHaveLength(5);
  });
});
