// Incidents: how many, of what kind, between whom, how long they take. Counts carry no good or bad direction.
import { useCallback } from 'react';
import type { MetricCard } from '../../src-shared/schemas/figure.ts';
import { ignoredFilters, requestFor } from '../figure-request.ts';
import { Choice } from '../parts/choice.tsx';
import { usePlace } from '../place-context.tsx';
import { idText } from '../wording.ts';
import { FigurePanel } from './figure-panel.tsx';
import { MetricStrip } from './metric-strip.tsx';
import { NeedsData } from './needs-data.tsx';
import { overTime } from './trends-view.tsx';
import { type FigureScreen, useFigureScreen } from './use-figures.ts';

/** Who raised it about whom: the split in which `group` is the reporter and `across` the subject. */
const matrixSplit = 'reporter-subject';
const barSplits: readonly string[] = [
  'category',
  'outcome',
  'stage',
  'channel',
  'tier',
  'scheme',
  'seriousness',
];

function Breakdown({ metric, span }: { metric: MetricCard; span: FigureScreen['span'] }) {
  const { place, pick } = usePlace();
  const splits = barSplits.filter((own) => metric.dimensions.includes(own));
  const split = splits.find((own) => own === place.pick.bars) ?? splits[0];
  if (!split) return null;
  return (
    <>
      <div className="view-bar">
        <Choice
          label="Break down by"
          value={split}
          items={splits.map((id) => ({ id, label: idText(id) }))}
          onChange={(bars) => pick({ bars })}
        />
      </div>
      <FigurePanel
        key={split}
        metric={metric}
        request={requestFor(metric, place, span, { split, grain: 'all' })}
        kind="bars"
        name={`${metric.title} by ${idText(split).toLowerCase()}`}
        ignored={ignoredFilters(metric, place)}
      />
    </>
  );
}

export function IncidentsView() {
  const { place, pick } = usePlace();
  const { metrics, span } = useFigureScreen('incidents');
  const choose = useCallback((metric: string) => pick({ metric }), [pick]);
  if (!metrics) return <p>Reading the catalogue…</p>;
  const metric = metrics.find(({ id }) => id === place.pick.metric) ?? metrics[0];
  const counted = metrics.find(({ id }) => id === 'incidents') ?? metrics[0];
  if (!metric || !counted) {
    return (
      <>
        <h1>Incidents</h1>
        <NeedsData
          title="No incidents yet"
          text="Load the incident or complaint log. A workforce snapshot beside it gives rates per 100 people."
        />
      </>
    );
  }
  return (
    <>
      <h1>Incidents</h1>
      <p className="lead">
        A rise may mean more conflict or more trust in reporting; the number alone cannot tell which. Read it
        beside “safe to challenge” in the survey.
      </p>
      <MetricStrip
        withCaveats={false}
        caption="Incident measures and what their charts say"
        entries={metrics.map((own) => ({ metric: own, request: requestFor(own, place, span) }))}
        chosen={metric.id}
        onChoose={choose}
      />
      <FigurePanel
        key={metric.id}
        metric={metric}
        request={requestFor(metric, place, span)}
        kind={overTime(metric)}
        name={metric.title}
        ignored={ignoredFilters(metric, place)}
      />
      <Breakdown metric={counted} span={span} />
      {counted.dimensions.includes(matrixSplit) ? (
        <FigurePanel
          metric={counted}
          request={requestFor(counted, place, span, { split: matrixSplit, grain: 'all' })}
          kind="matrix"
          name="Who raised it, about whom"
          rowsAre="Raised by"
          columnsAre="About"
          ignored={ignoredFilters(counted, place)}
        />
      ) : null}
    </>
  );
}
