import { describe, expect, it } from 'vitest';
import { hideCells, type ProtectedCell } from '#core/disclosure/complementary.ts';
import { isSmall, SMALL_COUNT } from '#core/disclosure/primary.ts';

const cell = (quantity: number, ...lines: string[]): ProtectedCell => ({
  quantity,
  small: isSmall(quantity, SMALL_COUNT),
  lines,
});

describe('isSmall', () => {
  it('hides 1 to 4, shows 0 and 5, and knows an amount without a count', () => {
    expect([0, 1, 4, 5].map((quantity) => isSmall(quantity, SMALL_COUNT))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isSmall(0, SMALL_COUNT, true)).toBe(true);
  });
});

describe('hideCells', () => {
  it('hides nothing where nothing is small', () => {
    expect(hideCells([cell(9, 'a'), cell(0, 'a'), cell(5, 'a')], SMALL_COUNT)).toEqual([null, null, null]);
  });

  it('hides the next smallest beside a lone small cell, not an empty one', () => {
    expect(hideCells([cell(30, 'a'), cell(3, 'a'), cell(0, 'a'), cell(7, 'a')], SMALL_COUNT)).toEqual([
      null,
      'primary',
      null,
      'complementary',
    ]);
  });

  it('hides a third where two small cells together are still fewer than the threshold', () => {
    // 1 + 1 = 2: whoever knows the total would know that both are 1.
    expect(hideCells([cell(1, 'a'), cell(1, 'a'), cell(8, 'a'), cell(9, 'a')], SMALL_COUNT)).toEqual([
      'primary',
      'primary',
      'complementary',
      null,
    ]);
    expect(hideCells([cell(2, 'a'), cell(3, 'a'), cell(8, 'a')], SMALL_COUNT)).toEqual([
      'primary',
      'primary',
      null,
    ]);
  });

  it('hides empty cells when nothing else is left', () => {
    expect(hideCells([cell(2, 'a'), cell(0, 'a')], SMALL_COUNT)).toEqual(['primary', 'complementary']);
  });

  it('leaves no line of a matrix with a single hidden cell', () => {
    // 3x3 with one small cell in the corner: a row mate and a column mate go, and then the cell that closes the square.
    const counts = [
      [2, 10, 20],
      [11, 30, 40],
      [21, 41, 50],
    ];
    const cells = counts.flatMap((row, r) =>
      row.map((quantity, c) => cell(quantity, `row ${r}`, `column ${c}`)),
    );
    const hidden = hideCells(cells, SMALL_COUNT);
    for (let i = 0; i < 3; i++) {
      const row = hidden.filter((entry, index) => Math.floor(index / 3) === i && entry !== null).length;
      const column = hidden.filter((entry, index) => index % 3 === i && entry !== null).length;
      expect(row).not.toBe(1);
      expect(column).not.toBe(1);
    }
    expect(hidden[0]).toBe('primary');
    expect(hidden[8]).toBeNull();
  });
});
