// Owns how a kind's fields become the columns of a form: what each holds, whether it is needed, what
// becomes of it. A template and a rejects file say the same of the same field.
import { type Field, treatmentOf } from '#core/importers/field.ts';
import type { Importer, TemplateQuestion } from '#core/importers/importer.ts';
import type { Cell } from '#core/packs/model.ts';
import { isCalendarDay } from '#core/packs/serial.ts';
import type { Entry, FormColumn } from '#core/packs/template.ts';

const becomes: Readonly<Record<ReturnType<typeof treatmentOf>, string>> = {
  stored: 'Stored.',
  pseudonym:
    'Turned into a pseudonym before anything is stored: the name or number itself is never kept, and the same person always has the same pseudonym.',
  'held-back':
    'Held back, because free text may name people: it is shown nowhere until a person has released it.',
  'not-imported': 'Left out.',
};

function becomesOf(field: Field): string {
  if (field.type.kind === 'text') return 'Stored as it is written.';
  if (field.type.kind !== 'category') return becomes[treatmentOf(field)];
  return field.type.vocabulary.namesPeople
    ? 'Stored. A value that is not in the list may name somebody, so “Other” is stored in its place.'
    : 'Stored. A value that is not in the list is kept as it is, and listed as a problem to look at.';
}

function entryOf({ type }: Field): Entry {
  switch (type.kind) {
    case 'category': {
      const { vocabulary, many = false } = type;
      return {
        kind: 'list',
        title: vocabulary.title,
        values: vocabulary.terms.map(({ label }) => label),
        many,
      };
    }
    case 'date':
      return { kind: 'date', exact: type.precision === undefined };
    case 'number': {
      const { min, max, state } = type;
      const ends = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
      return { kind: 'number', ...ends, marks: state !== undefined };
    }
    default:
      return { kind: 'text' };
  }
}

function holdsOf({ type }: Field): string {
  switch (type.kind) {
    case 'identity':
      return 'One person: a name, a number or a reference, written the same way every time.';
    case 'free-text':
      return 'Comments in your own words.';
    case 'category':
      return type.many
        ? 'One value of the list, or several with a semicolon (;) between them.'
        : 'One value of the list.';
    case 'date':
      return type.precision === undefined
        ? 'A date: day, month, year.'
        : "A date: day, month, year. Where the day is not known, an apostrophe and then the month and year or the year, so that Excel leaves it as it is: 'March 2025.";
    case 'period':
      return 'A financial year (2024/25), a quarter of one (Q1 2024/25), a year, a month or a date.';
    case 'number':
      return 'A number, without its unit.';
    default:
      return 'A word or a short text. Name nobody here.';
  }
}

function neededOf(field: Field, importer: Importer): string {
  if (field.required) return 'Yes';
  const others = (importer.oneOf ?? []).find((group) => group.includes(field.id)) ?? [];
  const labels = others
    .filter((id) => id !== field.id)
    .map((id) => importer.fields.find((other) => other.id === id)?.label ?? id);
  return labels.length === 0 ? 'No' : `This or “${labels.join('” or “')}”`;
}

/** The heading of a field in a form: its label, and in words that it is needed. */
export const formHeading = ({ label, required }: Field): string => (required ? `${label} (needed)` : label);

const saidSynonyms = 6;

export function formColumn(field: Field, importer: Importer, heading: string): FormColumn {
  return {
    heading,
    entry: entryOf(field),
    holds: holdsOf(field),
    needed: neededOf(field, importer),
    becomes: becomesOf(field),
    also: field.synonyms.slice(0, saidSynonyms).join('; '),
  };
}

/** A question of a survey's template. */
export function questionColumn({ wording, answers }: TemplateQuestion): FormColumn {
  const day = answers === 'day';
  return {
    heading: wording,
    entry: day
      ? { kind: 'date', exact: true }
      : { kind: 'list', title: 'Answers', values: answers, many: false },
    holds: day ? 'The day on which the person answered.' : 'The answer to this question.',
    needed: day ? 'This, or the wave when you import' : 'No',
    becomes: day ? 'The last day of all is the wave, unless you name one. The days are not kept.' : 'Stored.',
    also: '',
  };
}

/** A value as a cell of a field: a day, a number or a text; nothing for an empty one. */
export function formCell(type: Entry['kind'], value: string | undefined): Cell {
  if (value === undefined || value === '') return null;
  if (type === 'date') return isCalendarDay(value) ? { date: value } : value;
  if (type === 'number' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
  return value;
}
