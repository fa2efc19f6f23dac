// The figures room's door.
import { metrics } from '#core/metrics/index.ts';
import type { MetricCard } from '#shared/schemas/figure.ts';

export { figureOptions } from './figure-options.ts';
export { readFigure } from './read-figure.ts';

/** What may be asked for, as screens, help and packs show it. */
export const metricCards: readonly MetricCard[] = metrics.map(({ card }) => card);
