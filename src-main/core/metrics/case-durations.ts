// Owns how the figures about days to close read their cases.
import sql from './days-to-close.sql?raw';
import { followedTo, incidentMetric, incidentNotes, incidentParams } from './incident-case.ts';
import cutSql from './incident-cut.sql?raw';
import type { DurationRow, DurationTold, Metric } from './metric.ts';

/** What every metric over the days of cases has alike; `tells` is what it makes of them. */
export const durationMetric = (tells: DurationTold) =>
  ({
    ...incidentMetric,
    shape: 'duration',
    format: { decimals: 0, unit: 'days' },
    read: async (session, question) => ({
      shape: 'duration',
      tells,
      rows: await session.all<DurationRow>(cutSql + sql, incidentParams(question)),
    }),
    notes: async (session, question) => {
      const span = await incidentMetric.span(session, {});
      const notes = await incidentNotes(session, question, { received: true, closed: true });
      return span ? [...notes, followedTo(span.to)] : notes;
    },
  }) satisfies Partial<Metric>;
