// Owns the wave that a survey file's own dates tell: the last day on which anybody answered.
import { type DateOrder, orderEvidence, readDate } from './dates.ts';

/** The last day on which anybody answered, and what the slashed dates show of their order. */
export function completionDates() {
  const last: Record<DateOrder, string> = { dmy: '', mdy: '' };
  const seen = { dmy: false, mdy: false, either: false };
  return {
    see: (cell: string): void => {
      const evidence = orderEvidence(cell);
      if (evidence) seen[evidence] = true;
      for (const order of ['dmy', 'mdy'] as const) {
        const read = readDate(cell, order);
        if (read.kind === 'date' && read.precision === 'day' && read.iso > last[order])
          last[order] = read.iso;
      }
    },
    /** Null where there are no dates, or nothing settles which way round they are. */
    wave: (order: DateOrder | undefined): string | null => {
      const settled = order ?? (seen.mdy && !seen.dmy ? 'mdy' : seen.dmy || !seen.either ? 'dmy' : null);
      return settled === null ? null : last[settled] || null;
    },
  };
}
