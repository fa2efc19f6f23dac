// Owns what a file has to do with what was imported before: the same bytes, rows, days or wave.
import type { Session } from '#core/store/store.ts';
import type { Covers, EarlierImport } from '#shared/schemas/import.ts';
import type { Importer } from './importer.ts';
import { type Candidates, sharedRows } from './row-keys.ts';

/** An import as it stands in the history, as far as another may touch it. */
export interface KnownImport {
  readonly importId: string;
  readonly kind: string;
  readonly file: string;
  readonly sha256: string;
  readonly importedAt: string;
  /** Rows accepted. */
  readonly rows: number;
  readonly instrument: string | null;
  readonly wave: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** What the new file is, as far as an earlier import may be touched by it. */
export interface Newcomer {
  readonly importer: Importer;
  readonly sha256: string;
  readonly instrument: string | null;
  readonly wave: string | null;
  readonly covers: Covers | null;
}

/** Newest first. */
export function knownImports(session: Pick<Session, 'all'>): Promise<KnownImport[]> {
  return session.all<KnownImport>(`
    select
      import_id as "importId", kind, file_name as "file", sha256, imported_at as "importedAt",
      rows_accepted as rows, instrument, wave,
      covers_from as "from", covers_to as "to"
    from import order by imported_at desc, import_id`);
}

const overlap = (known: KnownImport, covers: Covers | null): boolean =>
  covers !== null &&
  known.from !== null &&
  known.to !== null &&
  known.from <= covers.to &&
  covers.from <= known.to;

const sameWave = (known: KnownImport, { instrument, wave }: Newcomer): boolean =>
  wave !== null && known.wave === wave && known.instrument === instrument;

const earliest = (days: readonly string[]): string => days.reduce((a, b) => (a < b ? a : b));
const latest = (days: readonly string[]): string => days.reduce((a, b) => (a > b ? a : b));

/** Imports that may hold a row of the same key; those whose days or wave cannot meet are passed over. */
export function mayShare(known: readonly KnownImport[], newcomer: Newcomer): Candidates {
  const { importer, covers, wave } = newcomer;
  const column =
    importer.keyOtherwise || !importer.covers || !importer.key?.includes(importer.covers)
      ? null
      : importer.covers;
  const found = known.filter(
    (entry) =>
      entry.kind === importer.id &&
      (column === null || covers === null || entry.from === null || overlap(entry, covers)) &&
      (wave === null || sameWave(entry, newcomer)),
  );
  const importIds = found.map(({ importId }) => importId);
  const [starts, ends] = [found.flatMap(({ from }) => from ?? []), found.flatMap(({ to }) => to ?? [])];
  if (column === null || covers === null || starts.length < found.length || found.length === 0)
    return { importIds, days: null };
  const from = latest([covers.from, earliest(starts)]);
  const to = earliest([covers.to, latest(ends)]);
  return { importIds, days: { column, from, to } };
}

/** How many rows of each earlier import are in a stored one, too. @param importId where the new rows lie */
export const rowsInBoth = (
  session: Pick<Session, 'all'>,
  known: readonly KnownImport[],
  newcomer: Newcomer,
  importId: string,
): Promise<ReadonlyMap<string, number>> =>
  sharedRows(session, newcomer.importer, importId, mayShare(known, newcomer));

/** The earlier imports that a file touches, each by the closest relation, the newest first. */
export function earlierImports(
  known: readonly KnownImport[],
  newcomer: Newcomer,
  shared: ReadonlyMap<string, number>,
): EarlierImport[] {
  return known.flatMap((entry): EarlierImport[] => {
    const { importId, file, importedAt } = entry;
    const rows = shared.get(importId) ?? 0;
    const relation = (): EarlierImport['relation'] | null => {
      if (entry.sha256 === newcomer.sha256) return 'same-bytes';
      if (entry.kind !== newcomer.importer.id) return null;
      if (rows > 0) return 'same-keys';
      if (sameWave(entry, newcomer)) return 'same-wave';
      return overlap(entry, newcomer.covers) ? 'overlapping' : null;
    };
    const found = relation();
    return found === null ? [] : [{ importId, file, importedAt, relation: found, sharedRows: rows }];
  });
}
