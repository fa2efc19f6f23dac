// Owns the rules of printing: footers, paper, print areas, repeated rows (D03 to D05).
import type { Book, Sheet } from '../book/book.ts';
import { isInside, parseAreas, type Range } from '../book/references.ts';
import { contents, shown, worksheets } from './look.ts';
import type { Asked, Breach, Rule } from './rule.ts';

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

/** Whether a cell of a sheet shows these words and nothing else. */
function showsWord(book: Book, sheet: Sheet, word: string): boolean {
  for (const cell of contents(sheet)) {
    const text = shown(book, cell);
    if (text.length >= word.length && text.replace(/\s+/g, ' ').trim() === word) return true;
  }
  return false;
}

function* footerBreaches(book: Book, { profile }: Asked): Generator<Breach> {
  const known = new Map<string, boolean>();
  const stands = (word: string): boolean => {
    const found = known.get(word) ?? worksheets(book).some((sheet) => showsWord(book, sheet, word));
    known.set(word, found);
    return found;
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
    if (footers.length === 0 && !sheet.cells.isBlank)
      yield { sheet, message: 'The sheet has no footer with page numbers.' };
    for (const text of new Set(footers)) {
      const { words, page, pages, other } = footerWords(text);
      if (!page || !pages) yield { sheet, message: 'The footer does not print page n of N.' };
      if (other || words.some((word) => !stands(word)))
        yield { sheet, message: 'The footer prints something that stands in no cell.' };
    }
  }
}

const holds = (area: Range, inner: Range): boolean =>
  area.top <= inner.top &&
  area.left <= inner.left &&
  area.bottom >= inner.bottom &&
  area.right >= inner.right;

/** Whether every cell that shows something, and every chart and picture as a whole, is in one of the areas. */
function printsAll(sheet: Sheet, areas: readonly Range[]): boolean {
  for (const { row, column } of contents(sheet)) {
    if (!areas.some((area) => isInside(area, row, column))) return false;
  }
  return [...sheet.charts, ...sheet.drawn].every(({ anchor }) => {
    if (!anchor) return true;
    const { from, to } = anchor;
    const bottom = to.row + (to.intoRow ? 1 : 0);
    const right = to.column + (to.intoColumn ? 1 : 0);
    return areas.some((area) => holds(area, { top: from.row + 1, left: from.column + 1, bottom, right }));
  });
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
  if (areas && !printsAll(sheet, areas)) faults.push('the print area leaves something out');
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

export const pageRules: readonly Rule[] = [
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
];
