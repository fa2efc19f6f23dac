// Owns the sheet Incidents: what the log tells of type, of whom, by whom and where, each set of rules apart.
// The rule: the divisions of one log stand under each other and are never crossed, which would point at people.
import type { ChartModel } from '../model.ts';
import { askTwoPeriods, byNumber, notRecorded, pointOf, type TwoPeriods } from './asking.ts';
import { changeCell, valueCell } from './cells.ts';
import type { SheetDraft } from './draft.ts';
import { fitting, groupsThere, periodLine } from './fitting-period.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';
import { number, tableOf, text } from './table-of.ts';

const divisions = [
  { split: 'category', heading: 'Type' },
  { split: 'subject-role', heading: 'About' },
  { split: 'reporter-role', heading: 'Raised by' },
  { split: 'channel', heading: 'Setting' },
] as const;

const description =
  'Cases received in the period, each set of rules apart, and the same cases divided one way at a time: by type, by whom they are about, by who raised them and by setting. A case with several allegations counts once in each type. More cases can mean more trust in reporting: the number has no good or bad direction.';
const left =
  'Left out, because the log has no such field: whether an act was intended, physical assault and near miss as types of their own, schools and care apart, reports under RIDDOR. The rate per 100 employees, the only one there is a figure for, stands on the sheet Casework. What is hidden in both periods is not listed.';

interface Row {
  readonly scheme: string;
  readonly heading: string;
  readonly value: string;
  readonly now: PackPoint | undefined;
  readonly before: PackPoint | undefined;
}

const isShown = (point: PackPoint | undefined): boolean => point !== undefined && point.suppressed === null;

const schemeName = (scheme: string | null): string => scheme ?? 'All rules';

/** The sets of rules that cases are recorded under; null where none is recorded. */
async function schemesOf(own: PackContext, whole: TwoPeriods): Promise<(string | null)[]> {
  const { now, before } = await askTwoPeriods(own, 'incidents', { split: 'scheme' });
  const named = groupsThere(now, before).filter((scheme) => scheme !== notRecorded);
  if (named.length > 0) return named;
  return [...whole.now, ...whole.before].some(({ value, suppressed }) => value || suppressed === 'c')
    ? [null]
    : [];
}

async function rowsOf(
  own: PackContext,
  scheme: string | null,
): Promise<{ rows: Row[]; figures: readonly PackFigure[] }> {
  const cut = scheme === null ? {} : { filters: { scheme } };
  const whole = await askTwoPeriods(own, 'incidents', cut);
  const base = { scheme: schemeName(scheme) };
  const all: Row = {
    ...base,
    heading: 'All cases',
    value: 'All',
    now: pointOf(whole.now, null),
    before: pointOf(whole.before, null),
  };
  const rows = [all];
  for (const { split, heading } of divisions) {
    const { now, before } = await askTwoPeriods(own, 'incidents', { split, ...cut });
    const there = groupsThere(now, before).filter((value) =>
      [now, before].some((points) => isShown(pointOf(points, value))),
    );
    for (const value of byNumber([...now, ...before]).filter((group) => there.includes(group))) {
      rows.push({ ...base, heading, value, now: pointOf(now, value), before: pointOf(before, value) });
    }
  }
  return { rows, figures: whole.figures };
}

/** The types of one set of rules, where any of their numbers is shown. */
function chartOf(rows: readonly Row[], scheme: string, period: string): ChartModel[] {
  const types = rows.map((row) => row.scheme === scheme && row.heading === 'Type');
  const from = types.indexOf(true);
  const to = types.lastIndexOf(true) + 1;
  if (from === -1 || !rows.slice(from, to).some(({ now }) => now?.value)) return [];
  return [
    {
      kind: 'stacked-bar',
      title: `${scheme}: cases by type, ${period}`,
      alt: `Bar chart of cases by type, ${scheme.slice(0, 60)}, ${period}; hidden numbers are left out. Data in rows ${from + 1} to ${to} of the table on this sheet.`,
      categoryColumn: 'Which',
      xTitle: 'Type',
      yTitle: 'Cases',
      series: [{ column: 'Cases' }],
      rows: { from, to },
    },
  ];
}

async function build(context: PackContext): Promise<SheetDraft> {
  const own = fitting(context, 'incidents');
  const { period, previous } = own.span;
  const whole = await askTwoPeriods(own, 'incidents');
  const rows: Row[] = [];
  const figures: PackFigure[] = [...whole.figures];
  for (const scheme of await schemesOf(own, whole)) {
    const found = await rowsOf(own, scheme);
    rows.push(...found.rows);
    figures.push(...found.figures);
  }
  return {
    name: 'Incidents',
    kind: 'data',
    title: `Incidents by type, people and setting, ${period.title}`,
    lines: sheetLines(context, figures, description, { more: [...periodLine(context, own), left] }),
    table: tableOf<Row>(
      'incidents_by_kind',
      [
        text('Recorded under', ({ scheme }) => scheme, 24),
        text('Divided by', ({ heading }) => heading, 12),
        text('Which', ({ value }) => value, 32),
        number('Cases', ({ now }) => valueCell(now)),
        number(`Cases in ${previous.title}`, ({ before }) => valueCell(before)),
        text('Change', ({ now, before }) => changeCell(now, before)),
      ],
      rows,
    ),
    charts: [...new Set(rows.map(({ scheme }) => scheme))]
      .slice(0, 3)
      .flatMap((scheme) => chartOf(rows, scheme, period.title)),
    ...(rows.length === 0 ? { missing: missingSentence(context, 'cases', figures) } : {}),
  };
}

export const incidentsSheet: PackSheet = {
  id: 'Incidents',
  title: 'Incidents',
  definition:
    'Cases under each set of rules by type, by whom they are about, by who raised them and by setting.',
  build,
};
