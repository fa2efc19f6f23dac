// Owns the sheet Interests_and_training: training and induction done, by course and by side.
import { askTwoPeriods, pointOf, type TwoPeriods, valuesOf } from './asking.ts';
import { changeCell, partCell, valueCell } from './cells.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackSheet } from './sheet.ts';
import { count, percent, tableSheet, text } from './table-sheet.ts';

const description =
  'Places on courses taken up, of those booked or required, by kind of course and by side; and inductions done within the days that the settings say, of those due.';
const left =
  'Left out, because Candour imports no such register: reviews of the register of interests, dispensations, and what is overdue of them. The Monitoring Officer’s registers would supply them.';

const rowOf = (
  measure: string,
  who: string,
  { now, before }: TwoPeriods,
  group: string | null,
): DraftCell[] => {
  const point = pointOf(now, group);
  return [
    measure,
    who,
    partCell(point, 'denominator'),
    partCell(point, 'numerator'),
    valueCell(point),
    valueCell(pointOf(before, group)),
    changeCell(point, pointOf(before, group)),
  ];
};

/** The groups in which something was due. */
const dueIn = ({ now }: TwoPeriods): string[] =>
  valuesOf(now).filter((group) => pointOf(now, group)?.suppressed !== 'z');

async function build(context: PackContext): Promise<SheetDraft> {
  const whole = await askTwoPeriods(context, 'training-completed');
  const byKind = await askTwoPeriods(context, 'training-completed', { split: 'kind' });
  const bySide = await askTwoPeriods(context, 'training-completed', { split: 'side' });
  const induction = await askTwoPeriods(context, 'induction-in-time');
  const rows: DraftCell[][] = [
    ...dueIn(byKind).map((kind) => rowOf(`Training: ${kind.toLowerCase()}`, 'All', byKind, kind)),
    ...dueIn(bySide).map((side) => rowOf('Training: all courses', `${side}s`, bySide, side)),
    ...(pointOf(whole.now, null) ? [rowOf('Training: all courses', 'All', whole, null)] : []),
    ...(pointOf(induction.now, null) ? [rowOf('Induction in time', 'All', induction, null)] : []),
  ];
  const figures: PackFigure[] = [...whole.figures, ...induction.figures];
  return tableSheet({
    name: 'Interests_and_training',
    title: `Training and induction, ${context.span.period.title}`,
    lines: sheetLines(context, figures, description, { more: [left] }),
    columns: [
      text('Measure', 30),
      text('Who'),
      count('In scope'),
      count('Completed'),
      percent('Completed (per cent)'),
      percent(`Completed in ${context.span.previous.title} (per cent)`),
      text('Change'),
    ],
    rows,
    missing: missingSentence(context, 'training', figures),
  });
}

export const interestsAndTraining: PackSheet = {
  id: 'Interests_and_training',
  title: 'Interests, training and induction',
  definition:
    'Training and induction done of what was due, by course and side; registers of interests are not imported.',
  build,
};
