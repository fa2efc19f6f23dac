// Owns the sheet Sickness_reasons: days lost by the reason put down, and each reason's share.
// The rule: days and share come from one figure, so that what one hides both hide.
import { askTwoPeriods, byNumber, notRecorded, pointOf } from './asking.ts';
import { changeCell, partCell, valueCell } from './cells.ts';
import type { SheetDraft } from './draft.ts';
import { fitting, groupsThere, periodLine } from './fitting-period.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { number, oneDecimal, tableOf, text } from './table-of.ts';

const share = 'absence-reason-share';
const description =
  'FTE days lost by the reason put down, and the share of all days lost that each stands for, the largest first. A reason says what was recorded, which follows what people are ready to say.';
const left =
  'Left out, because what is imported does not tell it: the number of spells of each reason, and whether a spell was work-related.';

async function build(context: PackContext): Promise<SheetDraft> {
  const own = fitting(context, share);
  const found = await askTwoPeriods(own, share, { split: 'reason' });
  const { period, previous } = own.span;
  const there = groupsThere(found.now, found.before);
  const rows = byNumber([...found.now, ...found.before]).filter((reason) => there.includes(reason));
  const now = (reason: string) => pointOf(found.now, reason);
  const before = (reason: string) => pointOf(found.before, reason);
  return {
    name: 'Sickness_reasons',
    kind: 'data',
    title: `Sickness by reason, ${period.title}`,
    lines: sheetLines(context, found.figures, description, { more: [...periodLine(context, own), left] }),
    table: tableOf<string>(
      'sickness_by_reason',
      [
        text('Reason', (reason) => reason, 32),
        number('FTE days lost', (reason) => partCell(now(reason), 'numerator')),
        number('Share of days lost (per cent)', (reason) => valueCell(now(reason)), oneDecimal),
        number(`Share in ${previous.title} (per cent)`, (reason) => valueCell(before(reason)), oneDecimal),
        text('Change in share', (reason) => changeCell(now(reason), before(reason))),
      ],
      rows,
    ),
    charts: [
      {
        kind: 'stacked-bar',
        title: `Share of days lost by reason, ${period.title}`,
        alt: `Bar chart of the share of FTE days lost by reason in per cent, ${period.title}; hidden numbers are left out. Data in the table on this sheet.`,
        categoryColumn: 'Reason',
        xTitle: 'Reason',
        yTitle: 'Per cent of days lost',
        series: [{ column: 'Share of days lost (per cent)', label: 'Share of days lost' }],
        rows: { from: 0, to: rows.filter((reason) => reason !== notRecorded).length },
      },
    ],
    ...(rows.length === 0 ? { missing: missingSentence(context, 'sickness', found.figures) } : {}),
  };
}

export const sicknessReasons: PackSheet = {
  id: 'Sickness_reasons',
  title: 'Sickness by reason',
  definition: 'FTE days lost and share of all days lost by reason, beside the period before.',
  build,
};
