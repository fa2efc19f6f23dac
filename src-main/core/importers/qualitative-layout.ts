// Owns the layouts of coded evidence: codes in one column, a column a code, and words under a question of
// their own. The rule: what a heading or the analyst says of a column stands; the values speak of the rest.
import { plainWords } from '#shared/vocabulary/vocabulary.ts';
import type { Field } from './field.ts';
import type { Table } from './importer.ts';
import type { MappedField } from './match-columns.ts';
import { behaviourColumns, tickColumns, withFlags } from './tick-columns.ts';

interface EvidenceFields {
  readonly themes: Field;
  readonly excerptRef: Field;
  readonly excerpt: Field;
  readonly behaviours: Field;
}

type Layout = readonly MappedField[];

/** A code's column may be recognised by its heading alone; other ticked columns once the kind is clear. */
const codeHeading = /^(category|code|theme|node|tag)\s*[\d.]+\b/i;
const themeHeading = /\b(themes?|codes?)$/;
/** Cells of words rather than of names, numbers or codes are at least this long in the mean. */
const wordsLength = 25;

const inColumn = (field: Field, column: number, { headings }: Table): MappedField => ({
  field,
  source: { kind: 'column', column },
  heading: headings[column]?.trim() ? (headings[column] ?? '') : field.label,
  confidence: 1,
});
const has = (mapped: Layout, id: string): boolean =>
  mapped.some(({ field, confidence }) => field.id === id && confidence === 1);
const isFree = (mapped: Layout, column: number): boolean =>
  !mapped.some(({ source, confidence }) => {
    if (source.kind === 'flags' || source.kind === 'series')
      return source.columns.some((one) => one.column === column);
    return source.kind === 'column' && source.column === column && confidence === 1;
  });
const withColumn = (mapped: Layout, field: Field, column: number, table: Table): Layout => [
  ...mapped.filter(({ source }) => source.kind !== 'column' || source.column !== column),
  inColumn(field, column, table),
];

/** A heading that ends in “themes” or “codes” names them. */
function themeColumn(mapped: Layout, table: Table, themes: Field): Layout {
  if (has(mapped, themes.id)) return mapped;
  const sure = mapped.filter(({ field }) => field !== themes);
  const column = table.headings.findIndex(
    (heading, index) => themeHeading.test(plainWords(heading)) && isFree(sure, index),
  );
  return column < 0 ? sure : withColumn(sure, themes, column, table);
}

/** The codes as columns: what is ticked, under headings that say so, beside an id alone, or beside evidence. */
function codeColumns(mapped: Layout, table: Table, themes: Field): Layout {
  if (has(mapped, themes.id)) return mapped;
  // A matrix of a coding tool: an id without a heading, then nothing but codes, whatever they are called.
  const ticks = tickColumns([], table);
  const matrix =
    table.headings[0]?.trim() === '' && ticks.length > 1 && ticks.length === table.headings.length - 1;
  const open = matrix ? ticks : tickColumns(mapped, table);
  const all = matrix || ['excerpt_ref', 'session_ref', 'method'].some((id) => has(mapped, id));
  const codes = all ? open : open.filter((column) => codeHeading.test((table.headings[column] ?? '').trim()));
  // The final semicolon says that a comma in a code does not part it.
  const value = (column: number) => `${(table.headings[column] ?? '').replaceAll(';', ',')};`;
  return withFlags(
    mapped,
    themes,
    codes.map((column) => ({ column, value: value(column) })),
    1,
  );
}

/** The longest column of words, where no heading says which it is: a survey puts its question there. */
function wordsColumn(mapped: Layout, table: Table, excerpt: Field): Layout {
  if (mapped.some(({ field }) => field === excerpt)) return mapped;
  const lengths = table.headings.map((_, column) => {
    const cells = table.rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    const total = cells.reduce((sum, cell) => sum + cell.length, 0);
    return cells.length > 0 && isFree(mapped, column) ? total / cells.length : 0;
  });
  const most = Math.max(...lengths);
  return most < wordsLength ? mapped : withColumn(mapped, excerpt, lengths.indexOf(most), table);
}

/** Completes what the headings say by the layout of the table. */
export function layOut(mapped: Layout, table: Table, fields: EvidenceFields): Layout {
  const { themes, excerptRef, excerpt, behaviours } = fields;
  const named = behaviourColumns(themeColumn(mapped, table, themes), table, behaviours);
  const coded = codeColumns(named, table, themes);
  if (!has(coded, themes.id)) return coded;
  const told = ['excerpt_ref', 'session_ref', 'respondent'].some((id) => has(coded, id));
  const referred = told || table.headings[0]?.trim() !== '' ? coded : withColumn(coded, excerptRef, 0, table);
  return wordsColumn(referred, table, excerpt);
}
