// Owns how the figures about the days of cases read them.
import { readByMonth } from './by-month.ts';
import sql from './days-to-close.sql?raw';
import { followedTo, incidentMetric, incidentNotes, incidentParams } from './incident-case.ts';
import cutSql from './incident-cut.sql?raw';
import type { DurationRow, DurationTold, Metric } from './metric.ts';

/** What every metric over the days of cases has alike; `tells` is what it makes of the statement's rows. */
export const durationMetric = (tells: DurationTold, statement: string = sql) =>
  ({
    ...incidentMetric,
    // The cases of "incidents" with exact days: what few there are of a group there, are as few here.
    disclosure: { ...incidentMetric.disclosure, alike: ['incidents'] },
    shape: 'duration',
    format: { decimals: 0, unit: 'days' },
    read: async (session, question) => ({
      shape: 'duration',
      tells,
      rows: await readByMonth<DurationRow>(session, question, cutSql + statement, incidentParams(question)),
    }),
    notes: async (session, question) => {
      const span = await incidentMetric.span(session, {});
      const notes = await incidentNotes(session, question, { received: true, closed: true });
      return span ? [...notes, followedTo(span.to)] : notes;
    },
  }) satisfies Partial<Metric>;
