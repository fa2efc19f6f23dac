// Owns how a period in a cell is read: a financial year, a quarter of one, a year, a month or a day.
// The rule: 2023/24 is a year from April, never January 2024, and FY24 is not guessed at.
import { type DateOrder, readDate } from './dates.ts';

export interface Period {
  /** As it is stored and shown: `2023/24`, `Q1 2023/24`, `2023`, or the date. */
  readonly label: string;
  /** Its first day, `YYYY-MM-DD`. */
  readonly start: string;
}

const yearPair = /^(?:f\.?y\.?\s*)?((?:19|20)?\d\d)\s*([/–-])\s*((?:19|20)?\d\d)$/i;
const quarterFirst = /^q(?:uarter|tr)?\s*([1-4])[\s,:-]+(.+)$/i;
const quarterLast = /^(.+?)[\s,:-]+q(?:uarter|tr)?\s*([1-4])$/i;
const pad = (value: number): string => String(value).padStart(2, '0');

/** The first year of a text such as 2023/24, 23-24 or 2023-2024. */
function financialYear(text: string): number | null {
  const match = yearPair.exec(text.trim());
  if (!match) return null;
  const [, first = '', dash, second = ''] = match;
  // 2009-10 may be October: only the slash, or a second part that is no month, says it is a year.
  if (first.length === 4 && second.length === 2 && dash !== '/' && Number(second) <= 12) return null;
  const year = first.length === 4 ? Number(first) : 2000 + Number(first);
  return (year + 1) % 100 === Number(second) % 100 ? year : null;
}

const yearLabel = (year: number): string => `${year}/${pad((year + 1) % 100)}`;

function quarter(text: string): Period | null {
  const first = quarterFirst.exec(text);
  const last = first ? null : quarterLast.exec(text);
  const year = financialYear(first?.[2] ?? last?.[1] ?? '');
  if (year === null) return null;
  const number = Number(first?.[1] ?? last?.[2]);
  const month = number === 4 ? 1 : 1 + 3 * number;
  return {
    label: `Q${number} ${yearLabel(year)}`,
    start: `${number === 4 ? year + 1 : year}-${pad(month)}-01`,
  };
}

/** Reads one cell; null where it names no period. */
export function readPeriod(cell: string, order: DateOrder): Period | null {
  const text = cell.replace(/[\s\u00a0]+/g, ' ').trim();
  const year = financialYear(text);
  if (year !== null) return { label: yearLabel(year), start: `${year}-04-01` };
  const ofYear = quarter(text);
  if (ofYear) return ofYear;
  const date = readDate(text, order);
  if (date.kind !== 'date') return null;
  const label = date.iso.slice(0, { day: 10, month: 7, year: 4 }[date.precision]);
  return { label, start: date.iso };
}
