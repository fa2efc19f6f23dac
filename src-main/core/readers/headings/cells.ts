// Reading headings cell by cell: the same text however it was typed, and columns built alike.
import type { Candidate, ColumnHeading, ColumnStyle, MetadataKind } from './heading.ts';

/** Text as it is compared: NFKC, markup and blanks collapsed, case folded. */
export const normalise = (text: string): string =>
  tidy(text.normalize('NFKC').replace(/<[^>]{1,40}>/g, ' ')).toLowerCase();

/** Text as it is shown: no line breaks, no-break blanks, doubled blanks or blanks at the ends. */
export const tidy = (text: string): string => text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();

/** The cell of a row, '' beyond its end. */
export const cellAt = (row: readonly string[] | undefined, index: number): string => row?.[index] ?? '';

/** The filled cells of one column below the header. */
export function valuesBelow(candidate: Candidate, depth: number, index: number): string[] {
  return candidate.rows
    .slice(depth)
    .map((row) => cellAt(row, index).trim())
    .filter((value) => value !== '');
}

/** An answer column. */
export const answer = (
  index: number,
  question: string,
  item: string | null,
  style: ColumnStyle,
): ColumnHeading => ({
  index,
  header: item === null || item === '' ? question : question === '' ? item : `${question} ${item}`,
  question,
  item,
  role: 'answer',
  metadata: null,
  style,
  duplicateOf: null,
});

/** A column about the response, not an answer. */
export const metadata = (index: number, header: string, kind: MetadataKind): ColumnHeading => ({
  index,
  header,
  question: header,
  item: null,
  role: 'metadata',
  metadata: kind,
  style: 'unknown',
  duplicateOf: null,
});

/** True for text that looks like a moment: it has a date's shape, or is a spreadsheet serial of one. */
export const looksLikeMoment = (text: string): boolean =>
  /^\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(\D|$)/.test(text) ||
  /^\s*[34]\d{4}\.\d+\s*$/.test(text);

/** A guess from the answers of a lone column: long or mostly distinct text is open-ended. */
export function styleOfValues(values: readonly string[]): ColumnStyle {
  if (values.length === 0) return 'unknown';
  if (isRankingList(values)) return 'ranking';
  if (values.filter((value) => value.endsWith(';')).length > values.length / 2) return 'multi-choice';
  const parts = values.flatMap((value) => value.split(';'));
  if (values.some((value) => value.includes(';')) && isRepetitive(parts)) return 'multi-choice';
  const long = values.filter((value) => value.length > 60).length;
  return long > 0 && !isRepetitive(values) ? 'open-ended' : 'single';
}

const isRepetitive = (values: readonly string[]): boolean => new Set(values).size <= values.length * 0.5;

/** Every answer is the same choices in another order: `B;A;C;` and `A;B;C;`. */
function isRankingList(values: readonly string[]): boolean {
  const sets = values.map((value) => value.split(';').filter((part) => part !== ''));
  const [first] = sets;
  if (first === undefined || first.length < 2 || values.length < 2 || new Set(values).size < 2) return false;
  const key = (parts: readonly string[]): string => [...parts].sort().join(';');
  return sets.every((parts) => key(parts) === key(first));
}

/** True when the values of several columns are ranks: whole numbers, none twice in a row. */
export function areRanks(candidate: Candidate, depth: number, indexes: readonly number[]): boolean {
  let seen = 0;
  for (const row of candidate.rows.slice(depth)) {
    const filled = indexes.map((index) => cellAt(row, index).trim()).filter((value) => value !== '');
    if (filled.length < 2) continue;
    seen++;
    const ranks = filled.map(Number);
    const inRange = ranks.every((rank) => Number.isInteger(rank) && rank >= 1 && rank <= indexes.length);
    if (!inRange || new Set(ranks).size < ranks.length) return false;
  }
  return seen > 1;
}
