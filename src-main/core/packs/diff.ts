// Owns what differs between two packs, cell by cell, and why: a pure function of their manifests.
// The rule: a number that either pack hides is never told, not even beside its mark.
import type { DiffCause, DiffCounts, DiffKind, DiffLine, PackDiff } from '#shared/schemas/explain.ts';
import type { ManifestCell, PackManifest } from '#shared/schemas/manifest.ts';
import { causesOf } from './diff-causes.ts';
import { type Matched, matchedCells } from './diff-match.ts';
import { printed } from './printed.ts';

const mostLines = 500;

const nothing = (): DiffCounts => ({ changed: 0, appeared: 0, gone: 0, hidden: 0, shown: 0, same: 0 });

const isHidden = ({ of }: ManifestCell): boolean => of.some(({ suppressed }) => suppressed === 'c');

/** How one cell differs; null where it says the same. */
function kindOf({ before, after }: Matched): DiffKind | null {
  if (before === null) return 'appeared';
  if (after === null) return 'gone';
  if (before.value === after.value) return null;
  if (isHidden(before) !== isHidden(after)) return isHidden(after) ? 'hidden' : 'shown';
  return 'changed';
}

/**
 * Lines of what differs. A number that the other pack hides is told as the mark: beside the other pack it would
 * give the hidden one away, or say how small it was.
 */
function lineOf(match: Matched, kind: DiffKind, from: PackManifest, to: PackManifest): DiffLine {
  const { before, after } = match;
  const cell = after ?? before;
  const masks = (before !== null && isHidden(before)) || (after !== null && isHidden(after));
  const text = (one: ManifestCell | null, manifest: PackManifest): string | null => {
    if (one === null) return null;
    if (!masks || isHidden(one)) return printed(one, manifest);
    return typeof one.value === 'number' ? 'a number' : 'words made from a number';
  };
  return {
    kind,
    cellBefore: before?.cell ?? null,
    cell: after?.cell ?? null,
    row: cell?.row ?? '',
    column: cell?.column ?? '',
    before: text(before, from),
    after: text(after, to),
    why: causesOf(match, from, to),
  };
}

/** What differs between two packs. Deterministic: the same manifests give the same answer. */
export function packDiff(from: PackManifest, to: PackManifest): PackDiff {
  const names = [...new Set([...to.sheets, ...from.sheets].map(({ name }) => name))];
  const lines: DiffLine[] = [];
  const all = nothing();
  const matchedIn = matchedCells(from, to);
  const sheets = names.map((sheet): PackDiff['sheets'][number] => {
    const counts = nothing();
    const own: DiffLine[] = [];
    for (const match of matchedIn(sheet)) {
      const kind = kindOf(match);
      counts[kind ?? 'same'] += 1;
      all[kind ?? 'same'] += 1;
      if (kind !== null) own.push(lineOf(match, kind, from, to));
    }
    lines.push(...own);
    const titled = (manifest: PackManifest) => manifest.sheets.find(({ name }) => name === sheet);
    const only = titled(to) === undefined ? 'before' : titled(from) === undefined ? 'after' : null;
    return {
      sheet,
      title: (titled(to) ?? titled(from))?.title ?? sheet,
      only,
      counts,
      lines: own.slice(0, mostLines),
      more: Math.max(0, own.length - mostLines),
    };
  });
  return {
    from: from.pack,
    to: to.pack,
    reading: readingOf(from, to, all),
    counts: all,
    causes: gather(lines),
    sheets,
  };
}

/** Each cause once, the one behind most lines first. */
function gather(lines: readonly DiffLine[]): PackDiff['causes'] {
  const known = new Map<string, DiffCause & { lines: number }>();
  for (const cause of lines.flatMap(({ why }) => why)) {
    const key = `${cause.code} ${cause.text}`;
    const found = known.get(key) ?? { ...cause, lines: 0 };
    found.lines += 1;
    known.set(key, found);
  }
  return [...known.values()].sort((a, b) => b.lines - a.lines || a.text.localeCompare(b.text, 'en-GB'));
}

const words: Readonly<Record<DiffKind, string>> = {
  changed: 'changed',
  appeared: 'appeared',
  gone: 'went',
  hidden: 'became hidden',
  shown: 'became shown',
};

function readingOf(from: PackManifest, to: PackManifest, counts: DiffCounts): string {
  const told = (Object.keys(words) as DiffKind[])
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${words[kind]}`);
  const between = `${from.pack.reference} and ${to.pack.reference}`;
  if (told.length === 0) return `Between ${between} no cell differs; ${counts.same} say the same.`;
  return `Between ${between} cells differ: ${told.join(', ')}; ${counts.same} say the same.`;
}
