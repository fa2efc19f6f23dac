// Owns the sheet Case_log of exempt packs: the cases of the period and those still open, each in a row.
import { addDays } from '#shared/calendar.ts';
import { caseSheet, type ListedCase } from './case-rows.ts';
import type { DraftCell } from './draft.ts';
import type { ExemptSheet } from './sheet.ts';
import { capital, day, dayCell, notApplicable, text, textCell } from './table-sheet.ts';

/** The day by which it is to be closed; none for what is closed, or where no target is set. */
function due({ status, received }: ListedCase, closeDays: number | null): DraftCell {
  if (status !== 'open') return notApplicable;
  return dayCell(received === null || closeDays === null ? null : addDays(received, closeDays));
}

export const caseLog: ExemptSheet = {
  id: 'Case_log',
  title: 'Case log',
  definition: 'Single cases received or closed in the period and those still open, by roles and states.',
  exempt: true,
  build: (context) => {
    const { closeDays } = context.settings;
    const target =
      closeDays === null
        ? 'No local target for closing is set, so no case has a day on which it is due.'
        : `Due is ${closeDays} calendar days after receipt, the local target for closing.`;
    return caseSheet(context, {
      name: 'Case_log',
      title: 'Case log: received or closed in the period, or open still',
      description: `Cases received or closed in the period and earlier ones that are still open, the oldest first. ${target}`,
      left: 'Left out, because the log that is imported does not hold it: the next step, and the view of the Independent Person.',
      columns: [
        text('Ref', 18),
        day('Received'),
        text('Tier'),
        text('Raised by (role)', 18),
        text('About (role)', 18),
        text('Code headings', 30),
        text('Stage reached', 20),
        text('Outcome so far', 20),
        text('Status'),
        day('Due'),
        day('Closed'),
      ],
      picks: () => true,
      row: (one) => [
        one.name,
        dayCell(one.received),
        textCell(one.tier),
        textCell(one.reporterRole),
        textCell(one.subjectRole),
        textCell(one.categories),
        textCell(one.stage),
        textCell(one.outcome),
        capital(one.status),
        due(one, closeDays),
        one.status === 'open' ? notApplicable : dayCell(one.closed),
      ],
      none: `The incident log holds no case that was received or closed in ${context.span.period.title}, and none that is open. An incident import would fill this sheet.`,
    });
  },
};
