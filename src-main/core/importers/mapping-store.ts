// Owns the saved mappings of a workspace: one name, one mapping; saving again takes its place.
import { randomBytes } from 'node:crypto';
import type { Session } from '#core/store/store.ts';
import { AppError } from '#shared/errors.ts';
import { type Mapping, mapping, type SavedMapping } from '#shared/schemas/import.ts';
import { fingerprintOf } from './saved-mapping.ts';
import { readingOf } from './saved-reading.ts';

type Row = Omit<SavedMapping, 'headings' | 'mapping'> & { headings: string; mapping: string };
type Reading = Pick<Session, 'all'>;

/** By name. */
export async function savedMappings(session: Reading): Promise<SavedMapping[]> {
  const rows = await session.all<Row>(`
    select
      id, name, kind, fingerprint, headings::varchar as headings, mapping::varchar as mapping, instrument,
      saved_by as "savedBy", saved_at as "savedAt"
    from saved_mapping order by lower(name), id`);
  return rows.map((row) => ({
    ...row,
    headings: JSON.parse(row.headings) as string[],
    mapping: mapping.parse(JSON.parse(row.mapping)),
  }));
}

/** How a text is decoded is a matter of one file: the next export may be written by another program. */
function asKept({ reading = {}, ...mapping }: Mapping): Mapping {
  const { encoding: _, ...where } = reading;
  return { ...mapping, ...readingOf({}, where) };
}

/** Keeps a mapping under its name, in place of one of that name and kind. */
export async function keepMapping(
  session: Session,
  entry: Pick<SavedMapping, 'name' | 'kind' | 'headings' | 'mapping' | 'instrument'>,
  by: string,
): Promise<SavedMapping> {
  const { name, kind, headings, instrument } = entry;
  const kept = asKept(entry.mapping);
  const saved: SavedMapping = {
    id: `m${randomBytes(5).toString('hex')}`,
    name,
    kind,
    fingerprint: fingerprintOf(kind, headings),
    headings,
    mapping: kept,
    instrument,
    savedBy: by,
    savedAt: new Date().toISOString(),
  };
  await session.run('delete from saved_mapping where lower(name) = lower($name) and kind = $kind', {
    name,
    kind,
  });
  await session.run(
    `insert into saved_mapping by name
     select $id as id, $name as name, $kind as kind, $fingerprint as fingerprint, $headings::json as headings,
       $mapping::json as mapping, $instrument as instrument, $by as saved_by, $at::timestamp as saved_at`,
    {
      id: saved.id,
      name,
      kind,
      fingerprint: saved.fingerprint,
      headings: JSON.stringify(headings),
      mapping: JSON.stringify(kept),
      instrument,
      by,
      at: saved.savedAt,
    },
  );
  return saved;
}

/** @param id a saved mapping by its id or its name. @throws AppError mapping-unknown */
export async function forgetMapping(session: Session, id: string): Promise<SavedMapping> {
  const found = (await savedMappings(session)).find((entry) => entry.id === id || entry.name === id);
  if (!found) throw new AppError('mapping-unknown', { name: id });
  await session.run('delete from saved_mapping where id = $id', { id: found.id });
  return found;
}
