// Owns the rules of the whole document: properties, marking, links, file name (D01, D02, D06, D07).
import type { Book } from '../book/book.ts';
import { type Cell, hasContent } from '../book/cells.ts';
import { isInside, rangeText } from '../book/references.ts';
import { contents, grouped, shown, worksheets } from './look.ts';
import { isPersonal } from './names.ts';
import type { Asked, Breach, Rule } from './rule.ts';

const wanted: readonly (readonly [property: string, what: string])[] = [
  ['title', 'title'],
  ['creator', 'author (an organisation)'],
  ['subject', 'subject'],
  ['created', 'time of creation'],
  ['modified', 'time of the last change'],
];

function* propertyBreaches(book: Book): Generator<Breach> {
  const { core, app } = book.properties;
  for (const [property, what] of wanted) {
    if ((core.get(property) ?? '') === '') yield { part: 'properties', message: `The ${what} is not set.` };
  }
  const language = core.get('language') ?? '';
  if (language.toLowerCase() !== 'en-gb')
    yield {
      part: 'properties',
      message: language === '' ? 'The language is not set.' : `The language is ${language}, not en-GB.`,
    };
  for (const [property, value] of [
    ['creator', core.get('creator')],
    ['lastModifiedBy', core.get('lastModifiedBy')],
    ['Manager', app.get('Manager')],
  ] as const) {
    if (value !== undefined && isPersonal(value))
      yield {
        part: 'properties',
        message: `The property ${property} names a person, a login or a program, not an organisation.`,
      };
  }
}

const markingName = /marking|classification|sensitivity|protective/i;

function* markingBreaches(book: Book): Generator<Breach> {
  const { core, custom } = book.properties;
  const own = [...custom]
    .filter(([name, value]) => markingName.test(name) && value !== '')
    .map(([, value]) => value);
  const category = core.get('category') ?? '';
  const markings = category === '' ? own : [category, ...own];
  if (markings.length === 0) {
    yield {
      part: 'properties',
      message: 'Neither the category nor a property of its own carries the marking.',
    };
    return;
  }
  const cover = book.sheets.find(({ kind }) => kind === 'cover') ?? book.sheets[0];
  if (!cover) return;
  const texts = new Set([...contents(cover)].map((cell) => shown(book, cell).trim().toLowerCase()));
  for (const marking of new Set(markings)) {
    if (!texts.has(marking.trim().toLowerCase()))
      yield { sheet: cover, message: 'The marking of the file’s properties stands in no cell of the cover.' };
  }
}

const isAddress = (text: string): boolean => /^(https?:\/\/|www\.)\S+$/i.test(text.trim());

function* linkTextBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    for (const [place, links] of grouped(sheet.links, ({ range }) => rangeText(range))) {
      const where = { sheet, cell: place };
      const [link] = links;
      if (!link) continue;
      if (links.length > 1) yield { ...where, message: 'The cell has more than one link.' };
      const cell: Cell | null = sheet.cells.at(link.range.top, link.range.left);
      const text = hasContent(cell) ? shown(book, cell) : '';
      if (text === '') yield { ...where, message: 'The link has no words.' };
      else if (isAddress(text)) yield { ...where, message: 'The link shows an address instead of words.' };
      const mail = /^mailto:([^?]+)/i.exec(link.target ?? '')?.[1];
      if (mail !== undefined && !text.toLowerCase().includes(decodeURIComponent(mail).toLowerCase()))
        yield { ...where, message: 'The link opens a message and does not show to whom.' };
    }
    for (const [i, link] of sheet.links.entries()) {
      const other = sheet.links
        .slice(0, Math.min(i, 500))
        .find(
          ({ range }) =>
            rangeText(range) !== rangeText(link.range) && isInside(range, link.range.top, link.range.left),
        );
      if (other) yield { sheet, cell: rangeText(link.range), message: 'The cell has more than one link.' };
    }
  }
}

/** Room that folders need before the name in Windows' and Excel's limit of 218 characters. */
const longestName = 120;

function* fileNameBreaches(_: Book, { fileName }: Asked): Generator<Breach> {
  if (fileName === null) return;
  const name = fileName.replace(/\.[^.]*$/, '');
  const faults: string[] = [];
  if (fileName.length > longestName) faults.push('it is too long to stand in a folder');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    faults.push('it has more in it than small letters, digits and dashes');
  if (!/(19|20)\d\d/.test(name)) faults.push('it names no period');
  if (!/(^|-)v\d+(-\d+)*($|-)|(^|-)(draft|version|issue)-?\d+/.test(name)) faults.push('it names no version');
  if (faults.length > 0) yield { message: `The file’s name: ${faults.join('; ')}.` };
}

export const documentRules: readonly Rule[] = [
  {
    id: 'D01',
    severity: 'E',
    title: 'Title, author, subject, language en-GB and times are set, and no person is named',
    how: 'Core and extended properties; given names, logins and names of programs are told from organisations.',
    mend: 'Set the properties (File, Info), with the council as the author.',
    unseen: 'Whether a name that is no usual given name is a person’s.',
    check: propertyBreaches,
  },
  {
    id: 'D02',
    severity: 'W',
    title: 'The file’s properties carry the marking, and the cover shows the same',
    how: 'The category, or a property whose name speaks of marking, against the cells of the cover.',
    mend: 'Set the category to the marking and write the same words on the cover.',
    check: markingBreaches,
  },
  {
    id: 'D06',
    severity: 'W',
    title:
      'Links have words, show an e-mail address where they open a message, and stand alone in their cell',
    how: 'The text of every cell with a link.',
    mend: 'Write what the link leads to.',
    check: linkTextBreaches,
  },
  {
    id: 'D07',
    severity: 'I',
    title:
      'The file’s name has small letters, digits and dashes, names period and version, and is not too long',
    how: 'The name under which the file was given.',
    mend: 'Name it, for instance, standards-2024-25-v1.xlsx.',
    blocked: (_, { fileName }) => (fileName === null ? 'The name of the file is not known.' : null),
    check: fileNameBreaches,
  },
];
