// Owns the figure "positive-examples": successes put forward, by kind, by how far they got, by directorate.
import type { Note } from '#shared/schemas/import.ts';
import { successTypes } from '#shared/vocabulary/evidence.ts';
import { sevenBehaviours } from './appraisal.ts';
import { type CountRow, countOf, cutParams, type Metric, readSpan } from './metric.ts';
import sql from './positive-examples.sql?raw';
import spanSql from './positive-span.sql?raw';
import undatedSql from './positive-undated.sql?raw';

const cuts = ['behaviour', 'directorate', 'proposed-by', 'route', 'type'] as const;
const types = JSON.stringify(successTypes.terms.map(({ label }) => label));
const twoWay = { 'directorate-type': ['directorate', 'type'] } as const;

export const positiveExamples: Metric = {
  card: {
    id: 'positive-examples',
    title: 'Positive examples',
    definition:
      'Examples of members and officers working well together that were put forward, by the three kinds the Protocol names (any other is “Other”) and by how far each got on its way from the Assistant Director to the Monitoring Officer and into a report. Nil returns are not examples; “Returns of positive examples” has them. Placed by when it happened; where that is not given, by when it reached the Assistant Director or the Monitoring Officer, else by the period of the return. An example may show several behaviours, so those add up to more.',
    unit: 'examples',
    direction: 'neutral',
    chart: 'column',
    clause: 'Section VI, success',
    caveat:
      'What was put forward, not all that went well: more examples can mean more success or more asking. Few in a directorate would point at people, so small counts are hidden in a split.',
    version: 1,
    kinds: ['positive-example'],
    grains: ['financial-year', 'quarter', 'municipal-year', 'all'],
    dimensions: [...cuts, ...Object.keys(twoWay)],
  },
  shape: 'count',
  format: { decimals: 0, unit: 'number' },
  cuts,
  choices: [],
  twoWay,
  disclosure: { rule: 'people', partitions: ['directorate', 'proposed-by', 'route', 'type'], adds: true },
  span: (session) => readSpan(session, spanSql, { types }),
  read: async (session, question) => ({
    shape: 'count',
    rows: await session.all<CountRow>(sql, {
      ...cutParams(question),
      types,
      behaviours: sevenBehaviours,
      by_behaviour: question.cuts.includes('behaviour'),
    }),
  }),
  notes: async (session, { grain }): Promise<Note[]> => {
    const [row] = await session.all<{ undated: number; years: number }>(undatedSql, { types });
    const count = (row?.undated ?? 0) + (grain === 'quarter' ? (row?.years ?? 0) : 0);
    if (grain === 'all' || count === 0) return [];
    const found = countOf(count, 'example has', 'examples have');
    return [
      { code: 'dates-partial', text: `${found} no date, or only a year, and no place in any period here.` },
    ];
  },
};
