// Incidents: how many, between whom, how they were resolved, how long they take, whether people speak up.
// The rule: counts carry no good or bad direction, and cases under different rules are not divided together.
import { useCallback } from 'react';
import type { MetricCard } from '../../../src-shared/schemas/figure.ts';
import { ignoredFilters, requestFor } from '../../figure-request.ts';
import { Choice } from '../../parts/choice.tsx';
import { usePlace } from '../../place-context.tsx';
import { FigurePanel } from '../figure-panel.tsx';
import { JudgedFigure } from '../judged-figure.tsx';
import { MetricStrip } from '../metric-strip.tsx';
import { NeedsData } from '../needs-data.tsx';
import { overTime } from '../trends-view.tsx';
import { type FigureScreen, useFigureScreen } from '../use-figures.ts';
import { Breakdown } from './breakdown.tsx';
import { ResolutionFlow } from './resolution-flow.tsx';
import { SpeakUpPanel } from './speak-up-panel.tsx';
import { TimingsCard } from './timings-card.tsx';

/** Who raised it about whom: the split in which `group` is the reporter and `across` the subject. */
const matrixSplit = 'reporter-subject';

/** A share of all cases says nothing of the whole: it is shown by group only. */
const byGroupOnly = 'incident-share';

/** Where nobody picks a scheme, cases are counted together and divided under the Protocol. */
const protocol = 'Member-Officer Protocol';

type Filters = Readonly<Record<string, string>>;

/** The filters of what counts all cases together, and of what divides them. */
function filtersOf(
  scheme: string | undefined,
  span: FigureScreen['span'],
): [whole: Filters, divided: Filters] {
  if (scheme !== undefined) return [{ scheme }, { scheme }];
  const there = span.dimensions.scheme?.some(({ value }) => value === protocol) ?? false;
  return [{}, there ? { scheme: protocol } : {}];
}

/** Shares that are worked out from a split are of one scheme as it is. */
const isOfOneScheme = ({ dimensions }: MetricCard): boolean =>
  dimensions.length === 1 && dimensions[0] === 'scheme';

function SchemeChoice({ span, divided }: { span: FigureScreen['span']; divided: Filters }) {
  const { place, pick } = usePlace();
  const schemes = span.dimensions.scheme ?? [];
  if (schemes.length < 2) return null;
  const together = divided.scheme ?? 'the one with the most cases';
  return (
    <Choice
      label="Under which rules"
      value={place.pick.scheme ?? ''}
      items={[
        { id: '', label: `All; where divided, ${place.pick.scheme ? 'one' : together}` },
        ...schemes.map(({ value, label }) => ({ id: value, label })),
      ]}
      onChange={(scheme) => pick({ scheme: scheme || null })}
    />
  );
}

interface MatrixProps {
  readonly metric: MetricCard;
  readonly span: FigureScreen['span'];
  readonly filters: Filters;
}

function DirectionMatrix({ metric, span, filters }: MatrixProps) {
  const { place } = usePlace();
  if (!metric.dimensions.includes(matrixSplit)) return null;
  return (
    <FigurePanel
      metric={metric}
      request={requestFor(metric, place, span, { split: matrixSplit, grain: 'all', filters })}
      kind="matrix"
      name="Who raised it, about whom"
      rowsAre="Raised by"
      columnsAre="About"
      ignored={ignoredFilters(metric, place)}
    />
  );
}

const noData = (
  <>
    <h1>Incidents</h1>
    <NeedsData
      title="No incidents yet"
      text="Load the incident or complaint log. A workforce snapshot beside it gives rates per 100 people."
    />
  </>
);

export function IncidentsView() {
  const { place, pick } = usePlace();
  const { metrics: all, span } = useFigureScreen('incidents');
  const choose = useCallback((metric: string) => pick({ metric }), [pick]);
  if (!all) return <p>Reading the catalogue…</p>;
  const metrics = all.filter(({ id }) => id !== byGroupOnly);
  const counted = metrics.find(({ id }) => id === 'incidents') ?? metrics[0];
  const metric = metrics.find(({ id }) => id === place.pick.metric) ?? counted;
  if (!metric || !counted) return noData;
  const [filters, divided] = filtersOf(place.pick.scheme, span);
  const filtersFor = (own: MetricCard) => (isOfOneScheme(own) ? divided : filters);
  return (
    <>
      <div className="title-row">
        <h1>Incidents</h1>
        <SchemeChoice span={span} divided={divided} />
      </div>
      <p className="lead">
        A rise may mean more conflict or more trust in reporting; the number alone cannot tell which. Read it
        beside whether people feel safe to speak up.
      </p>
      <MetricStrip
        withCaveats={false}
        caption="Incident measures and what their charts say"
        entries={metrics.map((own) => ({
          metric: own,
          request: requestFor(own, place, span, { filters: filtersFor(own) }),
        }))}
        chosen={metric.id}
        onChoose={choose}
      />
      <JudgedFigure
        key={metric.id}
        metric={metric}
        request={requestFor(metric, place, span, { filters: filtersFor(metric) })}
        kind={overTime(metric)}
        name={metric.title}
        ignored={ignoredFilters(metric, place)}
      />
      <ResolutionFlow metric={counted} span={span} filters={divided} />
      <TimingsCard metrics={all} span={span} filters={filters} />
      <Breakdown metrics={all} span={span} filters={divided} />
      <DirectionMatrix metric={counted} span={span} filters={divided} />
      <SpeakUpPanel span={span} />
    </>
  );
}
