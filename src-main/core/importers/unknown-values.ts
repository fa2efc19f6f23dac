// Owns the values that no vocabulary knows, with what each may stand for, so that they can be mended in place.
// The rule: only values that a problem may quote are listed; one that may name a person is held back before.
import type { Mapping, UnknownValue } from '#shared/schemas/import.ts';
import { findTerm } from '#shared/vocabulary/vocabulary.ts';
import { alike } from './likeness.ts';
import type { MappedField } from './match-columns.ts';

const listed = 100;
const suggested = 3;
const leastAlike = 0.3;

/** Rows by heading and by the cell as a problem quotes it. */
export type UnknownCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The values of mapped categories that are in no vocabulary, the most frequent first, 100 at most. */
export function unknownValues(
  mapped: readonly MappedField[],
  counts: UnknownCounts,
  mapping: Mapping,
): UnknownValue[] {
  const found = mapped.flatMap(({ field, heading }) => {
    const { type } = field;
    const cells = counts.get(heading);
    if (type.kind !== 'category' || !cells) return [];
    const rowsOf = new Map<string, number>();
    for (const [cell, rows] of cells) {
      for (const part of type.many ? cell.split(/[;|\n]/) : [cell]) {
        const value = part.trim();
        const meant = mapping.values?.[field.id]?.[value] ?? value;
        if (value === '' || findTerm(type.vocabulary, meant)) continue;
        rowsOf.set(value, (rowsOf.get(value) ?? 0) + rows);
      }
    }
    const { terms } = type.vocabulary;
    return [...rowsOf].map(([value, rows]) => ({
      field: field.id,
      label: field.label,
      header: heading,
      value,
      rows,
      suggestions: terms
        .map(({ label, synonyms }) => ({
          label,
          score: Math.max(...[label, ...synonyms].map((word) => alike(word, value))),
        }))
        .filter(({ score }) => score >= leastAlike)
        .sort((a, b) => b.score - a.score)
        .slice(0, suggested)
        .map(({ label }) => label),
      options: terms.map(({ label }) => label),
    }));
  });
  return found.sort((a, b) => b.rows - a.rows).slice(0, listed);
}
