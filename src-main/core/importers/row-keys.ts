// Owns how rows of two imports are recognised as one thing: by the columns that the kind names as its key.
// The rule: table and columns come from the register of kinds, never from a request.
import type { Session } from '#core/store/store.ts';
import type { Importer } from './importer.ts';

/** The table of a kind. */
export const tableOf = ({ id }: Importer): string => `clean.${id.replaceAll('-', '_')}`;

/** SQL for the key of a row of `alias`, a hash of 64 bits; null where nothing tells the row. */
export function keySql({ key = [], keyOtherwise }: Importer, alias: string): string {
  const columns = (names: readonly string[]) => names.map((name) => `${alias}.${name}`).join(', ');
  const filled = key.map((name) => `${alias}.${name} is not null`).join(' and ');
  if (key.length === 0) return 'null::ubigint';
  const otherwise = keyOtherwise
    ? ` when ${alias}.${keyOtherwise[0]} is not null then hash('otherwise', ${columns(keyOtherwise)})`
    : '';
  return `case when ${filled} then hash(${columns(key)})${otherwise} end`;
}

/** SQL for what a row of `alias` is about, a hash; null where the kind does not say or the cell is empty. */
export const aboutSql = ({ about }: Importer, alias: string): string =>
  about === undefined
    ? 'null::ubigint'
    : `case when ${alias}.${about} is not null then hash(${alias}.${about}) end`;

/** The imports that could share a row, and the days on which they could, where the key holds a day. */
export interface Candidates {
  readonly importIds: readonly string[];
  readonly days: { readonly column: string; readonly from: string; readonly to: string } | null;
}

/**
 * How many rows of each of the candidates have the key of a row of an import, by import id; those with none are
 * left out. The query is made only where there are candidates, and over the days they have in common.
 */
export async function sharedRows(
  session: Pick<Session, 'all'>,
  importer: Importer,
  importId: string,
  { importIds, days }: Candidates,
): Promise<ReadonlyMap<string, number>> {
  if (importIds.length === 0 || importer.key === undefined) return new Map();
  const keyed = (rows: string): string =>
    `(select t.import_id, ${keySql(importer, 't')} as key from ${tableOf(importer)} t
      where ${rows}${days ? ` and t.${days.column} between $from::date and $to::date` : ''})`;
  const rows = await session.all<{ importId: string; shared: number }>(
    `select earlier.import_id as "importId", count(*)::integer as shared
     from ${keyed(`t.import_id in (select unnest(from_json($others, '["VARCHAR"]')))`)} earlier
     semi join ${keyed('t.import_id = $import_id')} own using (key)
     group by all`,
    {
      import_id: importId,
      others: JSON.stringify(importIds),
      from: days?.from ?? null,
      to: days?.to ?? null,
    },
  );
  return new Map(rows.map(({ importId: id, shared }) => [id, shared]));
}
