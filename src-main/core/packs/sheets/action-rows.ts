// Owns what the sheets of lessons and actions share: how an action stands at the end of the pack's period.
// The rule: dates alone decide; no words of a lesson are stored, so none can be repeated.
import { formatDate } from '#shared/calendar.ts';
import type { ActionEntry } from '#shared/schemas/action.ts';
import type { DraftCell } from './draft.ts';
import { notApplicable, textCell } from './table-sheet.ts';

export const noWords =
  'What was learned and what was agreed are not stored in words: the reference leads to the council’s own register. Of what came of an incident the directorate and the behaviours are hidden, as they would point at the case.';

/** A person's state of an action that no rule can tell from its dates. */
const settled = ['open', 'done'];

/** How it stands on a day: "Done", "On target", "Overdue", or what the register says. */
export function stateOf({ status, done, due }: ActionEntry, on: string): string {
  if (done !== null && done <= on) return due !== null && done > due ? 'Done late' : 'Done';
  if (status !== null && !settled.includes(status)) return status.charAt(0).toUpperCase() + status.slice(1);
  if (due === null) return 'Open, no date due';
  return due < on ? `Overdue since ${formatDate(due)}` : 'On target';
}

/** What may be told of an action, or the mark that it is hidden. */
export const kept = ({ kept: hidden }: ActionEntry, value: string | null): DraftCell =>
  hidden ? { symbol: 'c' } : textCell(value);

/** Whether what was done held, when it was looked at again by a day. */
export function recheckOf({ recheck, recheckResult, done }: ActionEntry, on: string): DraftCell {
  if (done === null || done > on) return notApplicable;
  if (recheck !== null && recheck <= on) return recheckResult ?? 'Looked at again, result not told';
  return recheck === null ? 'No date to look again' : `To be looked at on ${formatDate(recheck)}`;
}

/** "LA/001", or its place where the reference may hold words. */
export const nameOf = ({ ref }: ActionEntry, index: number): string => ref ?? `Action ${index + 1}`;
