// Owns how a saved mapping is recognised by the headings of a file, and what of them has changed since.
// The rule: a changed column is a difference to show, never a failure; nothing is followed by its place alone.
import { createHash } from 'node:crypto';
import type { FieldSource, HeadingDrift, Mapping, SavedMapping } from '#shared/schemas/import.ts';
import { plainWords } from '#shared/vocabulary/vocabulary.ts';
import type { Field } from './field.ts';
import { alike } from './likeness.ts';
import { matchColumns } from './match-columns.ts';

/** Share of the headings, of the old and the new on average, that must be in both (Dice's coefficient). */
const leastShared = 0.6;
/** A new heading this like a lost one is the same column renamed. */
const renamedFrom = 0.85;

const known = (headings: readonly string[]): Map<string, string> =>
  new Map(
    headings.map((heading) => [plainWords(heading), heading] as const).filter(([words]) => words !== ''),
  );

/** The fingerprint of a kind and its headings; case, blanks, punctuation and order do not count. */
export function fingerprintOf(kind: string, headings: readonly string[]): string {
  const words = [...known(headings).keys()].sort();
  return createHash('sha256')
    .update([kind, ...words].join('\n'))
    .digest('hex')
    .slice(0, 20);
}

function shareOf(saved: SavedMapping, words: ReadonlySet<string>): number {
  const own = known(saved.headings);
  const shared = [...own.keys()].filter((heading) => words.has(heading)).length;
  return (2 * shared) / (own.size + words.size || 1);
}

/** Of mappings that fit alike, that of the sheet goes first, then one of no sheet. */
const nearness = ({ mapping: { reading } }: SavedMapping, sheet: string | null): number =>
  reading?.sheet === undefined ? 1 : reading.sheet === sheet ? 2 : 0;

/**
 * The saved mapping that fits the headings best: all of them, or at least three in five.
 * @param kind only mappings of this kind; null for any. @param sheet the sheet that was read, where there is one
 * @returns null where none fits
 */
export function recogniseMapping(
  saved: readonly SavedMapping[],
  headings: readonly string[],
  kind: string | null,
  sheet: string | null = null,
): { mapping: SavedMapping; exact: boolean } | null {
  const words = new Set(known(headings).keys());
  const [best] = saved
    .filter((entry) => kind === null || entry.kind === kind)
    .map((mapping) => ({ mapping, share: shareOf(mapping, words) }))
    .filter(({ share }) => share >= leastShared)
    .sort(
      (a, b) =>
        b.share - a.share ||
        nearness(b.mapping, sheet) - nearness(a.mapping, sheet) ||
        b.mapping.savedAt.localeCompare(a.mapping.savedAt),
    );
  return best ? { mapping: best.mapping, exact: best.share === 1 } : null;
}

const digits = (text: string): string => text.replace(/\D+/g, ' ').trim();

/** How surely a new heading is the lost one under another name: the field's own words, or nearly the same wording. */
function renaming(lost: string, fresh: string, field: Field | undefined, fields: readonly Field[]): number {
  const [named] = matchColumns([fresh], fields);
  if (field && named?.field.id === field.id) return 1 + named.confidence;
  if (named && named.confidence === 1) return 0;
  const score = digits(lost) === digits(fresh) ? alike(lost, fresh) : 0;
  return score >= renamedFrom ? score : 0;
}

/** What is new, missing or renamed among the headings since the mapping was saved, in the order of the headings. */
export function driftOf(
  saved: SavedMapping,
  headings: readonly string[],
  fields: readonly Field[],
): HeadingDrift[] {
  const [before, now] = [known(saved.headings), known(headings)];
  const lost = [...before].filter(([words]) => !now.has(words)).map(([, heading]) => heading);
  const fresh = [...now].filter(([words]) => !before.has(words)).map(([, heading]) => heading);
  const fieldOf = (heading: string): Field | undefined =>
    fields.find(({ id }) => {
      const source = saved.mapping.fields?.[id];
      return typeof source === 'string' && plainWords(source) === plainWords(heading);
    });
  const pairs = lost
    .flatMap((was) =>
      fresh.map((header) => ({ was, header, score: renaming(was, header, fieldOf(was), fields) })),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const renamed = new Map<string, string>();
  for (const { was, header } of pairs) {
    if (!renamed.has(header) && ![...renamed.values()].includes(was)) renamed.set(header, was);
  }
  const gone = lost.filter((heading) => ![...renamed.values()].includes(heading));
  return [
    ...fresh.map((header): HeadingDrift => {
      const was = renamed.get(header);
      return was === undefined ? { header, change: 'new' } : { header, change: 'renamed', was };
    }),
    ...gone.map((header): HeadingDrift => ({ header, change: 'missing' })),
  ];
}

/** The saved mapping with the headings that the file has now. */
export function followRenaming(mapping: Mapping, drift: readonly HeadingDrift[]): Mapping {
  const now = (heading: string): string =>
    drift.find(({ was }) => was !== undefined && plainWords(was) === plainWords(heading))?.header ?? heading;
  const follow = (source: FieldSource): FieldSource => {
    if (typeof source === 'string') return now(source);
    if (!('flags' in source)) return source;
    return {
      flags: Object.fromEntries(
        Object.entries(source.flags).map(([heading, value]) => [now(heading), value]),
      ),
    };
  };
  const fields = Object.entries(mapping.fields ?? {}).map(([id, source]) => [id, follow(source)] as const);
  return fields.length === 0 ? mapping : { ...mapping, fields: Object.fromEntries(fields) };
}
