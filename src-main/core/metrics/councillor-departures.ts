// Owns the figure "councillor-departures": councillors who left, between elections apart from at them.
import { termEnds } from '#shared/vocabulary/workforce.ts';
import sql from './councillor-departures.sql?raw';
import spanSql from './councillor-departures-span.sql?raw';
import undatedSql from './councillor-departures-undated.sql?raw';
import { type CountRow, countOf, cutParams, type Metric, readSpan } from './metric.ts';

const cuts = ['cause', 'cause-group', 'party'] as const;
/** Being re-elected ends a term and is no departure; a cause that is neither here nor there counts as none. */
const causes = JSON.stringify(
  termEnds.terms.map(({ label, midTerm }) => ({ label, midTerm: label === 'Re-elected' ? null : midTerm })),
);

export const councillorDepartures: Metric = {
  card: {
    id: 'councillor-departures',
    title: 'Councillors leaving mid-term',
    definition:
      'Councillors who left between elections: resigned, died or were disqualified. Leaving at an election is not counted, unless the figure is split or filtered by “cause-group” or “cause”, which show it apart. Changing party is not leaving.',
    unit: 'councillors',
    direction: 'neutral',
    chart: 'column',
    clause: 'Section VII, proxies',
    caveat:
      'A proxy: the Protocol names councillor churn as one that may move with culture, but councillors leave for many reasons. Departures are public record, so none is hidden.',
    version: 1,
    kinds: ['councillor-term'],
    grains: ['municipal-year', 'financial-year', 'quarter', 'month', 'all'],
    dimensions: [...cuts],
  },
  shape: 'count',
  format: { decimals: 0, unit: 'number' },
  cuts,
  choices: [],
  twoWay: {},
  disclosure: { rule: 'public', partitions: [], adds: false },
  span: (session) => readSpan(session, spanSql),
  read: async (session, question) => ({
    shape: 'count',
    rows: await session.all<CountRow>(sql, {
      ...cutParams(question),
      causes,
      every_cause: question.cuts.includes('cause') || question.cuts.includes('cause-group'),
    }),
  }),
  notes: async (session, { grain }) => {
    const [row] = await session.all<{ undated: number }>(undatedSql, { causes });
    if (!row || row.undated === 0 || grain === 'all') return [];
    return [
      {
        code: 'dates-partial',
        text: `${countOf(row.undated, 'departure has', 'departures have')} only a year or no date, and no place in any period here.`,
      },
    ];
  },
};
