// Owns how one cell becomes its staged cells, by the type of its field; what is wrong is reported, not thrown.
import type { Pseudonymise } from '#core/identity/pseudonym.ts';
import { findTerm, type Vocabulary } from '#shared/vocabulary/vocabulary.ts';
import { type Conversion, type Converted, type Converter, valueIn } from './conversion.ts';
import { type DateOrder, orderEvidence, readDate } from './dates.ts';
import { type Field, stagedColumns } from './field.ts';
import { readNumber } from './numbers.ts';
import { readPeriod } from './periods.ts';
import { staged } from './staging-file.ts';

export interface ConvertContext {
  readonly pseudonymise: Pseudonymise;
  readonly order: DateOrder;
  /** Told of each slashed date, so that the order can be decided over all rows. */
  readonly sawDate: (evidence: DateOrder | 'either') => void;
  /** What the analyst said values of this field mean. */
  readonly values: Readonly<Record<string, string>>;
  /** Told of each distinct value of a category: one of its vocabulary, or one that is in none. */
  readonly sawKnown: (label: string) => void;
  readonly sawUnknown: (value: string) => void;
  /** Whether this column turned out to hold comments or names rather than categories. */
  readonly heldBack: boolean;
}

const done = (value: string): Conversion => {
  const cells = staged(value);
  return cells === value ? value : { cells, value, problem: null };
};
const bad = (cells: string, code: string, reason: string, rejects: boolean): Converted => ({
  cells,
  value: '',
  problem: { code, reason, rejects },
});

/** Longest text that an unknown category value may have and still be kept: more may be a comment. */
const longestUnknown = 60;

/** The values of a cell that may hold several: commas and `+` part them only where each part is known. */
function severalIn(text: string, vocabulary: Vocabulary): string[] {
  const known = (part: string) => findTerm(vocabulary, part) !== undefined;
  return text.split(/[;|\n]/).flatMap((whole) => {
    if (whole.trim() === '') return [];
    const parts = whole.split(/[,+&]|\band\b/i).filter((part) => part.trim() !== '');
    return !known(whole) && parts.length > 1 && parts.every(known) ? parts : [whole];
  });
}

function categoryConverter(field: Field, context: ConvertContext): Converter {
  if (field.type.kind !== 'category') throw new Error('not a category');
  const { vocabulary, many, also } = field.type;
  const one = (text: string): Conversion => {
    const meant = context.values[text.trim()] ?? text.trim();
    const found = findTerm(vocabulary, meant);
    const flag = also ? `,${found ? (also.of(found) ?? '') : ''}` : '';
    if (found) {
      context.sawKnown(found.label);
      if (!also) return done(found.label);
      return { cells: staged(found.label) + flag, value: found.label, problem: null };
    }
    context.sawUnknown(meant);
    // An unknown value of a role may well be the name of who holds it.
    if (context.heldBack || vocabulary.namesPeople || meant.length > longestUnknown) {
      const reason = 'not a known value, and it may name somebody, so it was held back';
      return {
        cells: `Other${flag}`,
        value: 'Other',
        problem: { code: 'held-back', reason, rejects: false },
      };
    }
    const reason = `not a known value of “${field.label}”; kept as it is`;
    return {
      cells: staged(meant) + flag,
      value: meant,
      problem: { code: 'value-not-known', reason, rejects: false },
    };
  };
  if (!many) return one;
  return (text) => {
    const parts = severalIn(text, vocabulary).map(one);
    const value = [...new Set(parts.map(valueIn).filter((part) => part !== ''))].join(';');
    const problem = parts.find((part) => typeof part !== 'string' && part.problem !== null);
    return { cells: staged(value), value, problem: typeof problem === 'object' ? problem.problem : null };
  };
}

/** How much of an ISO date is known. */
const keptLength = { day: 10, month: 7, year: 4 } as const;

function dateConverter(field: Field, context: ConvertContext): Converter {
  if (field.type.kind !== 'date') throw new Error('not a date');
  const { precision } = field.type;
  const required = field.required === true;
  return (text) => {
    const evidence = orderEvidence(text);
    if (evidence) context.sawDate(evidence);
    const read = readDate(text, context.order);
    if (read.kind === 'unreadable')
      return bad(precision ? ',' : '', 'date-unreadable', 'not a date that exists', true);
    if (read.kind === 'none') {
      if (read.why === 'not-stated' && precision)
        return {
          cells: ',unknown',
          value: '',
          problem: { code: 'date-not-stated', reason: 'the date is not known', rejects: false },
        };
      if (required) return bad(precision ? ',' : '', 'required-missing', `“${field.label}” is needed`, true);
      return precision ? { cells: ',', value: '', problem: null } : '';
    }
    if (precision)
      return {
        cells: `${read.iso},${read.precision}`,
        value: read.iso.slice(0, keptLength[read.precision]),
        problem: null,
      };
    if (read.precision !== 'day' && required) {
      // An aggregate's month stands for the period; elsewhere a missing day is not invented.
      return field.id === 'period' ? done(read.iso) : bad('', 'date-not-exact', 'the day is needed', true);
    }
    if (read.precision !== 'day')
      return bad('', 'date-not-exact', 'only a month or year, so it was left out', false);
    return read.iso;
  };
}

function periodConverter(context: ConvertContext): Converter {
  return (text) => {
    const evidence = orderEvidence(text);
    if (evidence) context.sawDate(evidence);
    const period = readPeriod(text, context.order);
    if (!period && readDate(text, context.order).kind === 'none')
      return { cells: ',', value: '', problem: null };
    if (!period)
      return bad(',', 'period-unreadable', 'not a period: write 2023/24, Q1 2023/24, 2023 or a date', true);
    return { cells: `${period.label},${period.start}`, value: period.start, problem: null };
  };
}

function numberConverter(field: Field): Converter {
  if (field.type.kind !== 'number') throw new Error('not a number');
  const { state, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field.type;
  const none = state ? ',' : '';
  return (text) => {
    const read = readNumber(text);
    if (read.kind === 'unreadable') return bad(none, 'number-unreadable', 'not a number', true);
    if (read.kind === 'none') {
      if (state && read.state) return { cells: `,${read.state}`, value: read.state, problem: null };
      if (read.state) return bad(none, 'number-withheld', 'the number is withheld or not available', false);
      return field.required
        ? bad(none, 'required-missing', `“${field.label}” is needed`, true)
        : { cells: none, value: '', problem: null };
    }
    if (read.value < min || read.value > max)
      return bad(none, 'number-out-of-range', `outside ${min} to ${max}`, true);
    return { cells: state ? `${read.value},` : String(read.value), value: String(read.value), problem: null };
  };
}

const spreadsheetError =
  /^\s*#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)\s*$/i;

/** The converter of a field, for one pass. */
export function converterOf(field: Field, context: ConvertContext): Converter {
  const empties = ','.repeat(Math.max(0, stagedColumns(field).length - 1));
  const missing = bad(empties, 'required-missing', `“${field.label}” is needed`, true);
  const blank: Conversion = empties === '' ? '' : { cells: empties, value: '', problem: null };
  const whenBlank = field.required ? missing : blank;
  const orBlank =
    (convert: Converter): Converter =>
    (text) =>
      text.trim() === '' ? whenBlank : convert(text);
  const isError = bad(empties, 'cell-error', 'a spreadsheet error, not a value', field.required === true);
  const orError = (convert: Converter): Converter =>
    orBlank((text) => (spreadsheetError.test(text) ? isError : convert(text)));
  switch (field.type.kind) {
    case 'identity':
      return orError(context.pseudonymise);
    case 'text':
      return orError((text) =>
        done(
          text
            .normalize('NFC')
            .replace(/[\s\u00a0]+/g, ' ')
            .trim(),
        ),
      );
    case 'series':
      return orBlank(done);
    case 'category':
      return orError(categoryConverter(field, context));
    case 'date':
      return orBlank(dateConverter(field, context));
    case 'period':
      return orBlank(periodConverter(context));
    case 'number':
      return orBlank(numberConverter(field));
    default:
      return () => blank;
  }
}
