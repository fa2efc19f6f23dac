// Owns which screen a metric belongs to, told by the kinds of data it rests on, and what data a screen needs.
// The rule: a new metric appears on its screen by its card alone; no list of metrics stands here.
import type { Catalogue } from '../src-shared/schemas/catalogue.ts';
import type { MetricCard } from '../src-shared/schemas/figure.ts';

export type TopicId = 'survey' | 'incidents' | 'trends' | 'appraisals' | 'evidence';

/** The screen of a metric: by its first kind of data. */
export function topicOf(metric: MetricCard): TopicId {
  const [kind = ''] = metric.kinds;
  if (kind.startsWith('survey')) return 'survey';
  if (kind === 'appraisal' || kind === 'training') return 'appraisals';
  if (kind === 'positive-example' || kind === 'qualitative-evidence') return 'evidence';
  return kind.startsWith('incident') ? 'incidents' : 'trends';
}

export const metricsOf = (catalogue: Catalogue, topic: TopicId): MetricCard[] =>
  catalogue.metrics.filter((metric) => topicOf(metric) === topic);
