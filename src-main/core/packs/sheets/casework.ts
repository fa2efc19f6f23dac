// Owns the sheet Casework: cases opened, closed and open, how they were resolved and how long it took.
import { askTwoPeriods, notRecorded, pointOf } from './asking.ts';
import { changeCell, valueCell } from './cells.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { fitting, groupsThere, periodLine } from './fitting-period.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';
import { type ColumnOf, number, oneDecimal, tableOf, text, twoDecimals } from './table-of.ts';

const description =
  'Cases opened in the period, each set of rules apart: how they were resolved so far, how many were closed in the period and open at its end, and the median of days to close. Advice, training and support are the informal ways that section VIII names; formal is a step under the Codes or the council’s Arrangements.';
const left =
  'Left out, because Candour imports no casework of the employment procedures: grievance, dignity at work, disciplinary and capability cases, whether they were upheld, external investigators and suspensions. The incident log tells only where a matter was passed to one of them.';

const steps = ['Self-resolved', 'Advice', 'Training or support', 'Formal', 'No further action'] as const;

interface Found {
  readonly scheme: string;
  readonly closed: PackPoint | undefined;
  readonly open: PackPoint | undefined;
  readonly resolved: readonly PackPoint[];
  readonly figures: readonly PackFigure[];
}

/** No case under these rules ever came to a step that has no point. */
const stepCell = (point: PackPoint | undefined): DraftCell =>
  point === undefined ? { symbol: 'z' } : valueCell(point);

/** What is asked of one set of rules at a time. */
async function schemeOf(own: PackContext, scheme: string): Promise<Found> {
  const cut = { filters: { scheme } };
  const closed = await askTwoPeriods(own, 'incidents-closed', cut);
  const open = await askTwoPeriods(own, 'incidents-open', cut);
  const resolved = await askTwoPeriods(own, 'incidents', { split: 'resolution', ...cut });
  return {
    scheme,
    closed: pointOf(closed.now, null),
    open: pointOf(open.now, null),
    resolved: resolved.now,
    figures: [...closed.figures, ...open.figures],
  };
}

async function build(context: PackContext): Promise<SheetDraft> {
  const own = fitting(context, 'incidents-open', 'incident-rate');
  const opened = await askTwoPeriods(own, 'incidents', { split: 'scheme' });
  const days = await askTwoPeriods(own, 'days-to-close', { split: 'scheme' });
  const rate = await askTwoPeriods(own, 'incident-rate', { split: 'scheme' });
  const rows: Found[] = [];
  for (const scheme of groupsThere(opened.now, opened.before).filter((name) => name !== notRecorded)) {
    rows.push(await schemeOf(own, scheme));
  }
  const { period, previous } = own.span;
  const figures = [
    ...opened.figures,
    ...days.figures,
    ...rate.figures,
    ...rows.flatMap((row) => row.figures),
  ];
  const now = ({ scheme }: Found) => pointOf(opened.now, scheme);
  const before = ({ scheme }: Found) => pointOf(opened.before, scheme);
  const columns: ColumnOf<Found>[] = [
    text('Recorded under', ({ scheme }) => scheme, 26),
    number('Opened', (row) => valueCell(now(row))),
    number('Opened per 100 employees', ({ scheme }) => valueCell(pointOf(rate.now, scheme)), twoDecimals),
    ...steps.map((step) =>
      number<Found>(`Resolved so far: ${step.toLowerCase()}`, ({ resolved }) =>
        stepCell(pointOf(resolved, step)),
      ),
    ),
    number('Closed in the period', ({ closed }) => valueCell(closed)),
    number('Open at the end', ({ open }) => valueCell(open)),
    number('Median days to close', ({ scheme }) => valueCell(pointOf(days.now, scheme)), oneDecimal),
    number(`Opened in ${previous.title}`, (row) => valueCell(before(row))),
    text('Change in cases opened', (row) => changeCell(now(row), before(row))),
  ];
  return {
    name: 'Casework',
    kind: 'data',
    title: `Casework, ${period.title}`,
    lines: sheetLines(context, figures, description, { more: [...periodLine(context, own), left] }),
    table: tableOf('casework_by_rules', columns, rows),
    charts: [],
    ...(rows.length === 0 ? { missing: missingSentence(context, 'cases', figures) } : {}),
  };
}

export const casework: PackSheet = {
  id: 'Casework',
  title: 'Casework',
  definition:
    'Cases opened, with the rate per 100 employees, closed and open under each set of rules, how they were resolved and the median of days to close.',
  build,
};
