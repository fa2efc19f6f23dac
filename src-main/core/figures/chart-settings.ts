// Owns how a figure's chart is judged in this workspace: what people chose, or the Making Data Count defaults.
import type { Session } from '#core/store/session.ts';
import type { ChartTarget, Judging, Rebase } from '#shared/schemas/chart.ts';
import rebasesSql from './chart-rebases.sql?raw';
import settingsSql from './chart-settings.sql?raw';

export interface ChartChoices {
  readonly judging: Judging;
  readonly target: ChartTarget | null;
  /** By date. */
  readonly rebases: readonly Rebase[];
}

interface Of {
  readonly metric: string | null;
}
type Row = Of & Judging & Omit<ChartTarget, 'value'> & { readonly target: number | null };

/** The choices for a metric. */
export async function chartChoices(session: Pick<Session, 'all'>, metric: string): Promise<ChartChoices> {
  const rows = await session.all<Row>(settingsSql);
  const row = rows.find((one) => one.metric === metric) ?? rows.find((one) => one.metric === null);
  if (row === undefined) throw new Error('There is always a row for what nobody chose.');
  const { metric: _, target, reason, setBy, setAt, ...judging } = row;
  const rebases = await session.all<Rebase & Of>(rebasesSql);
  return {
    judging,
    target: target === null ? null : { value: target, reason, setBy, setAt },
    rebases: rebases.filter((one) => one.metric === metric).map(({ metric: _, ...rebase }) => rebase),
  };
}
