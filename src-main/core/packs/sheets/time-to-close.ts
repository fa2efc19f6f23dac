// Owns the sheet Time_to_close: the share of cases still open by the days since they were received.
// The rule: the steps are those of the reading, which merges closings until there are enough of them.
import type { Survival } from '#shared/schemas/survival.ts';
import type { ChartModel } from '../model.ts';
import { askTwoPeriods, pointOf } from './asking.ts';
import { type DraftCell, type SheetDraft, traced } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackPoint, PackSheet } from './sheet.ts';
import { count, tableSheet, tenths } from './table-sheet.ts';

const headers = {
  days: 'Days since received',
  open: 'Still open (per cent)',
  lower: 'Range from (per cent)',
  upper: 'Range to (per cent)',
} as const;

function chartOf({ steps }: Survival, period: string): ChartModel {
  const last = steps.at(-1);
  return {
    kind: 'km',
    title: `Cases still open by days since received, ${period}`,
    alt: `Kaplan-Meier step chart of the share of cases of ${period} still open by days since received: 100 per cent on day 0, ${Math.round(last?.open ?? 0)} per cent after ${last?.days ?? 0} days. Data in the table on this sheet.`,
    categoryColumn: headers.days,
    xTitle: 'Days since received',
    yTitle: 'Cases still open (per cent)',
    series: [
      { column: headers.open, style: 'category1' },
      { column: headers.lower, style: 'band' },
      { column: headers.upper, style: 'band' },
    ],
  };
}

const rowsOf = ({ steps }: Survival, point: PackPoint | undefined): DraftCell[][] =>
  steps.map(({ days, open, lower, upper }) => {
    const cell = (value: number | null): DraftCell => traced(value ?? { symbol: 'z' }, 'words', point);
    return [cell(days), cell(open), cell(lower), cell(upper)];
  });

async function build(context: PackContext): Promise<SheetDraft> {
  const { from, to, title } = context.span.period;
  const survival = await context.records.survival({ from, to });
  const { figures, now } = await askTwoPeriods(context, 'days-to-close');
  const rows = rowsOf(survival, pointOf(now, null));
  const counted =
    survival.cases === null
      ? []
      : [`${survival.closed} of ${survival.cases} cases with exact dates are closed.`];
  return tableSheet({
    name: 'Time_to_close',
    title: `Cases still open by days since received, ${title}`,
    lines: sheetLines(
      context,
      figures,
      'Of the cases received in the period, the estimated share that is still open so many days after receipt, with a 95 per cent range.',
      { more: [...counted, `How it is worked out: ${survival.method}`] },
    ),
    columns: [count(headers.days), tenths(headers.open), tenths(headers.lower), tenths(headers.upper)],
    rows,
    charts: [chartOf(survival, title)],
    missing: `${survival.reason ?? ''} ${missingSentence(context, 'cases', figures)}`.trim(),
  });
}

export const timeToClose: PackSheet = {
  id: 'Time_to_close',
  title: 'Time to close',
  definition: 'The share of the period’s cases still open by days since received, as steps with a range.',
  build,
};
