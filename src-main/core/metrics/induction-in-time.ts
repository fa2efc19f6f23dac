// Owns the figure "induction-in-time": people whose induction was done within the days set.

import { defaultSettings } from '#shared/schemas/workspace.ts';
import sql from './induction-in-time.sql?raw';
import type { Metric, Reader, ShareRow } from './metric.ts';
import { readTraining, trainingCard, trainingMetric } from './training.ts';

const cuts = ['directorate', 'side'] as const;

export const inductionInTime: Metric = {
  ...trainingMetric,
  card: {
    ...trainingCard,
    id: 'induction-in-time',
    title: 'Induction in time',
    definition:
      'People whose induction was done within the days that the workspace’s settings say (90 unless set) of their start in the role, as a percentage of all with an induction on record whose days were over on the last date in the records. The Protocol names no number of days. Placed as other training is, and not by the start.',
    unit: 'per cent of those due an induction',
    direction: 'increase',
    clause: 'Section II.B, induction',
    caveat:
      'Only people with an induction on record: who was never put down for one is not here. An induction recorded as done without its date is left out.',
    version: 1,
    dimensions: [...cuts],
  },
  shape: 'share',
  format: { decimals: 0, unit: 'percent' },
  cuts,
  twoWay: {},
  disclosure: { rule: 'survey', partitions: cuts, adds: true },
  noExposure: 'Nobody’s days were over',
  notes: async (session, question) => [
    {
      code: 'target',
      text: `An induction is in time within ${await daysOf(session)} days of the start, as the workspace’s settings say.`,
    },
    ...(await trainingMetric.notes(session, question)),
  ],
  read: async (session, question) => ({
    shape: 'share',
    rows: await readTraining<ShareRow>(session, question, sql, {
      days: await daysOf(session),
    }),
  }),
};

/** The days that the workspace set. */
async function daysOf(session: Reader): Promise<number> {
  const [row] = await session.all<{ value: string }>("select value from setting where key = 'inductionDays'");
  const value: unknown = row && JSON.parse(row.value);
  return typeof value === 'number' ? value : defaultSettings('').inductionDays;
}
