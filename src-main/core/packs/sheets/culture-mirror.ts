// Owns the sheet Culture_mirror: questions that officers and councillors were both asked, side by side.
// The rule: the two sides are two shown figures; the gap and what it says are the mirror's own.
import { formatDate } from '#shared/calendar.ts';
import type { Mirror, MirrorRow } from '#shared/schemas/mirror.ts';
import { partCell, valueCell, wordsCell } from './cells.ts';
import { type DraftCell, type SheetDraft, traced } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';
import { count, percent, tableSheet, tenths, text } from './table-sheet.ts';

type Side = { readonly instrument: string; readonly wave: string } | null;

/** A survey's latest wave by question, as the mirror took it. */
const askSide = (context: PackContext, side: Side): Promise<PackFigure> =>
  context.ask({
    metric: 'survey-favourable',
    split: 'question',
    grain: 'wave',
    to: side?.wave ?? context.span.period.to,
    ...(side === null ? {} : { from: side.wave, filters: { instrument: side.instrument } }),
  });

const titleOf = ({ officers, councillors }: Mirror): string =>
  officers === null || councillors === null
    ? 'one side was not asked'
    : `officers on ${formatDate(officers.wave)}, councillors on ${formatDate(councillors.wave)}`;

async function build(context: PackContext): Promise<SheetDraft> {
  const mirror = await context.records.mirror({ to: context.span.period.to });
  const officers = await askSide(context, mirror.officers);
  const councillors = await askSide(context, mirror.councillors);
  const at = ({ points }: PackFigure, { line }: MirrorRow): PackPoint | undefined =>
    points.find(({ group }) => group === line);
  const rows = mirror.rows.map((row): DraftCell[] => {
    const [one, other] = [at(officers, row), at(councillors, row)];
    const gap = (value: number | undefined): DraftCell =>
      traced(value ?? { symbol: 'x' }, 'change', one, other);
    return [
      row.question,
      row.theme ?? 'No theme',
      valueCell(one),
      partCell(one, 'base'),
      valueCell(other),
      partCell(other, 'base'),
      gap(row.gap?.value),
      gap(row.gap?.interval.lower),
      gap(row.gap?.interval.upper),
      wordsCell(row.says, one, other),
    ];
  });
  const figures = [officers, councillors];
  return tableSheet({
    name: 'Culture_mirror',
    title: `The same questions to both sides: ${titleOf(mirror)}`,
    lines: sheetLines(
      context,
      figures,
      'Questions that the latest survey of officers and the latest of councillors both asked. The gap is officers minus councillors, in percentage points, with a 95 per cent range.',
      {
        more: [
          ...(rows.length === 0 ? [] : [mirror.reading, `How it is judged: ${mirror.method}`]),
          ...mirror.warnings.map(({ text: words }) => words),
        ],
      },
    ),
    columns: [
      text('Question', 42),
      text('Theme', 18),
      percent('Officers favourable (per cent)'),
      count('Officers, base n'),
      percent('Councillors favourable (per cent)'),
      count('Councillors, base n'),
      tenths('Gap (percentage points)'),
      tenths('Gap from (percentage points)'),
      tenths('Gap to (percentage points)'),
      text('What it says', 30),
    ],
    rows,
    missing: `${mirror.reading} ${missingSentence(context, 'survey', figures)}`,
  });
}

export const cultureMirror: PackSheet = {
  id: 'Culture_mirror',
  title: 'Officers and councillors on the same questions',
  definition: 'Questions that both sides were asked, with the gap, its range and whether it is clear.',
  build,
};
