// How cases were resolved, step by step, and beside it whether with a sanction, with support or with both.
// The rule: support is counted as a sanction is, and neither is hidden in the other.
import type { Figure, MetricCard } from '../../../src-shared/schemas/figure.ts';
import { resolutionSteps } from '../../../src-shared/vocabulary/resolution.ts';
import { useAsk } from '../../ask.ts';
import { ChartPanel } from '../../charts/chart-panel.tsx';
import { requestFor } from '../../figure-request.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';
import { PinButton } from '../pin-button.tsx';
import type { FigureScreen } from '../use-figures.ts';

interface FlowProps {
  readonly metric: MetricCard;
  readonly span: FigureScreen['span'];
  readonly filters: Readonly<Record<string, string>>;
}

const measures: readonly string[] = ['Support', 'Sanction', 'Sanction and support', 'Neither', 'Open'];

/** Groups in the order of the flow; what the order does not know stands last. */
const inOrder = (figure: Figure, order: readonly string[]): Figure => {
  const place = (group: string | null): number => {
    const found = order.indexOf(group ?? '');
    return found < 0 ? order.length : found;
  };
  return { ...figure, points: [...figure.points].sort((a, b) => place(a.group) - place(b.group)) };
};

function Split({
  metric,
  span,
  filters,
  split,
  order,
  name,
}: FlowProps & {
  readonly split: string;
  readonly order: readonly string[];
  readonly name: string;
}) {
  const { place } = usePlace();
  const request = requestFor(metric, place, span, { split, grain: 'all', filters });
  const { data, error } = useAsk('figure.read', request);
  if (error) return <ProblemPanel problem={error} />;
  if (!data) return <p>Reading the figure…</p>;
  if (data.points.length === 0) return null;
  return (
    <ChartPanel
      figure={inOrder(data, order)}
      kind="bars"
      level={3}
      name={name}
      tools={<PinButton request={request} kind="bars" />}
    />
  );
}

export function ResolutionFlow(props: FlowProps) {
  if (!props.metric.dimensions.includes('resolution')) return null;
  return (
    <section className="followed" aria-labelledby="resolution-title">
      <h2 id="resolution-title">How cases were resolved</h2>
      <p className="aside">
        The outcome decides the step; where it names none, the action taken; else the stage reached. Sanction
        and support are counted apart from it, each in its own right.
      </p>
      <Split {...props} split="resolution" order={resolutionSteps} name="By step" />
      <Split {...props} split="measures" order={measures} name="By sanction and support" />
    </section>
  );
}
