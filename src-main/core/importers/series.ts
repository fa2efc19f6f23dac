// Owns tables that are wide in time: one column a year or quarter, which become one value a period.
import { readNumber } from './numbers.ts';
import { readPeriod } from './periods.ts';

export interface SeriesColumn {
  readonly column: number;
  readonly label: string;
  readonly start: string;
}

/** Columns whose whole heading is a period, in the order of the file; none unless there are two. */
export function periodColumns(headings: readonly string[]): readonly SeriesColumn[] {
  const found = headings.flatMap((heading, column) => {
    // A bare number of five digits would be read as a day of a spreadsheet.
    const period = /\d{5}/.test(heading) ? null : readPeriod(heading, 'dmy');
    return period ? [{ column, ...period }] : [];
  });
  return found.length < 2 ? [] : found;
}

/**
 * The numbers of a row as `first day|period|number|state`, joined with `;`. Blank cells leave nothing; a
 * placeholder leaves its state; a cell that is no number leaves `!`.
 */
export function seriesIn(cell: (column: number) => string, columns: readonly SeriesColumn[]): string {
  return columns
    .flatMap(({ column, label, start }) => {
      const read = readNumber(cell(column));
      if (read.kind === 'number') return `${start}|${label}|${read.value}|`;
      if (read.kind === 'unreadable') return `${start}|${label}||!`;
      return read.state ? `${start}|${label}||${read.state}` : [];
    })
    .join(';');
}
