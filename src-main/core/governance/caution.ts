// Owns how much weight a source bears: fixed thresholds, each with its sentence. No score is made of them.
import { formatDate } from '#shared/calendar.ts';
import type { CautionLevel, SourceHealth } from '#shared/schemas/health.ts';

/** Shares in per cent; the user guide names them. */
export const thresholds = {
  rejectedCaution: 5,
  rejectedWeak: 20,
  duplicatesCaution: 1,
  filledCaution: 90,
  responseCaution: 50,
  responseWeak: 30,
} as const;

/** Columns that figures are split by: what is not filled in stands under “Not recorded”. */
const splitColumns: readonly string[] = ['directorate', 'grade', 'party', 'role', 'category'];

type Judged = Omit<SourceHealth, 'level' | 'reasons'>;

interface Finding {
  readonly level: Exclude<CautionLevel, 'sound'>;
  readonly text: string;
}

const SOUND = 'Nothing was found that weakens it.';

/** The level of a source and the sentences behind it. `duplicateRows` is the count before it was made safe. */
export function cautionOf(source: Judged, duplicateRows: number): Pick<SourceHealth, 'level' | 'reasons'> {
  const findings = [
    ...rejection(source),
    ...response(source),
    ...lateness(source),
    ...gaps(source),
    ...columns(source),
    ...duplicates(source, duplicateRows),
  ];
  const level = findings.some((finding) => finding.level === 'weak')
    ? 'weak'
    : findings.length > 0
      ? 'caution'
      : 'sound';
  return { level, reasons: findings.length > 0 ? findings.map(({ text }) => text) : [SOUND] };
}

function rejection({ read, rejected, rejectedShown }: Judged): Finding[] {
  const share = read === 0 ? 0 : (100 * rejected) / read;
  if (share <= thresholds.rejectedCaution) return [];
  const level = share > thresholds.rejectedWeak ? 'weak' : 'caution';
  return [{ level, text: `${rejectedShown} rows were left out: mend them and import the file again.` }];
}

function response({ response: waves }: Judged): Finding[] {
  const last = waves.at(-1);
  if (last?.percent == null || last.percent >= thresholds.responseCaution) return [];
  const level = last.percent < thresholds.responseWeak ? 'weak' : 'caution';
  const text = `${last.shown} of those asked replied on ${formatDate(last.wave)}: those who did not may think otherwise.`;
  return [{ level, text }];
}

function lateness({ nextDue, overdueDays }: Judged): Finding[] {
  if (nextDue === null || overdueDays === null) return [];
  const days = overdueDays === 1 ? '1 day' : `${overdueDays} days`;
  return [{ level: 'caution', text: `It was due by ${formatDate(nextDue)}, ${days} ago.` }];
}

function gaps({ gaps: found }: Judged): Finding[] {
  if (found === null || found.length === 0) return [];
  const [first] = found;
  const more =
    found.length > 1 ? `, and ${found.length - 1} more ${found.length === 2 ? 'gap' : 'gaps'}` : '';
  return [{ level: 'caution', text: `${first?.text ?? ''}${more}.` }];
}

const columns = ({ columns: all }: Judged): Finding[] =>
  all
    .filter(({ field, percent }) => splitColumns.includes(field) && percent !== null && percent > 0)
    .filter(({ percent }) => (percent ?? 100) < thresholds.filledCaution)
    .map(({ label, shown }) => ({
      level: 'caution',
      text: `${label} is filled in ${shown} rows: the others stand under “Not recorded”.`,
    }));

function duplicates({ rows, duplicates: told }: Judged, count: number): Finding[] {
  if (rows === 0 || (100 * count) / rows < thresholds.duplicatesCaution) return [];
  const text = `Rows that say the same as another: ${told.within} inside an import, ${told.between} between imports.`;
  return [{ level: 'caution', text }];
}
