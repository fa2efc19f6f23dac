// Owns the guess of a column's field from its values, where its heading says nothing ("Column7", "Field 3").
// The rule: a column of people's names or e-mail addresses is never guessed, and never stored as text.
import type { Note } from '#shared/schemas/import.ts';
import { findTerm, plainWords } from '#shared/vocabulary/vocabulary.ts';
import { readDate } from './dates.ts';
import type { Field } from './field.ts';
import type { MappedField } from './match-columns.ts';

/** A guess is shown as one: below every match by heading. */
const guessed = { date: 0.5, category: 0.5, share: 0.45, reference: 0.4 } as const;
/** Fewer filled cells than this say nothing. */
const leastCells = 3;
/** Share of the filled cells that must be of the shape. */
const mostly = 0.95;

const saysNothing =
  /^$|^(column|col|field|feld|spalte|unnamed|untitled|header|var|variable|attribute|attr|item|data|value|f|v|c|x|k|q)\s*[\d.]*$|^[a-z]{1,3}\d{1,4}$|^\d+$|^_\d+$/;
const code = /^[a-z]{0,5}[-/ .]?\d{3,12}(?:[-/.]\d{1,6})?$/i;
const address = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
/** Two to four capitalised words: "Ada Lovelace", "O'Neill, Siobhán", "Dr J. K. Ali". */
const name =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|cllr|councillor|prof|sir|dame|lord|lady)\.? )?\p{Lu}[\p{L}'’.-]*,?(?: (?:de|van|von|al|el|bin|le|la)){0,2}(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u;

/** What a column's filled cells look like, over the first records. */
interface Shape {
  readonly cells: readonly string[];
  readonly distinct: number;
  share(test: (cell: string) => boolean): number;
}

function shapeOf(rows: readonly (readonly string[])[], column: number): Shape {
  const cells = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  return {
    cells,
    distinct: new Set(cells.map((cell) => cell.toLowerCase())).size,
    share: (test) => cells.filter(test).length / (cells.length || 1),
  };
}

/** Whether the values are e-mail addresses, or names: names differ from row to row, as services do not. */
function namesPeople(shape: Shape): boolean {
  if (shape.cells.length === 0) return false;
  if (shape.share((cell) => address.test(cell)) >= 0.5) return true;
  return (
    shape.cells.length >= leastCells &&
    shape.distinct > shape.cells.length / 2 &&
    shape.share((cell) => name.test(cell)) >= 0.8
  );
}

const isDay = (cell: string): boolean => {
  const read = readDate(cell, 'dmy');
  const turned = read.kind === 'unreadable' ? readDate(cell, 'mdy') : read;
  return turned.kind === 'date' && turned.precision === 'day' && /\D/.test(cell);
};

const isShare = (cell: string): boolean => /^(?:0?\.\d+|1(?:\.0+)?|0(?:\.0+)?)$/.test(cell);

/** Fields that the values fit, and how surely. A text field fits anything, so it fits nothing. */
function fits(shape: Shape, field: Field): number {
  const { type } = field;
  if (shape.cells.length < leastCells) return 0;
  if (type.kind === 'date') return shape.share(isDay) >= mostly ? guessed.date : 0;
  if (type.kind === 'category') {
    const known = new Set(shape.cells.map((cell) => findTerm(type.vocabulary, cell)?.label));
    const all = shape.share((cell) => findTerm(type.vocabulary, cell) !== undefined);
    return all >= mostly && known.size >= 2 ? guessed.category : 0;
  }
  if (type.kind === 'number' && field.id === 'fte')
    return shape.share(isShare) === 1 && shape.cells.some((cell) => /\.\d*[1-9]/.test(cell))
      ? guessed.share
      : 0;
  const reference = type.kind === 'identity' || field.id.endsWith('_ref');
  if (!reference || !field.required || shape.share((cell) => code.test(cell)) < mostly) return 0;
  // A case has a row of its own; a person may have several.
  return type.kind === 'identity' || shape.distinct === shape.cells.length ? guessed.reference : 0;
}

/** The middle of a column's dates, so that what comes first fills the first date of a kind. */
function middleDate(shape: Shape): string {
  const dates = shape.cells.map((cell) => {
    const read = readDate(cell, 'dmy');
    const turned = read.kind === 'date' ? read : readDate(cell, 'mdy');
    return turned.kind === 'date' ? turned.iso : '';
  });
  return dates.sort()[dates.length >> 1] ?? '';
}

interface Column {
  readonly column: number;
  readonly heading: string;
  readonly shape: Shape;
}

/** Dates go to the kind's dates in their order when there are as many; else the earliest to the needed one. */
function guessDates(columns: readonly Column[], open: readonly Field[]): [Column, Field][] {
  const dates = open.filter(({ type }) => type.kind === 'date');
  const [first] = dates;
  if (!first) return [];
  const dated = columns
    .filter(({ shape }) => fits(shape, first) > 0)
    .sort((a, b) => middleDate(a.shape).localeCompare(middleDate(b.shape)));
  const needed = dates.filter(({ required }) => required);
  const wanted = dated.length === dates.length ? dates : needed;
  return wanted.flatMap((field, index): [Column, Field][] => {
    const column = dated[index];
    return column ? [[column, field]] : [];
  });
}

/** Each other field takes the one column that fits it, where that column fits no other field as well. */
function guessOthers(columns: readonly Column[], open: readonly Field[]): [Column, Field][] {
  const fields = open.filter(({ type }) => type.kind !== 'date');
  return fields.flatMap((field): [Column, Field][] => {
    const fitting = columns.filter(({ shape }) => fits(shape, field) > 0);
    const [column] = fitting;
    if (!column || fitting.length > 1) return [];
    const rivals = fields.filter(
      (other) => other !== field && fits(column.shape, other) >= fits(column.shape, field),
    );
    return rivals.length === 0 ? [[column, field]] : [];
  });
}

const list = (headings: readonly string[]): string => headings.map((heading) => `“${heading}”`).join(', ');

/**
 * Adds to what the headings say what the values of unnamed columns say, as guesses; and takes out again a
 * column of names or addresses that a heading alone would have stored as text.
 * @param rows the first records of the table, without its headings
 */
export function guessFields(
  headings: readonly string[],
  fields: readonly Field[],
  named: readonly MappedField[],
  rows: readonly (readonly string[])[],
): { mapped: readonly MappedField[]; notes: Note[] } {
  const storesNames = ({ field, source, confidence }: MappedField): boolean =>
    source.kind === 'column' &&
    (field.type.kind === 'text' || field.type.kind === 'category') &&
    (confidence < 1
      ? namesPeople(shapeOf(rows, source.column))
      : shapeOf(rows, source.column).share((cell) => address.test(cell)) >= 0.5);
  const leftOut = named.filter(storesNames).map(({ heading }) => heading);
  const kept = named.filter((entry) => !storesNames(entry));
  const used = new Set(
    named.flatMap(({ source }) =>
      source.kind === 'column'
        ? [source.column]
        : source.kind === 'flags' || source.kind === 'series'
          ? source.columns.map(({ column }) => column)
          : [],
    ),
  );
  const columns: Column[] = [];
  for (const [column, heading] of headings.entries()) {
    if (used.has(column) || !saysNothing.test(plainWords(heading))) continue;
    const shape = shapeOf(rows, column);
    if (namesPeople(shape)) leftOut.push(heading);
    else columns.push({ column, heading, shape });
  }
  const open = fields.filter((field) => !kept.some((entry) => entry.field.id === field.id));
  const guesses = [...guessDates(columns, open), ...guessOthers(columns, open)].map(
    ([{ column, heading, shape }, field]): MappedField => ({
      field,
      source: { kind: 'column', column },
      heading,
      confidence: fits(shape, field),
    }),
  );
  const notes: Note[] = [];
  if (guesses.length > 0)
    notes.push({
      code: 'columns-guessed',
      text: `Matched by their values alone, so check them: ${guesses.map(({ heading, field }) => `“${heading}” as ${field.label}`).join(', ')}.`,
    });
  if (leftOut.length > 0)
    notes.push({
      code: 'columns-of-names',
      text: `Left out, because the values look like people’s names or e-mail addresses: ${list(leftOut)}.`,
    });
  return { mapped: [...kept, ...guesses], notes };
}
