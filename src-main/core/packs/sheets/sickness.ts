// Owns the sheet Sickness: days lost by directorate, short and long spells apart.
// The rule: days, FTE and rate of a row come from one figure, so that they always agree.
import { askTwoPeriods, pointOf, type TwoPeriods } from './asking.ts';
import { changeCell, partCell, valueCell } from './cells.ts';
import type { SheetDraft } from './draft.ts';
import { fitting, groupsThere, periodLine, wholeCouncil, withWhole } from './fitting-period.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { number, oneDecimal, tableOf, text, twoDecimals } from './table-of.ts';

const description =
  'FTE days lost to sickness by directorate, set against the average FTE of the period (half the sum of the FTE at its first and last day). Long term is a spell of 29 days or more, short term anything shorter; days of spells under way count in the period in which they fall.';
const left =
  'Left out, because what is imported does not tell it: medium-term spells apart, the number of long-term cases, and cost in pounds.';

const rate = 'absence-days-per-fte';
const long = 'Long term';
const short = 'Short term';

/** The point of a directorate, or of the whole council where there is none. */
const at = (split: TwoPeriods, whole: TwoPeriods, group: string | null, when: 'now' | 'before' = 'now') =>
  group === null ? pointOf(whole[when], null) : pointOf(split[when], group);

async function askAll(own: PackContext) {
  const split = await askTwoPeriods(own, rate, { split: 'directorate' });
  const terms = await askTwoPeriods(own, rate, { split: 'directorate-term' });
  const wholeTerms = await askTwoPeriods(own, rate, { split: 'term' });
  const whole = await askTwoPeriods(own, rate);
  const lost = await askTwoPeriods(own, 'absence-time-lost', { split: 'directorate' });
  const wholeLost = await askTwoPeriods(own, 'absence-time-lost');
  const term = (group: string | null, name: string) =>
    group === null ? pointOf(wholeTerms.now, name) : pointOf(terms.now, group, name);
  return { split, whole, lost, wholeLost, term };
}

async function build(context: PackContext): Promise<SheetDraft> {
  const own = fitting(context, rate);
  const { split, whole, lost, wholeLost, term } = await askAll(own);
  const { period, previous } = own.span;
  const figures = [...whole.figures, ...split.figures, ...wholeLost.figures];
  const groups = withWhole(groupsThere(split.now, split.before));
  const now = (group: string | null) => at(split, whole, group);
  const before = (group: string | null) => at(split, whole, group, 'before');
  const title = `Sickness by directorate, ${period.title}`;
  return {
    name: 'Sickness',
    kind: 'data',
    title,
    lines: sheetLines(context, figures, description, { more: [...periodLine(context, own), left] }),
    table: tableOf<string | null>(
      'sickness_by_directorate',
      [
        text('Directorate', (group) => group ?? wholeCouncil, 26),
        number('Average FTE', (group) => partCell(now(group), 'denominator'), oneDecimal),
        number('FTE days lost', (group) => partCell(now(group), 'numerator')),
        number('Days per FTE', (group) => valueCell(now(group)), twoDecimals),
        number('Working time lost (per cent)', (group) => valueCell(at(lost, wholeLost, group)), twoDecimals),
        number('Short-term days', (group) => partCell(term(group, short), 'numerator')),
        number('Long-term days', (group) => partCell(term(group, long), 'numerator')),
        number('Days per FTE without long-term', (group) => valueCell(term(group, short)), twoDecimals),
        number(`Days per FTE in ${previous.title}`, (group) => valueCell(before(group)), twoDecimals),
        text('Change in days per FTE', (group) => changeCell(now(group), before(group))),
      ],
      groups,
    ),
    charts: [
      {
        kind: 'stacked-bar',
        title: `Short-term and long-term days lost by directorate, ${period.title}`,
        alt: `Stacked bar chart of short-term and long-term FTE days lost by directorate, ${period.title}; hidden numbers are left out. Data in the table on this sheet.`,
        categoryColumn: 'Directorate',
        xTitle: 'Directorate',
        yTitle: 'FTE days lost',
        series: [{ column: 'Short-term days' }, { column: 'Long-term days' }],
        rows: { from: 0, to: Math.max(0, groups.length - 1) },
      },
    ],
    ...(groups.length === 0 ? { missing: missingSentence(context, 'sickness', figures) } : {}),
  };
}

export const sickness: PackSheet = {
  id: 'Sickness',
  title: 'Sickness',
  definition:
    'Average FTE, FTE days lost, days per FTE, working time lost and days of short and long spells, by directorate.',
  build,
};
