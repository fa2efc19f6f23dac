// The columns of the tools with one header row: metadata by name, the rest split by the tool's own
// way of writing question and item into one heading.
import { answer, cellAt, metadata, normalise, styleOfValues, valuesBelow } from './cells.ts';
import type { Candidate, ColumnHeading, ColumnStyle, MetadataKind } from './heading.ts';
import { metadataKind } from './response-metadata.ts';

/** A heading taken apart; `item` is null where it is the question alone. */
export interface SplitHeading {
  readonly question: string;
  readonly item: string | null;
}

/** How one tool writes its headings. */
export interface OneRowReading {
  /** Takes a heading apart, knowing all of them. */
  readonly split: (heading: string, all: readonly string[]) => SplitHeading;
  /** The style of a column with an item, from its answers; the default tells ticks from matrix rows. */
  readonly itemStyle?: (split: SplitHeading, values: readonly string[]) => ColumnStyle | null;
  /** What the tool adds besides the columns known by name. */
  readonly extraMetadata?: (heading: string) => MetadataKind | null;
}

/**
 * The columns of a table with one header row. A column named like metadata is metadata only in the
 * unbroken run at either end, where tools put them: in between it is a question of that name.
 */
export function oneRowColumns(candidate: Candidate, reading: OneRowReading): ColumnHeading[] {
  const headings = Array.from({ length: candidate.width }, (_, index) => cellAt(candidate.rows[0], index));
  const isQuestion = (heading: string): boolean => heading.trim() !== '' && metadataKind(heading) === null;
  const isOwn = (heading: string): boolean => (reading.extraMetadata?.(heading) ?? null) !== null;
  const first = headings.findIndex((heading) => isQuestion(heading) && !isOwn(heading));
  const last = headings.findLastIndex((heading) => isQuestion(heading) && !isOwn(heading));
  return headings.map((heading, index) => {
    const values = valuesBelow(candidate, 1, index);
    if (heading.trim() === '') return metadata(index, '', countsRecords(values) ? 'respondent-id' : 'other');
    const atEnd = first < 0 || index < first || index > last;
    const kind = reading.extraMetadata?.(heading) ?? (atEnd ? metadataKind(heading) : null);
    if (kind !== null) return metadata(index, heading, kind);
    const split = reading.split(heading, headings);
    const style =
      split.item === null
        ? styleOfValues(values)
        : (reading.itemStyle?.(split, values) ?? styleOfItem(split.item, values));
    return { ...answer(index, split.question, split.item, style), header: heading };
  });
}

/** True for a column that numbers the records: whole numbers, each one more than the last. */
const countsRecords = (values: readonly string[]): boolean =>
  values.length > 1 &&
  values.every((value, at) => /^\d+$/.test(value) && (at === 0 || Number(value) > Number(values[at - 1])));

const ticks = new Set([
  '1',
  'y',
  'yes',
  'true',
  'checked',
  'selected',
  'n',
  'no',
  '0',
  'false',
  'not selected',
  'n/a',
]);

function styleOfItem(item: string, values: readonly string[]): ColumnStyle {
  if (/^other\b|write in|specify/i.test(item) && styleOfValues(values) !== 'unknown') return 'other-text';
  if (values.length === 0) return 'unknown';
  const own = normalise(item);
  return values.every((value) => ticks.has(normalise(value)) || normalise(value) === own)
    ? 'multi-choice'
    : 'matrix';
}

/** How many headings of the table hold any of these names. */
export const countNames = (row: readonly string[] | undefined, names: readonly string[]): number => {
  const present = new Set((row ?? []).map(normalise));
  return names.filter((name) => present.has(name)).length;
};
