// Owns columns that are ticked or left blank: one column a code, one column a behaviour.
import { behaviours } from '#shared/vocabulary/protocol.ts';
import { findTerm } from '#shared/vocabulary/vocabulary.ts';
import type { Field } from './field.ts';
import type { Table } from './importer.ts';
import type { MappedField } from './match-columns.ts';

const tick = /^(x|y|yes|n|no|true|false|1|0|✓|✔)$/i;

/** The columns that no field fills and whose cells are all ticked, crossed or blank, and not all blank. */
export function tickColumns(mapped: readonly MappedField[], { headings, rows }: Table): number[] {
  const taken = new Set(
    mapped.flatMap(({ source, confidence }) => {
      if (source.kind === 'flags' || source.kind === 'series')
        return source.columns.map(({ column }) => column);
      return source.kind === 'column' && confidence === 1 ? [source.column] : [];
    }),
  );
  return headings.flatMap((heading, column) => {
    if (taken.has(column) || heading.trim() === '') return [];
    const cells = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length > 0 && cells.every((cell) => tick.test(cell)) ? [column] : [];
  });
}

/** Fills a field from columns that are ticked; what a column means is its heading. */
export function withFlags(
  mapped: readonly MappedField[],
  field: Field,
  columns: readonly { readonly column: number; readonly value: string }[],
  confidence: number,
): readonly MappedField[] {
  if (columns.length === 0) return mapped;
  const used = new Set(columns.map(({ column }) => column));
  const rest = mapped.filter(
    (entry) => entry.field !== field && !(entry.source.kind === 'column' && used.has(entry.source.column)),
  );
  return [...rest, { field, source: { kind: 'flags', columns }, heading: field.label, confidence }];
}

/** Where there is no column of behaviours but a ticked one for each, those fill the field. */
export function behaviourColumns(
  mapped: readonly MappedField[],
  table: Table,
  field: Field,
): readonly MappedField[] {
  if (mapped.some((entry) => entry.field === field && entry.confidence === 1)) return mapped;
  const columns = tickColumns(mapped, table).flatMap((column) => {
    const found = findTerm(behaviours, table.headings[column] ?? '');
    return found ? [{ column, value: found.label }] : [];
  });
  return withFlags(mapped, field, columns, 1);
}
