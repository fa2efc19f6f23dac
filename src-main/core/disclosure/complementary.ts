// Owns the second question of disclosure control: can a hidden number be found by subtraction?
// The rule: in every line of cells whose total can be known, either nothing is hidden or at least two
// cells are, and together they hold enough people.

export interface ProtectedCell {
  /** People, answers or cases in the cell, 0 or more. */
  readonly quantity: number;
  /** Too small to be shown by itself. */
  readonly small: boolean;
  /** Names of the lines it stands in: cells of one line add up to a total that may be known. */
  readonly lines: readonly string[];
}

export type Hidden = 'primary' | 'complementary' | null;

/**
 * Which cells to hide, in the order given. In a line that has a hidden cell, the next smallest are hidden
 * too (empty cells last) until two or more are and their sum is at least `threshold`, or none is left.
 * The same cells in the same order always give the same answer.
 */
export function hideCells(cells: readonly ProtectedCell[], threshold: number): Hidden[] {
  const hidden: Hidden[] = cells.map(({ small }) => (small ? 'primary' : null));
  const lines = membersOf(cells);
  const waiting = new Set<string>(cells.flatMap((cell) => (cell.small ? cell.lines : [])));
  for (const line of waiting) {
    waiting.delete(line);
    for (const index of toHide(lines.get(line) ?? [], cells, hidden, threshold)) {
      hidden[index] = 'complementary';
      // A set goes on to what is added while it is walked.
      for (const other of cells[index]?.lines ?? []) if (other !== line) waiting.add(other);
    }
  }
  return hidden;
}

function membersOf(cells: readonly ProtectedCell[]): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const [index, cell] of cells.entries()) {
    for (const line of cell.lines) {
      const members = lines.get(line);
      if (members) members.push(index);
      else lines.set(line, [index]);
    }
  }
  return lines;
}

function toHide(
  members: readonly number[],
  cells: readonly ProtectedCell[],
  hidden: readonly Hidden[],
  threshold: number,
): number[] {
  const quantity = (index: number): number => cells[index]?.quantity ?? 0;
  const covered = members.filter((index) => hidden[index] !== null);
  let count = covered.length;
  let sum = covered.reduce((total, index) => total + quantity(index), 0);
  if (count === 0) return [];
  const rank = (index: number): number => quantity(index) || Number.POSITIVE_INFINITY;
  const shown = members.filter((index) => hidden[index] === null);
  // Infinity less infinity is no number: empty cells keep their order.
  shown.sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b)));
  const chosen: number[] = [];
  for (const index of shown) {
    if (count >= 2 && sum >= threshold) break;
    chosen.push(index);
    count += 1;
    sum += quantity(index);
  }
  return chosen;
}
