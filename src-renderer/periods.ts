// Owns the periods that the top bar offers and the days each covers.
// The rule: days are ISO text; a financial year runs from 1 April, a municipal year is taken from 1 May.

export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

export interface PeriodChoice {
  readonly id: string;
  readonly label: string;
}

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const parts = (day: string): [number, number, number] => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
};
const yearText = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
const firstMonth = { fy: 4, my: 5 } as const;

/** The first calendar year of the financial or municipal year that holds a day. */
const yearOf = (day: string, kind: 'fy' | 'my'): number => {
  const [year, month] = parts(day);
  return month >= firstMonth[kind] ? year : year - 1;
};

/** First and last day of a period; empty for 'all'. `span` says where the data ends, for 'last-12'. */
export function rangeOf(period: string, span: Span): { from?: string; to?: string } {
  const match = /^(fy|my)-(\d{4})$/.exec(period);
  if (match) {
    const month = match[1] === 'fy' ? firstMonth.fy : firstMonth.my;
    const year = Number(match[2]);
    return { from: iso(year, month, 1), to: iso(year + 1, month, 0) };
  }
  if (period === 'last-12' && span.to) {
    const [year, month, day] = parts(span.to);
    const monthEnd = parts(iso(year - 1, month + 1, 0))[2];
    return { from: iso(year - 1, month, Math.min(day, monthEnd) + 1), to: span.to };
  }
  return {};
}

/** What can be chosen for data of that span, newest year first. */
export function periodChoices(span: Span): PeriodChoice[] {
  const fixed = [
    { id: 'all', label: 'All the data' },
    { id: 'last-12', label: 'Last 12 months of data' },
  ];
  if (!span.from || !span.to) return fixed;
  const { from, to } = span;
  const years = (kind: 'fy' | 'my', name: string): PeriodChoice[] => {
    const first = yearOf(from, kind);
    const last = yearOf(to, kind);
    return Array.from({ length: Math.min(last - first + 1, 30) }, (_, back) => ({
      id: `${kind}-${last - back}`,
      label: `${name} ${yearText(last - back)}`,
    }));
  };
  return [...fixed, ...years('fy', 'Financial year'), ...years('my', 'Municipal year')];
}

/** The words of a period, also where the data does not reach it. */
export function periodLabel(period: string): string {
  const match = /^(fy|my)-(\d{4})$/.exec(period);
  if (match) return `${match[1] === 'fy' ? 'Financial' : 'Municipal'} year ${yearText(Number(match[2]))}`;
  return period === 'last-12' ? 'Last 12 months of data' : 'All the data';
}

/** How the pack builder wants a period written: "2024/25", "2024/25 municipal year", or first..last day. */
export function packPeriod(period: string, span: Span): string {
  const fy = /^fy-(\d{4})$/.exec(period);
  if (fy) return yearText(Number(fy[1]));
  const my = /^my-(\d{4})$/.exec(period);
  if (my) return `${yearText(Number(my[1]))} municipal year`;
  const range = rangeOf(period, span);
  const from = range.from ?? span.from;
  const to = range.to ?? span.to;
  return from && to ? `${from}..${to}` : '';
}
