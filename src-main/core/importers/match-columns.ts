// Owns which column of a file fills which field of a kind: by exact words first, then by likeness.
import type { FieldSource, Mapping } from '#shared/schemas/import.ts';
import { plainWords } from '#shared/vocabulary/vocabulary.ts';
import type { Field } from './field.ts';
import type { SeriesColumn } from './series.ts';

export interface ColumnMatchScore {
  readonly column: number;
  readonly field: Field;
  /** 1 an exact known heading, 0.6 to 0.8 a heading that holds one. */
  readonly confidence: number;
}

/** Words so common that alone they only hint at a field. */
const commonWords = new Set(
  'date id name type group status reason category case from to start end number title event time period ref'.split(
    ' ',
  ),
);

/** Words for people and places that a longer heading may hold without naming the field. */
const looseWords = new Set(
  'person member councillor officer employee about source medium where level owner'.split(' '),
);

/** A form's word that a column must be filled is no part of its name. */
export const headingWords = (heading: string): string =>
  plainWords(heading.replace(/\s*\((needed|required|mandatory)\)\s*$/i, ''));

/** How well a heading names a field. */
function likeness(heading: string, field: Field): number {
  let best = 0;
  for (const word of [field.label, field.id, ...field.synonyms].map(plainWords)) {
    if (heading === word) return commonWords.has(heading) && heading !== plainWords(field.label) ? 0.75 : 1;
    if (
      word.length >= 5 &&
      !commonWords.has(word) &&
      !looseWords.has(word) &&
      ` ${heading} `.includes(` ${word} `)
    ) {
      best = Math.max(best, 0.6 + 0.2 * (word.length / heading.length));
    }
  }
  return best;
}

/**
 * Pairs headings with fields, best first; a field is filled by one column and a column fills one field.
 * Fields that only mark what to leave out may claim any number of columns.
 */
export function matchColumns(headings: readonly string[], fields: readonly Field[]): ColumnMatchScore[] {
  const scores: (ColumnMatchScore & { readonly byLabel: boolean })[] = [];
  for (const [column, heading] of headings.map(headingWords).entries()) {
    if (heading === '') continue;
    for (const field of fields) {
      const confidence = likeness(heading, field);
      if (confidence === 0) continue;
      const byLabel = heading === plainWords(field.label) || heading === plainWords(field.id);
      scores.push({ column, field, confidence, byLabel });
    }
  }
  scores.sort(
    (a, b) => b.confidence - a.confidence || Number(b.byLabel) - Number(a.byLabel) || a.column - b.column,
  );
  const usedColumns = new Set<number>();
  const usedFields = new Set<string>();
  return scores.filter(({ column, field }) => {
    const leftOut = field.type.kind === 'personal' || field.type.kind === 'free-text';
    if (usedColumns.has(column) || (!leftOut && usedFields.has(field.id))) return false;
    usedColumns.add(column);
    usedFields.add(field.id);
    return true;
  });
}

/** Where a field's cells come from: one column, a constant, or tick-box columns with what each means. */
export type CellSource =
  | { readonly kind: 'column'; readonly column: number }
  | { readonly kind: 'constant'; readonly value: string }
  | { readonly kind: 'row-number'; readonly prefix: string }
  /** One column a period: their numbers as `first day|period|number|state`, joined with `;`. */
  | { readonly kind: 'series'; readonly columns: readonly SeriesColumn[] }
  | {
      readonly kind: 'flags';
      readonly columns: readonly { readonly column: number; readonly value: string }[];
    };

export interface MappedField {
  readonly field: Field;
  readonly source: CellSource;
  readonly heading: string;
  readonly confidence: number;
}

function fromMapping(source: FieldSource, find: (heading: string) => number): CellSource | null {
  if (typeof source === 'string') {
    const column = find(source);
    return column < 0 ? null : { kind: 'column', column };
  }
  if ('constant' in source) return { kind: 'constant', value: source.constant };
  if ('rowNumber' in source) return { kind: 'row-number', prefix: source.rowNumber };
  const columns = Object.entries(source.flags)
    .map(([heading, value]) => ({ column: find(heading), value }))
    .filter(({ column }) => column >= 0);
  return columns.length === 0 ? null : { kind: 'flags', columns };
}

/** The mapping the analyst gave, completed by what the headings say. Unknown headings in it are ignored. */
export function mapFields(
  headings: readonly string[],
  fields: readonly Field[],
  mapping: Mapping,
): MappedField[] {
  const plain = headings.map(plainWords);
  const find = (heading: string): number => plain.indexOf(plainWords(heading));
  const given = mapping.fields ?? {};
  const mapped: MappedField[] = [];
  const taken = new Set<number>();
  for (const field of fields) {
    const wanted = given[field.id];
    const source = wanted === undefined ? null : fromMapping(wanted, find);
    if (!source) continue;
    if (source.kind === 'column') taken.add(source.column);
    if (source.kind === 'flags') for (const { column } of source.columns) taken.add(column);
    const heading = source.kind === 'column' ? (headings[source.column] ?? '') : field.label;
    mapped.push({ field, source, heading, confidence: 1 });
  }
  const open = fields.filter((field) => !mapped.some((entry) => entry.field.id === field.id));
  const rest = headings.map((heading, column) => (taken.has(column) ? '' : heading));
  for (const { column, field, confidence } of matchColumns(rest, open)) {
    mapped.push({ field, source: { kind: 'column', column }, heading: headings[column] ?? '', confidence });
  }
  return mapped;
}
