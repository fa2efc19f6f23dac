// Owns what a kind needs of a table and does not find in it.
import type { Importer } from './importer.ts';
import type { MappedField } from './match-columns.ts';

/** The labels of what no column fills: needed fields, and groups of which one is needed. */
export function missingFields(importer: Importer, mapped: readonly MappedField[]): string[] {
  const has = (id: string) => mapped.some(({ field }) => field.id === id);
  const label = (id: string) => importer.fields.find((field) => field.id === id)?.label ?? id;
  const needed = importer.fields
    .filter((field) => field.required && !has(field.id))
    .map((field) => field.label);
  const groups = [...(importer.oneOf ?? []), ...(importer.columns ?? [])]
    .filter((group) => !group.some(has))
    .map((group) => group.map(label).join(' or '));
  return [...needed, ...groups];
}
