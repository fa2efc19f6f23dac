// Owns the sheet Turnover: who left by directorate, those who chose to apart.
// The rule: leavers, headcount and rate of a row come from one figure, so that they always agree.
import { askTwoPeriods, pointOf } from './asking.ts';
import { changeCell, partCell, valueCell } from './cells.ts';
import type { SheetDraft } from './draft.ts';
import { fitting, groupsThere, periodLine, wholeCouncil, withWhole } from './fitting-period.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { number, oneDecimal, tableOf, text } from './table-of.ts';

const description =
  'Leavers as a share of the average headcount of the period, by directorate; voluntary leavers resigned or retired.';
const left =
  'Left out, because what is imported does not tell it, or too few would remain to be shown: retirements by directorate, leavers within 12 months of starting, and stability.';

const voluntaryName = 'Voluntary';

async function build(context: PackContext): Promise<SheetDraft> {
  const own = fitting(context, 'turnover');
  const split = await askTwoPeriods(own, 'turnover', { split: 'directorate' });
  const byChoice = await askTwoPeriods(own, 'turnover', { split: 'directorate-voluntary' });
  const whole = await askTwoPeriods(own, 'turnover');
  const wholeByChoice = await askTwoPeriods(own, 'turnover-voluntary');
  const { period, previous } = own.span;
  const figures = [...whole.figures, ...split.figures, ...wholeByChoice.figures];
  const groups = withWhole(groupsThere(split.now, split.before));
  const now = (group: string | null) => pointOf(group === null ? whole.now : split.now, group);
  const before = (group: string | null) => pointOf(group === null ? whole.before : split.before, group);
  const voluntary = (group: string | null) =>
    group === null ? pointOf(wholeByChoice.now, null) : pointOf(byChoice.now, group, voluntaryName);
  return {
    name: 'Turnover',
    kind: 'data',
    title: `Staff turnover by directorate, ${period.title}`,
    lines: sheetLines(context, figures, description, { more: [...periodLine(context, own), left] }),
    table: tableOf<string | null>(
      'turnover_by_directorate',
      [
        text('Directorate', (group) => group ?? wholeCouncil, 26),
        number('Leavers', (group) => partCell(now(group), 'numerator')),
        number('Voluntary leavers', (group) => partCell(voluntary(group), 'numerator')),
        number('Average headcount', (group) => partCell(now(group), 'denominator'), oneDecimal),
        number('Turnover (per cent)', (group) => valueCell(now(group)), oneDecimal),
        number('Voluntary turnover (per cent)', (group) => valueCell(voluntary(group)), oneDecimal),
        number(`Turnover in ${previous.title} (per cent)`, (group) => valueCell(before(group)), oneDecimal),
        text('Change in turnover', (group) => changeCell(now(group), before(group))),
      ],
      groups,
    ),
    charts: [
      {
        kind: 'stacked-bar',
        title: `Turnover by directorate, ${period.title}`,
        alt: `Bar chart of staff turnover by directorate in per cent, ${period.title}; hidden numbers are left out. Data in the column Turnover of the table on this sheet.`,
        categoryColumn: 'Directorate',
        xTitle: 'Directorate',
        yTitle: 'Per cent of headcount',
        series: [{ column: 'Turnover (per cent)', label: 'Turnover' }],
        rows: { from: 0, to: Math.max(0, groups.length - 1) },
      },
    ],
    ...(groups.length === 0 ? { missing: missingSentence(context, 'churn', figures) } : {}),
  };
}

export const turnover: PackSheet = {
  id: 'Turnover',
  title: 'Turnover',
  definition:
    'Leavers, voluntary leavers, average headcount, turnover and voluntary turnover, by directorate.',
  build,
};
