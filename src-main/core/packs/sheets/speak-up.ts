// Owns the sheet Speak_up: volume, channels, safety, detriment and outcome told, beside one another.
// The rule: none is combined with another, and a number of reports has no good or bad direction.
import { formatDate } from '#shared/calendar.ts';
import type { SpeakUp } from '#shared/schemas/speak-up.ts';
import { changeCell, partCell, shownWithUnit, valueCell, wordsCell } from './cells.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';
import { count, notApplicable, notKnown, tableSheet, text } from './table-sheet.ts';

type Reading = SpeakUp['readings'][number];
type Entry = Reading['entries'][number];

/** The value with its unit, or the mark of why there is none. */
const shown = (figure: PackFigure, point: PackPoint): DraftCell =>
  point.suppressed === null ? wordsCell(shownWithUnit(point, figure.metric.unit), point) : valueCell(point);

/** The latest period beside the one before; of a divided figure each group. */
function rowsOf({ title }: Reading, { source, wording }: Entry, figure: PackFigure): DraftCell[][] {
  const divided = figure.points.some(({ group }) => group !== null);
  const told = divided ? figure.points : figure.points.slice(-1);
  return told.map((point) => {
    const before = divided ? undefined : figure.points.at(-2);
    return [
      title,
      source,
      wording ?? (point.group === null ? 'All cases' : (point.label ?? point.group)),
      point.period,
      shown(figure, point),
      partCell(point, 'base'),
      before === undefined ? notApplicable : shown(figure, before),
      divided ? 'Not compared' : changeCell(point, before),
    ];
  });
}

async function build(context: PackContext): Promise<SheetDraft> {
  const { to } = context.span.period;
  const panel = await context.records.speakUp({ to });
  const rows: DraftCell[][] = [];
  const figures: PackFigure[] = [];
  for (const reading of panel.readings) {
    for (const entry of reading.entries) {
      const figure = await context.ask(entry.figure.request);
      figures.push(figure);
      rows.push(...rowsOf(reading, entry, figure));
    }
    if (reading.missing !== null && panel.readings.some(({ entries }) => entries.length > 0))
      rows.push([
        reading.title,
        'None',
        `Not measured: ${reading.missing}`,
        ...Array(4).fill(notKnown),
        'Not compared',
      ]);
  }
  return tableSheet({
    name: 'Speak_up',
    title: `Speaking up, latest readings up to ${formatDate(context.span.period.to)}`,
    lines: sheetLines(
      context,
      figures,
      `${panel.caution} Each row is a reading of its own, as it stood at the end of the pack’s period.`,
    ),
    columns: [
      text('Reading', 24),
      text('Source', 20),
      text('Question or group', 42),
      text('Period', 18),
      text('Latest', 20),
      count('Base n'),
      text('Before', 20),
      text('Change', 22),
    ],
    rows,
    missing: missingSentence(context, 'cases', figures),
  });
}

export const speakUp: PackSheet = {
  id: 'Speak_up',
  title: 'Speaking up',
  definition:
    'How many reports by which channels, whether it is safe to raise a concern, and whether outcomes are told.',
  build,
};
