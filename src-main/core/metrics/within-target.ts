// Owns how the figures about targets are made: the estimated share dealt with within the days that the
// workspace set. The rule: without a target set there is no such figure, and it says so.
import { readByMonth } from './by-month.ts';
import { durationMetric } from './case-durations.ts';
import { incidentParams } from './incident-case.ts';
import cutSql from './incident-cut.sql?raw';
import type { DurationRow, Metric, Reader } from './metric.ts';

/** The settings that hold a target, in days. */
export type TargetSetting = 'acknowledgeDays' | 'closeDays';

const unset = {
  acknowledgeDays: 'No target for acknowledging is set in the workspace’s settings',
  closeDays: 'No target for closing is set in the workspace’s settings',
} as const;

async function targetOf(session: Reader, key: TargetSetting): Promise<number | null> {
  const [row] = await session.all<{ value: string | null }>('select value from setting where key = $key', {
    key,
  });
  const value: unknown = JSON.parse(row?.value ?? 'null');
  return typeof value === 'number' ? value : null;
}

/** A share of cases by the Kaplan-Meier method, at the target of the workspace. */
export const withinTargetMetric = (key: TargetSetting, statement: string) => {
  const { notes, ...duration } = durationMetric('median', statement);
  return {
    ...duration,
    format: { decimals: 0, unit: 'percent' },
    noExposure: unset[key],
    read: async (session, question) => ({
      shape: 'duration',
      tells: { within: await targetOf(session, key) },
      rows: await readByMonth<DurationRow>(session, question, cutSql + statement, incidentParams(question)),
    }),
    notes: async (session, question) => {
      const days = await targetOf(session, key);
      const text =
        days === null
          ? `${unset[key]}: set one to see this figure.`
          : `The target is ${days === 1 ? '1 day' : `${days} days`}, as set in the workspace’s settings.`;
      return [{ code: days === null ? 'target-unset' : 'target', text }, ...(await notes(session, question))];
    },
  } satisfies Partial<Metric>;
};
