// Owns the rules of the whole document: properties, marking, page set-up, links, file name (D01 to D07).
import type { Book, Sheet } from '../book/book.ts';
import { type Cell, hasContent } from '../book/cells.ts';
import { isInside, parseAreas, type Range, rangeText } from '../book/references.ts';
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

/** What a footer prints besides page numbers: codes for looks and places taken out. */
function footerWords(text: string): { words: string[]; page: boolean; pages: boolean; other: boolean } {
  const kept = text.replaceAll('&&', '\u0001');
  const other = /&[DTFAZG]/i.test(kept);
  const words = kept
    .split(/&[LCR]/i)
    .map((part) =>
      part
        .replace(/&"[^"]*"/g, '')
        .replace(/(\bpage\s*)?&P(\s*of)?(\s*&N)?/gi, ' ')
        .replace(/&K[0-9A-F]{6}|&K\d\d[+-]\d+|&\d+|&[A-Z]/gi, ' ')
        .replaceAll('\u0001', '&')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => part !== '');
  return { words, page: /&P/i.test(kept), pages: /&N/i.test(kept), other };
}

function* footerBreaches(book: Book, { profile }: Asked): Generator<Breach> {
  let texts: Set<string> | null = null;
  const known = (): Set<string> => {
    texts ??= new Set(
      worksheets(book).flatMap((sheet) =>
        [...contents(sheet)].map((cell) => shown(book, cell).replace(/\s+/g, ' ').trim()),
      ),
    );
    return texts;
  };
  for (const sheet of worksheets(book)) {
    const kinds = [...sheet.headerFooter.keys()];
    if (profile === 'published') {
      if (kinds.length > 0) yield { sheet, message: 'The sheet has a header or footer.' };
      continue;
    }
    if (kinds.some((kind) => kind.endsWith('Header'))) yield { sheet, message: 'The sheet has a header.' };
    const footers = [...sheet.headerFooter]
      .filter(([kind]) => kind.endsWith('Footer'))
      .map(([, text]) => text);
    if (footers.length === 0 && [...contents(sheet)].length > 0)
      yield { sheet, message: 'The sheet has no footer with page numbers.' };
    for (const text of new Set(footers)) {
      const { words, page, pages, other } = footerWords(text);
      if (!page || !pages) yield { sheet, message: 'The footer does not print page n of N.' };
      if (other || words.some((word) => !known().has(word)))
        yield { sheet, message: 'The footer prints something that stands in no cell.' };
    }
  }
}

function usedRange(sheet: Sheet): Range | null {
  let range: Range | null = null;
  const add = (row: number, column: number): void => {
    range = range
      ? {
          top: Math.min(range.top, row),
          left: Math.min(range.left, column),
          bottom: Math.max(range.bottom, row),
          right: Math.max(range.right, column),
        }
      : { top: row, left: column, bottom: row, right: column };
  };
  for (const { row, column } of contents(sheet)) add(row, column);
  for (const { anchor } of [...sheet.charts, ...sheet.drawn]) {
    if (!anchor) continue;
    add(anchor.from.row + 1, anchor.from.column + 1);
    add(anchor.to.row + (anchor.to.intoRow ? 1 : 0), anchor.to.column + (anchor.to.intoColumn ? 1 : 0));
  }
  return range;
}

const named = (book: Book, sheet: Sheet, name: string) =>
  book.names.find((one) => one.name.toLowerCase() === name && one.sheet === sheet.number - 1);

function pageFaults(book: Book, sheet: Sheet): string[] {
  const { page, fitToPage, margins } = sheet;
  const faults: string[] = [];
  if (page.paperSize !== '9') faults.push('the paper is not A4');
  if (page.orientation !== 'landscape') faults.push('it is not landscape');
  if (!fitToPage || (page.fitToWidth ?? '1') !== '1' || page.fitToHeight !== '0')
    faults.push('it is not fitted to one page wide and any number tall');
  if (
    margins &&
    [margins.left, margins.right, margins.top, margins.bottom].some((margin) => Number(margin) < 0.2)
  )
    faults.push('a margin is under half a centimetre');
  const area = named(book, sheet, '_xlnm.print_area');
  const areas = area ? parseAreas(area.formula) : null;
  const used = usedRange(sheet);
  const covered =
    areas && used
      ? areas.some(
          (one) =>
            one.top <= used.top &&
            one.left <= used.left &&
            one.bottom >= used.bottom &&
            one.right >= used.right,
        )
      : true;
  if (area && !covered) faults.push('the print area leaves something out');
  return faults;
}

function* pageBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const faults = pageFaults(book, sheet);
    if (faults.length > 0) yield { sheet, message: `For printing: ${faults.join('; ')}.` };
  }
}

/** Points of height of an A4 page lying down, without margins, and of width in digits of 12 point. */
const pageHeight = 500;
const pageDigits = 115;
const usualHeight = 15.75;

function isLong(sheet: Sheet, first: number, last: number): boolean {
  const wide = sheet.columns.reduce(
    (sum, { from, to, width }) => sum + (Math.min(to, 200) - Math.min(from, 200) + 1) * (width ?? 9),
    0,
  );
  const scale = Math.min(1, pageDigits / Math.max(1, wide));
  let height = 0;
  for (let row = first; row <= last; row++) {
    height += (sheet.rows.get(row)?.height ?? usualHeight) * scale;
    if (height > pageHeight) return true;
  }
  return false;
}

function* repeatBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const [table] = sheet.tables;
    const titles = named(book, sheet, '_xlnm.print_titles');
    const areas = titles ? (parseAreas(titles.formula) ?? []) : [];
    const rows = areas.filter(({ left, right }) => left === 1 && right > 16_000);
    if (rows.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0) > 3)
      yield { sheet, message: 'More than three rows are repeated on each page.' };
    else if (
      table &&
      isLong(sheet, table.first, table.last) &&
      !rows.some((one) => one.top <= table.first - 1 && one.bottom >= table.first - 1)
    )
      yield {
        sheet,
        part: table.name,
        message: 'The table is longer than a page, and its header row is not repeated.',
      };
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
    id: 'D03',
    severity: 'E',
    title:
      'No header or footer when published; for a committee a footer with page n of N and a reference that also stands in a cell',
    how: 'Header and footer texts of every sheet against all cells.',
    mend: 'Take them out, or set the footer to “Page &[Page] of &[Pages]” with the reference.',
    check: footerBreaches,
  },
  {
    id: 'D04',
    severity: 'W',
    title: 'Sheets print on A4 landscape, one page wide, with all that is on them',
    how: 'Page set-up, margins and print area of every sheet.',
    mend: 'Set A4, landscape, fit to 1 page wide and leave tall blank; clear the print area or widen it.',
    check: pageBreaches,
  },
  {
    id: 'D05',
    severity: 'E',
    title: 'Tables longer than a page repeat their header row, and at most three rows',
    how: 'Repeated rows of each sheet; the height of a table at the scale that fits its width.',
    mend: 'Set the table’s header row as the rows to repeat at top (Page layout, Print titles).',
    check: repeatBreaches,
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
