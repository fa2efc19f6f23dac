// Owns which cell of one pack stands for which of another: the same place of the same figure, then the same
// row and column of the same sheet.
import type { ManifestCell, PackManifest } from '#shared/schemas/manifest.ts';

export interface Matched {
  readonly before: ManifestCell | null;
  readonly after: ManifestCell | null;
}

/** What a figure is asked for, whatever dates it is asked for: two packs' series share their periods. */
function askedOf(manifest: PackManifest): (figure: string) => string {
  const asked = new Map(
    manifest.figures.map(({ id, request: { metric, grain, split, filters = {}, chart } }) => [
      id,
      JSON.stringify([metric, grain, split, Object.entries(filters).sort(), chart]),
    ]),
  );
  return (figure) => asked.get(figure) ?? figure;
}

type Key = (cell: ManifestCell) => string | null;

/** The places of figures that a cell shows; null for a cell that shows none. */
const byPlace = (manifest: PackManifest): Key => {
  const asked = askedOf(manifest);
  return ({ column, row, of }) => {
    if (of.length === 0) return null;
    const single = of.length === 1 && of[0]?.part !== 'words';
    const places = of.map(({ figure, from, group, across, part }) => [
      asked(figure),
      from,
      group,
      across,
      part,
    ]);
    // Words of many places are told apart by their row; so is a column that one place fills several times.
    return JSON.stringify(single ? [column, places] : [column, row, places]);
  };
};

const byRow: Key = ({ column, row }) => JSON.stringify([column, row]);

/** Cells by their key, in their order; several may share one. */
function indexed(cells: readonly ManifestCell[], key: Key): Map<string, ManifestCell[]> {
  const index = new Map<string, ManifestCell[]>();
  for (const cell of cells) {
    const name = key(cell);
    if (name === null) continue;
    const known = index.get(name);
    if (known) known.push(cell);
    else index.set(name, [cell]);
  }
  return index;
}

/** Pairs what is left of both under a key; the pairs are added to `pairs`. */
function pair(
  pairs: Map<ManifestCell, ManifestCell>,
  before: readonly ManifestCell[],
  after: readonly ManifestCell[],
  keys: readonly [Key, Key],
): void {
  const taken = new Set(pairs.values());
  const free = indexed(
    before.filter((cell) => !taken.has(cell)),
    keys[0],
  );
  for (const cell of after) {
    if (pairs.has(cell)) continue;
    const name = keys[1](cell);
    const match = name === null ? undefined : free.get(name)?.shift();
    if (match) pairs.set(cell, match);
  }
}

/** Matches the cells of a sheet of both packs: the later one's in their order, then those that went. */
export function matchedCells(from: PackManifest, to: PackManifest): (sheet: string) => Matched[] {
  const bySheet: Key = ({ sheet }) => sheet;
  const cells = [indexed(from.cells, bySheet), indexed(to.cells, bySheet)] as const;
  const places = [byPlace(from), byPlace(to)] as const;
  return (sheet) => {
    const [before = [], after = []] = cells.map((of) => of.get(sheet));
    const pairs = new Map<ManifestCell, ManifestCell>();
    pair(pairs, before, after, places);
    pair(pairs, before, after, [byRow, byRow]);
    const matched = new Set(pairs.values());
    return [
      ...after.map((cell) => ({ before: pairs.get(cell) ?? null, after: cell })),
      ...before.filter((cell) => !matched.has(cell)).map((cell) => ({ before: cell, after: null })),
    ];
  };
}
