// Owns which breaks a person has set, and which of them break a metric's line.
// The rule: an event proposes a break; only a break that somebody confirmed breaks a line.
import type { Session } from '#core/store/session.ts';
import type { MetricCard } from '#shared/schemas/figure.ts';
import type { SeriesBreak } from '#shared/schemas/series-break.ts';
import sql from './series-breaks.sql?raw';

type Row = Omit<SeriesBreak, 'kinds' | 'metrics'> & { kinds: string; metrics: string };

/** Every break, by date. */
export async function seriesBreaks(session: Pick<Session, 'all'>): Promise<SeriesBreak[]> {
  const rows = await session.all<Row>(sql);
  return rows.map((row) => ({
    ...row,
    kinds: JSON.parse(row.kinds) as string[],
    metrics: JSON.parse(row.metrics) as string[],
  }));
}

/** Whether a break is of a metric: it names it, or one of the kinds of data that it rests on. */
export const isBroken = ({ kinds, metrics }: SeriesBreak, card: Pick<MetricCard, 'id' | 'kinds'>): boolean =>
  metrics.includes(card.id) || card.kinds.some((kind) => kinds.includes(kind));

/** The breaks of a metric, by date. */
export async function breaksOf(session: Pick<Session, 'all'>, card: MetricCard): Promise<SeriesBreak[]> {
  return (await seriesBreaks(session)).filter((one) => isBroken(one, card));
}
