// Owns the sheet Workforce: people employed and their full-time equivalent, by directorate.
import { askTwoPeriods, pointOf } from './asking.ts';
import { changeCell, valueCell } from './cells.ts';
import type { SheetDraft } from './draft.ts';
import { fitting, groupsThere, periodLine, wholeCouncil, withWhole } from './fitting-period.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { number, oneDecimal, tableOf, text } from './table-of.ts';

const description =
  'People employed and their full-time equivalent (FTE) on the last day of the period, by directorate, with the number a period before.';
const left =
  'Left out, because Candour imports none of it: vacancies and the vacancy rate, agency staff in FTE and in pounds.';

async function build(context: PackContext): Promise<SheetDraft> {
  const own = fitting(context, 'headcount');
  const fte = { measure: 'fte' };
  const people = await askTwoPeriods(own, 'headcount', { split: 'directorate' });
  const equivalent = await askTwoPeriods(own, 'headcount', { split: 'directorate', filters: fte });
  const allPeople = await askTwoPeriods(own, 'headcount');
  const allEquivalent = await askTwoPeriods(own, 'headcount', { filters: fte });
  const of = (split: typeof people, whole: typeof people) => ({
    now: (group: string | null) => pointOf(group === null ? whole.now : split.now, group),
    before: (group: string | null) => pointOf(group === null ? whole.before : split.before, group),
  });
  const headcount = of(people, allPeople);
  const ftes = of(equivalent, allEquivalent);
  const figures = [...allPeople.figures, ...people.figures];
  const { period, previous } = own.span;
  const groups = withWhole(groupsThere(people.now, people.before));
  return {
    name: 'Workforce',
    kind: 'data',
    title: `Workforce by directorate, at the end of ${period.title}`,
    lines: sheetLines(context, figures, description, { more: [...periodLine(context, own), left] }),
    table: tableOf<string | null>(
      'workforce_by_directorate',
      [
        text('Directorate', (group) => group ?? wholeCouncil, 26),
        number('Headcount', (group) => valueCell(headcount.now(group))),
        number('FTE', (group) => valueCell(ftes.now(group)), oneDecimal),
        number(`Headcount in ${previous.title}`, (group) => valueCell(headcount.before(group))),
        number(`FTE in ${previous.title}`, (group) => valueCell(ftes.before(group)), oneDecimal),
        text('Change in headcount', (group) => changeCell(headcount.now(group), headcount.before(group))),
      ],
      groups,
    ),
    charts: [
      {
        kind: 'stacked-bar',
        title: `Headcount by directorate, at the end of ${period.title}`,
        alt: `Bar chart of headcount by directorate at the end of ${period.title}. Data in the column Headcount of the table on this sheet.`,
        categoryColumn: 'Directorate',
        xTitle: 'Directorate',
        yTitle: 'People',
        series: [{ column: 'Headcount' }],
        rows: { from: 0, to: Math.max(0, groups.length - 1) },
      },
    ],
    ...(groups.length === 0 ? { missing: missingSentence(context, 'workforce', figures) } : {}),
  };
}

export const workforce: PackSheet = {
  id: 'Workforce',
  title: 'Workforce',
  definition: 'Headcount and FTE by directorate at the end of the period, beside the period before.',
  build,
};
