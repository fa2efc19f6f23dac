// Owns the figure "positive-returns": which directorates gave examples, said they had none, or said nothing.
// The rule: a nil return is an answer, and silence is neither an answer nor a nil return.
import { type CountRow, cutParams, type Metric, readSpan } from './metric.ts';
import sql from './positive-returns.sql?raw';
import spanSql from './positive-returns-span.sql?raw';

const cuts = ['directorate', 'return'] as const;
const twoWay = { 'directorate-return': ['directorate', 'return'] } as const;

export const positiveReturns: Metric = {
  card: {
    id: 'positive-returns',
    title: 'Returns of positive examples',
    definition:
      'Directorates times quarters, by what was returned: at least one example, a nil return, or nothing. The directorates are those that ever returned and those of the latest workforce snapshot; the quarters run from the first return to the last. A return for a year stands for its four quarters.',
    unit: 'quarterly returns',
    direction: 'neutral',
    chart: 'column',
    clause: 'Section VI, success',
    caveat:
      'The Protocol asks Assistant Directors to think regularly of examples and names no interval; counting by quarter is Candour’s. A nil return is an answer. It says which directorate answered, and never how many examples it had.',
    version: 1,
    kinds: ['positive-example', 'workforce-snapshot'],
    grains: ['quarter', 'financial-year', 'all'],
    dimensions: [...cuts, ...Object.keys(twoWay)],
  },
  shape: 'count',
  format: { decimals: 0, unit: 'number' },
  cuts,
  choices: [],
  twoWay,
  disclosure: { rule: 'public', partitions: [], adds: false },
  span: (session) => readSpan(session, spanSql),
  read: async (session, question) => ({
    shape: 'count',
    rows: await session.all<CountRow>(sql, cutParams(question)),
  }),
};
