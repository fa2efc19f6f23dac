// Recognises a survey tool's summary report, which looks like a table and holds no responses.
import { normalise } from './cells.ts';
import type { HeadingRefusal } from './heading.ts';

/** The refusal of a summary report, or null. Two of its marks must be there. */
export function refuseSummary(rows: readonly (readonly string[])[]): HeadingRefusal | null {
  const leads = rows.map((row) => normalise(row[0] ?? ''));
  const has = (test: (lead: string, row: readonly string[]) => boolean): boolean =>
    rows.some((row, at) => test(leads[at] ?? '', row));
  const marks = [
    has((lead) => lead === 'answer choices'),
    has((lead, row) => lead === 'answered' && /^\d+$/.test((row[1] ?? '').trim())),
    has((lead, row) => lead === 'skipped' && /^\d+$/.test((row[1] ?? '').trim())),
    has((lead, row) => /^q\d+[.:] /.test(lead) && row.slice(1).every((cell) => cell.trim() === '')),
  ];
  if (marks.filter(Boolean).length < 2) return null;
  const text =
    'This is a summary report of a survey (answer choices, percentages and totals), not one row for each response.';
  return { code: 'survey-summary-not-responses', text };
}
