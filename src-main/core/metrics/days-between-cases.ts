// Owns the figure "days-between-cases": how long it was from one day with a case received to the next.
// The rule: of the whole council only. Gaps in a group would point at single cases in it.
import { formatDate } from '#shared/calendar.ts';
import sql from './days-between-cases.sql?raw';
import undatedSql from './days-between-undated.sql?raw';
import { incidentCard, incidentMetric } from './incident-case.ts';
import { type AmountRow, countOf, type Metric, type Reader } from './metric.ts';

interface Told {
  readonly undated: number;
  readonly alike: number;
  readonly last: string | null;
}

async function notes(session: Reader) {
  const [row] = await session.all<Told>(undatedSql);
  if (row === undefined) return [];
  const told = (code: string, text: string) => [{ code, text }];
  return [
    ...(row.undated > 0
      ? told(
          'dates-partial',
          `${countOf(row.undated, 'case has', 'cases have')} no exact day of being received, and no place here.`,
        )
      : []),
    ...(row.alike > 0
      ? told(
          'same-day',
          `${countOf(row.alike, 'case was', 'cases were')} received on the same day as another: cases of one day count once here.`,
        )
      : []),
    ...(row.last === null
      ? []
      : told(
          'last-case',
          `The time since the last day with a case, ${formatDate(row.last)}, is not a point yet.`,
        )),
  ];
}

export const daysBetweenCases: Metric = {
  span: incidentMetric.span,
  card: {
    ...incidentCard,
    id: 'days-between-cases',
    title: 'Days between cases',
    definition:
      'Calendar days from one day on which a case was received to the next such day; cases received on one day count once. For the whole council only, and of use where cases are few: under about two a month.',
    unit: 'days',
    chart: 't',
    grains: ['wave'],
    dimensions: [],
    clause: 'Section VII, incident reports',
    version: 1,
  },
  shape: 'amount',
  format: { decimals: 0, unit: 'days' },
  cuts: [],
  choices: [],
  twoWay: {},
  disclosure: { rule: 'people', partitions: [], adds: false },
  read: async (session) => ({ shape: 'amount', rows: await session.all<AmountRow>(sql) }),
  notes,
};
