// Owns which columns of a table fill which fields of a kind: the headings first, then what a kind
// can tell from the values.
import type { Mapping } from '#shared/schemas/import.ts';
import type { Importer, Table } from './importer.ts';
import { type MappedField, mapFields } from './match-columns.ts';

/** The mapping the analyst gave, completed by headings and values. */
export function mapColumns(importer: Importer, table: Table, mapping: Mapping): readonly MappedField[] {
  const mapped = mapFields(table.headings, importer.fields, mapping);
  return importer.refine ? importer.refine(mapped, table) : mapped;
}
