// Measures of one screen: all in a table with value and caveat, and the chosen one drawn whole or by a group.
import type { MetricCard } from '../../src-shared/schemas/figure.ts';
import { ignoredFilters, requestFor } from '../figure-request.ts';
import { Choice } from '../parts/choice.tsx';
import { usePlace } from '../place-context.tsx';
import { idText } from '../wording.ts';
import { FigurePanel } from './figure-panel.tsx';
import { JudgedFigure } from './judged-figure.tsx';
import { MetricStrip } from './metric-strip.tsx';
import { overTime } from './trends-view.tsx';
import type { FigureScreen } from './use-figures.ts';

/** Dimensions that pick what is counted and divide nothing. */
const picksOnly: readonly string[] = ['measure', 'source', 'stage'];

/** The two dimensions of a two-way split, told by its name; null for a single one. */
const pairOf = ({ dimensions }: MetricCard, split: string): readonly [string, string] | null => {
  const first = dimensions.find((own) => split.startsWith(`${own}-`));
  const second = first && dimensions.find((own) => split === `${first}-${own}`);
  return first && second ? [first, second] : null;
};

const splitText = (metric: MetricCard, split: string): string =>
  (pairOf(metric, split) ?? [split]).map((own) => idText(own).toLowerCase()).join(' and ');

interface SplitFigureProps {
  readonly metric: MetricCard;
  readonly span: FigureScreen['span'];
  readonly split: string;
  /** Over all the dates chosen instead of the latest period; two ways at once always are. */
  readonly whole?: boolean;
}

/** A measure by its groups: bars, or a table of two ways. */
export function SplitFigure({ metric, span, split, whole = false }: SplitFigureProps) {
  const { place } = usePlace();
  const pair = pairOf(metric, split);
  return (
    <FigurePanel
      key={`${metric.id} ${split}`}
      metric={metric}
      request={requestFor(metric, place, span, { split, ...(pair || whole ? { grain: 'all' } : {}) })}
      kind={pair ? 'matrix' : 'bars'}
      name={`${metric.title} by ${splitText(metric, split)}`}
      ignored={ignoredFilters(metric, place)}
      {...(pair ? { rowsAre: idText(pair[0]), columnsAre: idText(pair[1]) } : {})}
    />
  );
}

interface MeasureBoardProps {
  readonly metrics: readonly [MetricCard, ...MetricCard[]];
  readonly span: FigureScreen['span'];
  readonly caption: string;
}

/** The table of `metrics` and the one that the place picks (`metric`), by the group that it picks (`split`). */
export function MeasureBoard({ metrics, span, caption }: MeasureBoardProps) {
  const { place, pick } = usePlace();
  const metric = metrics.find(({ id }) => id === place.pick.metric) ?? metrics[0];
  const splits = metric.dimensions.filter((own) => !picksOnly.includes(own));
  const split = splits.find((own) => own === place.pick.split);
  return (
    <>
      <MetricStrip
        withCaveats
        caption={caption}
        entries={metrics.map((own) => ({ metric: own, request: requestFor(own, place, span) }))}
        chosen={metric.id}
        onChoose={(id) => pick({ metric: id, split: null })}
      />
      <div className="view-bar">
        <Choice
          label="Measure"
          value={metric.id}
          items={metrics.map(({ id, title }) => ({ id, label: title }))}
          onChange={(id) => pick({ metric: id, split: null })}
        />
        <Choice
          label="Shown"
          value={split ?? ''}
          items={[
            { id: '', label: 'Over time' },
            ...splits.map((id) => ({ id, label: `By ${splitText(metric, id)}` })),
          ]}
          onChange={(id) => pick({ split: id || null })}
        />
      </div>
      {split ? (
        <SplitFigure metric={metric} span={span} split={split} />
      ) : (
        <JudgedFigure
          key={metric.id}
          metric={metric}
          request={requestFor(metric, place, span)}
          kind={overTime(metric)}
          name={metric.title}
          ignored={ignoredFilters(metric, place)}
        />
      )}
    </>
  );
}
