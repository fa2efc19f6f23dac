// Owns the sheets Action_plan and Prior_year_actions: what was agreed, what is late, what was carried over.
import { formatDate } from '#shared/calendar.ts';
import type { ActionEntry } from '#shared/schemas/action.ts';
import { kept, nameOf, noWords, recheckOf, stateOf } from './action-rows.ts';
import { missingSentence } from './lines.ts';
import { yearOf } from './pack-year.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { day, dayCell, notApplicable, tableSheet, text, textCell } from './table-sheet.ts';

type Named = ActionEntry & { readonly name: string };

const source = 'Source: the register of lessons and actions, as listed on the sheet Method_and_quality.';
const left =
  'Left out, because the register that is imported does not hold it: the principle, the action in words, revised dates and how often they were revised, the latest update and its evidence.';

const named = async ({ records, span }: PackContext): Promise<Named[]> =>
  (await records.actions(span.period.to)).map((action, index) => ({
    ...action,
    name: nameOf(action, index),
  }));

const isDone = ({ done }: ActionEntry, on: string): boolean => done !== null && done <= on;
const isBefore = ({ raised }: ActionEntry, from: string): boolean => raised !== null && raised < from;

export const actionPlan: PackSheet = {
  id: 'Action_plan',
  title: 'Action plan',
  definition:
    'Actions agreed in the period and earlier ones that are still open, with their dates and how they stand.',
  build: async (context) => {
    const { from, to, title } = context.span.period;
    const actions = (await named(context)).filter((one) => !isBefore(one, from) || !isDone(one, to));
    return tableSheet({
      name: 'Action_plan',
      title: `Action plan, ${title}`,
      lines: [
        `Actions agreed in the period, and earlier ones still open at its end, as they stood then. ${noWords}`,
        left,
        source,
      ],
      columns: [
        text('Ref'),
        text('Governance issue came from', 24),
        text('Directorate', 24),
        text('Behaviour', 26),
        text('Action owner (role)', 24),
        day('Raised'),
        day('Original date'),
        day('Done'),
        text('Status', 26),
        text('Looked at again', 28),
      ],
      rows: actions.map((one) => [
        one.name,
        textCell(one.source),
        kept(one, one.directorate),
        kept(one, one.behaviours),
        textCell(one.owner),
        dayCell(one.raised),
        dayCell(one.due),
        isDone(one, to) ? dayCell(one.done) : notApplicable,
        stateOf(one, to),
        recheckOf(one, to),
      ]),
      missing: missingSentence(context, 'actions', []),
    });
  },
};

/** Where an action of an earlier year ended up. */
const carriedTo = (one: Named, to: string, year: string): string => {
  if (isDone(one, to)) return 'Not carried';
  return stateOf(one, to).startsWith('Open') || /^(Overdue|On target)/.test(stateOf(one, to))
    ? `Action plan of ${year}`
    : 'Not carried';
};

export const priorYearActions: PackSheet = {
  id: 'Prior_year_actions',
  title: 'Actions of earlier years',
  definition: 'Actions agreed before the period that were open when it began, with what became of them.',
  build: async (context) => {
    const { from, to, title } = context.span.period;
    const earlier = (await named(context)).filter(
      (one) => isBefore(one, from) && (one.done === null || one.done >= from),
    );
    const none = `No action that was agreed before ${formatDate(from)} was still open on that day, in the register that is imported.`;
    const any = (await context.records.actions(to)).length > 0;
    return tableSheet({
      name: 'Prior_year_actions',
      title: `Actions of earlier years and what became of them, ${title}`,
      lines: [`Actions agreed before ${formatDate(from)} and not done by then. ${noWords}`, source],
      columns: [
        text('Ref'),
        text('Issue came from', 24),
        text('Directorate', 24),
        day('Raised'),
        day('Original date'),
        text('Outcome', 28),
        day('Closed on'),
        text('Carried to', 26),
      ],
      rows: earlier.map((one) => [
        one.name,
        textCell(one.source),
        kept(one, one.directorate),
        dayCell(one.raised),
        dayCell(one.due),
        stateOf(one, to),
        isDone(one, to) ? dayCell(one.done) : notApplicable,
        carriedTo(one, to, yearOf(context)),
      ]),
      missing: any ? none : missingSentence(context, 'actions', []),
    });
  },
};
