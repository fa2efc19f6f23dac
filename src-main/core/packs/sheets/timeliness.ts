// Owns the sheet Timeliness: how long the cases of the period take to close, by the stage they reached.
import type { FigurePoint } from '#shared/schemas/figure.ts';
import type { Cell, ColumnModel, SheetModel } from '../model.ts';
import { askTwoPeriods, pointOf, valuesOf } from './asking.ts';
import { changeText, partCell, valueCell } from './cells.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';

const description =
  'Median days from received to closed for the cases received in the period, by the stage they have reached. The range is where the median lies with 95 per cent confidence. Where more than half of the cases are still open, or too few are closed, there is no median or range yet.';
const notGiven =
  'Local targets, shares in target, the 90th percentile and the longest open case are not given yet.';

const days = (header: string): ColumnModel => ({ header, type: 'number', format: '#,##0.0' });
const count = (header: string): ColumnModel => ({ header, type: 'number', format: '#,##0' });

const columnsOf = (previous: string): ColumnModel[] => [
  { header: 'Stage', type: 'text' },
  count('Cases'),
  count('Closed'),
  days('Median (days)'),
  days('Range from (days)'),
  days('Range to (days)'),
  days(`Median in ${previous} (days)`),
  { header: 'Change', type: 'text' },
];

const rowOf = (label: string, now: FigurePoint | undefined, before: FigurePoint | undefined): Cell[] => [
  label,
  partCell(now, now?.base),
  partCell(now, now?.numerator),
  valueCell(now),
  partCell(now, now?.interval?.lower),
  partCell(now, now?.interval?.upper),
  valueCell(before),
  changeText(now, before),
];

async function build(context: PackContext): Promise<SheetModel> {
  const { period, previous } = context.span;
  const whole = await askTwoPeriods(context, 'days-to-close');
  const split = await askTwoPeriods(context, 'days-to-close', { split: 'stage' });
  const stages = valuesOf(split.now).filter((stage) => pointOf(split.now, stage)?.suppressed !== 'z');
  const all = pointOf(whole.now, null);
  const rows =
    all === undefined || all.suppressed === 'z'
      ? []
      : [
          ...stages.map((stage) => rowOf(stage, pointOf(split.now, stage), pointOf(split.before, stage))),
          rowOf('Total, all stages', all, pointOf(whole.before, null)),
        ];
  const figures = [...whole.figures, ...split.figures];
  return {
    name: 'Timeliness',
    kind: 'data',
    title: `Days to close by stage reached, ${period.title}`,
    lines: sheetLines(context, figures, description, { more: [notGiven] }),
    table: { name: 'days_to_close', columns: columnsOf(previous.title), rows },
    charts: [],
    ...(rows.length === 0 ? { missing: missingSentence(context, 'cases', figures) } : {}),
  };
}

export const timeliness: PackSheet = {
  id: 'Timeliness',
  title: 'Timeliness',
  definition: 'Median days to close by stage, with cases, cases closed and a 95 per cent range.',
  build,
};
