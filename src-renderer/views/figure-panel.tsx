// Asks for one figure and shows it, or says why it cannot be shown. Never blank.
import type { FigureRequest, MetricCard } from '../../src-shared/schemas/figure.ts';
import { useAsk } from '../ask.ts';
import { type ChartKind, ChartPanel } from '../charts/chart-panel.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { idText } from '../wording.ts';
import { EvidenceButton } from './judgement/evidence-button.tsx';
import { PinButton } from './pin-button.tsx';

interface FigurePanelProps {
  readonly request: FigureRequest;
  readonly metric: MetricCard;
  readonly kind: ChartKind;
  readonly level?: 2 | 3;
  readonly name?: string;
  readonly rowsAre?: string;
  readonly columnsAre?: string;
  readonly tableFirst?: boolean;
  /** Filters of the bar that this metric cannot follow. */
  readonly ignored?: readonly string[];
}

export function FigurePanel({ request, metric, ignored = [], ...chart }: FigurePanelProps) {
  const { data, error, isFetching } = useAsk('figure.read', request);
  if (error) {
    return (
      <section className="chart-panel">
        <p className="overline">{metric.title}</p>
        <ProblemPanel problem={error} />
      </section>
    );
  }
  if (!data) {
    return (
      <section className="chart-panel waiting" aria-busy="true">
        <p className="overline">{metric.title}</p>
        <p>Reading the figure…</p>
      </section>
    );
  }
  return (
    <div className={isFetching ? 'asking' : undefined} aria-busy={isFetching}>
      {ignored.length > 0 ? (
        <p className="aside">
          {`${metric.title} is not recorded by ${ignored.map((name) => idText(name).toLowerCase()).join(' or ')}, so that filter does not apply here.`}
        </p>
      ) : null}
      {data.points.length === 0 ? (
        <section className="chart-panel">
          <p className="overline">{metric.title}</p>
          <h2>{data.reading || 'There is nothing to show for this period.'}</h2>
          <p>Choose a longer period or clear a filter.</p>
        </section>
      ) : (
        <ChartPanel
          figure={data}
          {...chart}
          tools={
            <>
              <PinButton request={request} kind={chart.kind} />
              <EvidenceButton request={request} />
            </>
          }
        />
      )}
    </div>
  );
}
