// Owns the rules of the package: parts, relationships, ids, times (X08, X09).
import type { Book } from '../book/book.ts';
import { grouped } from './look.ts';
import type { Breach, Rule } from './rule.ts';

function* twice<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
  breach: (item: T) => Breach,
): Generator<Breach> {
  for (const [, same] of grouped(items, keyOf)) for (const item of same.slice(1)) yield breach(item);
}

function* partBreaches(book: Book): Generator<Breach> {
  const { pack } = book;
  yield* twice(
    pack.entries,
    ({ name }) => name.toLowerCase(),
    ({ name }) => ({ part: name, message: 'The part is in the zip twice.' }),
  );
  for (const { name } of pack.entries) {
    if (/\\|^\/|(^|\/)\.\.(\/|$)/.test(name))
      yield { part: name, message: 'The part’s name leads outside the package.' };
    else if (name !== '[Content_Types].xml' && pack.typeOf(name) === undefined)
      yield { part: name, message: 'No content type is given for the part.' };
  }
  if (!pack.has('_rels/.rels')) yield { part: '_rels/.rels', message: 'The part is missing.' };
  const all = pack.allRelations();
  for (const { source, relation } of all) {
    if (!relation.external && !pack.has(relation.target))
      yield {
        part: source || '_rels/.rels',
        message: `A relationship leads to ${relation.target}, which is not there.`,
      };
  }
  yield* twice(
    all,
    ({ source, relation }) => `${source}\n${relation.id}`,
    ({ source, relation }) => ({
      part: source || '_rels/.rels',
      message: `The relationship ${relation.id} is there twice.`,
    }),
  );
}

function* idBreaches(book: Book): Generator<Breach> {
  const all = book.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  yield* twice(
    all,
    ({ table }) => table.id,
    ({ sheet, table }) => ({ sheet, part: table.name, message: 'Another table has the same id.' }),
  );
  for (const sheet of book.sheets) {
    if (sheet.type === 'missing') yield { sheet, message: 'The sheet’s part is not there.' };
    for (const { id } of sheet.lostParts)
      yield { sheet, message: `The sheet names a part by the relationship ${id}, which is not there.` };
  }
  for (const { name, sheet } of book.names) {
    if (sheet !== null && sheet >= book.sheets.length)
      yield { part: name, message: 'The defined name belongs to a sheet that is not there.' };
  }
}

function* packageBreaches(book: Book): Generator<Breach> {
  const parts = [...partBreaches(book), ...idBreaches(book)];
  book.pack.verify();
  yield* parts;
  yield* book.problems.filter(({ rule }) => rule === 'X08');
}

/** 1 January 1980, where the zip's calendar starts: what a writer gives that asks no clock. */
const fixedDay = (1 << 5) | 1;

function* dayBreaches(book: Book): Generator<Breach> {
  const dates = new Set(book.pack.entries.map(({ date }) => date));
  const [first = 0] = dates;
  if (dates.size > 1)
    yield {
      message:
        'The parts bear different times, so that the same content would not give the same bytes again.',
    };
  else if (first >>> 16 !== fixedDay)
    yield {
      message:
        'The parts bear the time of writing, so that the same content would not give the same bytes again.',
    };
}

export const packageRules: readonly Rule[] = [
  {
    id: 'X08',
    severity: 'E',
    title: 'The package is well formed',
    how: 'Every relationship leads to a part, every part has a type, ids and parts are there once, every part is sound XML and keeps its checksum, cells point to texts and styles that are there.',
    mend: 'Open the file in Excel, let it repair it, check what was lost, and save.',
    check: packageBreaches,
  },
  {
    id: 'X09',
    severity: 'W',
    title: 'The same content gives the same bytes',
    how: 'The times that the zip gives its parts: all of 1 January 1980.',
    mend: 'Write the zip with fixed times.',
    unseen: 'Whether two builds give the same bytes.',
    check: dayBreaches,
  },
];
