// Owns the words for packs on screen: twins, forms, standings, parts of a number, cells by their Excel names.
import type { CellPart } from '../../../src-shared/schemas/manifest.ts';
import type { Circulation, PackStanding } from '../../../src-shared/schemas/pack.ts';
import type { HiddenCells } from '../../../src-shared/schemas/pack-preview.ts';
import { countText } from '../../wording.ts';

export const circulationWords: Readonly<Record<Circulation, string>> = {
  public: 'Public',
  exempt: 'Exempt: not for publication',
};

export const profileWords = {
  committee: 'Committee: print-ready, with page footers',
  published: 'Published: the strict form for the website',
} as const;

/** "Committee": the form without what it is for. */
export const shortForm = (profile: keyof typeof profileWords): string =>
  profileWords[profile].split(':')[0] ?? profile;

export const standingWords: Readonly<Record<PackStanding, string>> = {
  draft: 'Draft',
  released: 'Released',
  withdrawn: 'Withdrawn',
};

export const partWords: Readonly<Record<CellPart, string>> = {
  value: 'The number itself',
  base: 'What the number rests on',
  numerator: 'What is counted of the share',
  denominator: 'What the share is of',
  lower: 'The lower end of its range',
  upper: 'The upper end of its range',
  change: 'Its change',
  limits: 'A limit of its control chart',
  words: 'Words made by rule from it',
};

/** "A" for 0, "AA" for 26. */
export const letterOf = (column: number): string =>
  column > 25
    ? letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26)
    : String.fromCharCode(65 + column);

/** "B12": the name of a table cell in the workbook; `row` and `column` are counted from 0 in the table. */
export const cellName = (headerRow: number, row: number, column: number): string =>
  `${letterOf(column)}${headerRow + 1 + row}`;

/** The place of "B12" or "B12:C14" in the table; null where it is above it, or no cell. */
export function placeOf(cell: string, headerRow: number): { row: number; column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d+)/.exec(cell.toUpperCase()) ?? [];
  const row = Number(digits) - headerRow - 1;
  if (letters === '' || row < 0) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row, column: column - 1 };
}

/** "11 cells are hidden: 4 because …, 7 so that …." */
export function hiddenText({ own, others }: HiddenCells): string {
  const all = own + others;
  if (all === 0) return 'No cell is hidden.';
  const parts = [
    own > 0
      ? `${countText(own, 'shows', 'show')} so few people, cases or answers that someone could be recognised`
      : '',
    others > 0
      ? `${countText(others, 'is', 'are')} hidden so that those cannot be worked out from the rest`
      : '',
  ].filter(Boolean);
  return `${countText(all, 'cell is hidden', 'cells are hidden')}: ${parts.join('; ')}.`;
}
