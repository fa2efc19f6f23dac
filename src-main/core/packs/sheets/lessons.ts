// Owns the sheet Lessons: where lessons came from, what came of them, and whether it held.
import { kept, nameOf, noWords, recheckOf, stateOf } from './action-rows.ts';
import { missingSentence } from './lines.ts';
import type { PackSheet } from './sheet.ts';
import { day, dayCell, tableSheet, text, textCell } from './table-sheet.ts';

export const lessons: PackSheet = {
  id: 'Lessons',
  title: 'Lessons and what came of them',
  definition:
    'Each lesson: its source, the behaviour it bears on, whether the action was done and whether it held.',
  build: async (context) => {
    const { from, to, title } = context.span.period;
    const all = await context.records.actions(to);
    const rows = all
      .map((action, index) => ({ action, name: nameOf(action, index) }))
      .filter(
        ({ action }) =>
          action.raised === null || action.raised >= from || action.done === null || action.done >= from,
      )
      .map(({ action, name }) => [
        name,
        textCell(action.source),
        kept(action, action.behaviours),
        dayCell(action.raised),
        stateOf(action, to),
        recheckOf(action, to),
      ]);
    return tableSheet({
      name: 'Lessons',
      title: `Lessons and what came of them, ${title}`,
      lines: [
        `Lessons agreed in the period, and earlier ones whose action was done in it or is still open, as they stood at its end. ${noWords}`,
        'Source: the register of lessons and actions, as listed on the sheet Method_and_quality.',
      ],
      columns: [
        text('Ref'),
        text('Where it came from', 24),
        text('Behaviour', 28),
        day('Agreed'),
        text('Action', 24),
        text('Looked at again', 30),
      ],
      rows,
      missing: missingSentence(context, 'actions', []),
    });
  },
};
