// Owns the sheet Leaving_reasons: why people left, as the leaver record puts it.
import { askTwoPeriods, byNumber, pointOf } from './asking.ts';
import { changeCell, valueCell } from './cells.ts';
import type { SheetDraft } from './draft.ts';
import { fitting, groupsThere, periodLine } from './fitting-period.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { number, tableOf, text } from './table-of.ts';

const description =
  'Leavers by the reason on the leaver record, the most common first. What people said when they left is on the sheet Survey_themes, as far as it was coded; it is not matched with these reasons.';
const left =
  'Left out: the number of exit interviews held for each reason, and the share of leavers, which would tell of few people what is hidden here.';

async function build(context: PackContext): Promise<SheetDraft> {
  const own = fitting(context, 'leavers');
  const found = await askTwoPeriods(own, 'leavers', { split: 'reason' });
  const { period, previous } = own.span;
  const there = groupsThere(found.now, found.before);
  const rows = byNumber([...found.now, ...found.before]).filter((reason) => there.includes(reason));
  const now = (reason: string) => pointOf(found.now, reason);
  const before = (reason: string) => pointOf(found.before, reason);
  return {
    name: 'Leaving_reasons',
    kind: 'data',
    title: `Leavers by reason, ${period.title}`,
    lines: sheetLines(context, found.figures, description, { more: [...periodLine(context, own), left] }),
    table: tableOf<string>(
      'leavers_by_reason',
      [
        text('Reason', (reason) => reason, 28),
        number('Leavers', (reason) => valueCell(now(reason))),
        number(`Leavers in ${previous.title}`, (reason) => valueCell(before(reason))),
        text('Change', (reason) => changeCell(now(reason), before(reason))),
      ],
      rows,
    ),
    charts: [],
    ...(rows.length === 0 ? { missing: missingSentence(context, 'churn', found.figures) } : {}),
  };
}

export const leavingReasons: PackSheet = {
  id: 'Leaving_reasons',
  title: 'Leaving reasons',
  definition: 'Leavers by reason, beside the period before.',
  build,
};
