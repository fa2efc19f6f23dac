// Trends and proxies: every measure with its latest value and verdict, and one control chart at a time in full.
import { useCallback } from 'react';
import type { MetricCard } from '../../src-shared/schemas/figure.ts';
import type { ChartKind } from '../charts/chart-panel.tsx';
import { ignoredFilters, requestFor } from '../figure-request.ts';
import { Choice } from '../parts/choice.tsx';
import { usePlace } from '../place-context.tsx';
import { idText } from '../wording.ts';
import { JudgedFigure } from './judged-figure.tsx';
import { MetricStrip } from './metric-strip.tsx';
import { NeedsData } from './needs-data.tsx';
import { AdoptionSection } from './trends/adoption-section.tsx';
import { useFigureScreen } from './use-figures.ts';

/** How a metric that is followed over time is drawn. */
export const overTime = ({ chart }: MetricCard): ChartKind =>
  chart === 'xmr' || chart === 't' ? 'control' : 'wave';

const splitItems = (metric: MetricCard) => [
  { id: '', label: 'Whole council' },
  ...metric.dimensions.map((id) => ({ id, label: `By ${idText(id).toLowerCase()}` })),
];

export function TrendsView() {
  const { place, pick } = usePlace();
  const { metrics, span } = useFigureScreen('trends');
  const choose = useCallback((metric: string) => pick({ metric, split: null }), [pick]);
  if (!metrics) return <p>Reading the catalogue…</p>;
  const metric = metrics.find(({ id }) => id === place.pick.metric) ?? metrics[0];
  if (!metric) {
    return (
      <>
        <h1>Trends and proxies</h1>
        <NeedsData
          title="No workforce data yet"
          text="Load absence spells or absence totals, a workforce snapshot (headcount and FTE), leavers and joiners, and councillor terms. Events such as the adoption date and elections are drawn on every chart."
        />
      </>
    );
  }
  const split = metric.dimensions.find((own) => own === place.pick.split);
  return (
    <>
      <h1>Trends and proxies</h1>
      <p className="lead">
        Sickness and people leaving stand in for something that cannot be measured. They move for many
        reasons, so read them beside surveys and incidents, never alone.
      </p>
      <MetricStrip
        withCaveats
        caption="Measures and what their charts say"
        entries={metrics.map((own) => ({ metric: own, request: requestFor(own, place, span) }))}
        chosen={metric.id}
        onChoose={choose}
      />
      <div className="view-bar">
        <Choice
          label="Measure"
          value={metric.id}
          items={metrics.map(({ id, title }) => ({ id, label: title }))}
          onChange={choose}
        />
        {metric.dimensions.length > 0 ? (
          <Choice
            label="Shown for"
            value={split ?? ''}
            items={splitItems(metric)}
            onChange={(id) => pick({ split: id || null })}
          />
        ) : null}
      </div>
      <JudgedFigure
        key={`${metric.id} ${split}`}
        metric={metric}
        request={requestFor(metric, place, span, { split })}
        kind={overTime(metric)}
        name={metric.title}
        ignored={ignoredFilters(metric, place)}
      />
      <AdoptionSection key={metric.id} metric={metric} />
    </>
  );
}
