// Owns the sheet Actions: what followed from lessons, whose it is, whether it is done and whether it held.
// The rule: the words of lessons and actions were never stored, so none are here; owners are posts.
import { formatDate } from '#shared/calendar.ts';
import type { ActionEntry } from '#shared/schemas/action.ts';
import { kept, nameOf, noWords, recheckOf, stateOf } from './action-rows.ts';
import type { SheetDraft } from './draft.ts';
import { missingSentence } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { type ColumnOf, tableOf, text } from './table-of.ts';
import { dayCell, textCell } from './table-sheet.ts';

const description =
  'Actions agreed in the period, and earlier ones that were done in it or are still open, as they stood at its end: where the lesson came from, which post owns the action, when it is due, how it stands and what was found when it was looked at again.';
const left = 'The effect that was expected of an action is not in what is imported.';

interface Row {
  readonly action: ActionEntry;
  readonly name: string;
}

const day = (header: string, of: (action: ActionEntry) => string | null): ColumnOf<Row> => ({
  header,
  type: 'date',
  cell: ({ action }) => dayCell(of(action)),
});

async function build(context: PackContext): Promise<SheetDraft> {
  const { from, to } = context.span.period;
  const all = (await context.records.actions(to)).map((action, index) => ({
    action,
    name: nameOf(action, index),
  }));
  const rows = all.filter(
    ({ action: { raised, done } }) => raised === null || raised >= from || done === null || done >= from,
  );
  // An edition for whole-council figures divides nothing by directorate.
  const divided = context.edition.dimensions === undefined;
  const files = [...new Set(context.imports.filter(({ kind }) => kind === 'action').map(({ file }) => file))];
  const columns: ColumnOf<Row>[] = [
    text('Ref', ({ name }) => name),
    text('Signal (where the lesson came from)', ({ action }) => textCell(action.source), 24),
    ...(divided
      ? [
          text<Row>('Directorate', ({ action }) => kept(action, action.directorate), 22),
          text<Row>('Behaviours', ({ action }) => kept(action, action.behaviours), 26),
        ]
      : []),
    text('Owner (post)', ({ action }) => textCell(action.owner), 24),
    day('Agreed', ({ raised }) => raised),
    day('Due', ({ due }) => due),
    text('Status', ({ action }) => stateOf(action, to), 22),
    text('Effect seen', ({ action }) => recheckOf(action, to), 28),
  ];
  return {
    name: 'Actions',
    kind: 'data',
    title: `Lessons and actions, up to ${formatDate(to)}`,
    lines: [
      description,
      `${noWords} ${left}`,
      files.length === 0
        ? 'Source: no file is loaded for this sheet.'
        : `Source: ${files.join(', ')}, as listed on the sheet Method_and_quality.`,
    ],
    table: tableOf('lessons_and_actions', columns, rows),
    charts: [],
    ...(rows.length === 0 ? { missing: missingSentence(context, 'actions', []) } : {}),
  };
}

export const actions: PackSheet = {
  id: 'Actions',
  title: 'Lessons and actions',
  definition:
    'Each action with the source of its lesson, the post that owns it, when it is due, its state and the effect seen.',
  build,
};
