// Owns reading number formats: what a code shows, as far as the rules ask.

/** Codes that a workbook uses by number alone. */
const builtin: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'short date',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'short date h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

export interface NumberFormat {
  readonly code: string;
  readonly isDate: boolean;
  readonly hasTime: boolean;
  readonly isPercent: boolean;
  /** Digits after the point; null where the format does not fix them (General, fractions, powers). */
  readonly decimals: number | null;
  /** Whether numbers are shown in thousands by a comma. */
  readonly grouped: boolean;
}

/** A section without what is quoted, escaped, or in square brackets (other than elapsed time). */
const bare = (section: string): string =>
  section
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');

/** The sections of a code: positive, negative, zero, text. */
export const sections = (code: string): string[] => code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);

/** What a format code shows; `id` is used where the workbook gives no code. */
export function readFormat(id: number, given: string | undefined): NumberFormat {
  const code = given ?? builtin[id] ?? 'General';
  const first = bare(sections(code)[0] ?? '');
  const general = /general/i.test(first) || code === '@';
  const isDate = !general && (/[dy]/i.test(first) || /short date/.test(code) || /mmm/i.test(first));
  const hasTime = !general && /[hs]/i.test(first.replace(/short date/, ''));
  const fixed = /[0#?]/.test(first) && !/[eE/]/.test(first) && !isDate && !hasTime;
  return {
    code,
    isDate,
    hasTime,
    isPercent: first.includes('%'),
    decimals: fixed ? (/\.([0#?]+)/.exec(first)?.[1]?.length ?? 0) : null,
    grouped: /[#0],[#0]/.test(first),
  };
}

/** A number as a format shows it, near enough to measure and compare it; dates by their usual length. */
export function shownNumber(value: number, format: NumberFormat): string {
  if (format.isDate)
    return format.hasTime ? '31/12/2025 23:59' : format.code.replace(/\[[^\]]*\]|[;@\\"]/g, '');
  if (format.hasTime) return '23:59:59';
  if (format.decimals === null) return String(Number(value.toPrecision(11)));
  const scaled = format.isPercent ? value * 100 : value;
  const fixed = scaled.toFixed(Math.min(20, format.decimals));
  const grouped =
    format.grouped && Math.abs(scaled) >= 999 ? fixed.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',') : fixed;
  return format.isPercent ? `${grouped}%` : grouped;
}
