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

type Row = Judging & Omit<ChartTarget, 'value'> & { readonly target: number | null };

/** The choices for a metric. */
export async function chartChoices(session: Pick<Session, 'all'>, metric: string): Promise<ChartChoices> {
  const [row] = await session.all<Row>(settingsSql, { metric });
  if (row === undefined) throw new Error('The chart settings are always one row.');
  const { target, reason, setBy, setAt, ...judging } = row;
  return {
    judging,
    target: target === null ? null : { value: target, reason, setBy, setAt },
    rebases: await session.all<Rebase>(rebasesSql, { metric }),
  };
}
