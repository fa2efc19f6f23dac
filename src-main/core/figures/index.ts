// The figures room's door.
import { findMetric, metrics } from '#core/metrics/index.ts';
import type { MetricCard } from '#shared/schemas/figure.ts';

export type { Metric } from '#core/metrics/metric.ts';
export { readAdoption } from './adoption.ts';
export { readAssociation } from './association.ts';
export { chartTitles } from './chart-kinds.ts';
export { chartChoices } from './chart-settings.ts';
export { type CommonIssues, readCommonIssues } from './common-issues.ts';
export { figureOptions } from './figure-options.ts';
export { rememberTold, type ToldCell } from './issued.ts';
export { readMirror } from './mirror.ts';
export { readFigure } from './read-figure.ts';
export { type CaseRow, metricsOfCases, rowsBehind } from './rows-behind.ts';
export { readSpeakUp } from './speak-up.ts';
export { readSurvival } from './survival.ts';
export { smallByThemselves } from './why-hidden.ts';

/** The metric of an id, for what people settle about it. @throws AppError metric-unknown */
export const metricOf = findMetric;

/** What may be asked for, as screens, help and packs show it. */
export const metricCards: readonly MetricCard[] = metrics.map(({ card }) => card);
