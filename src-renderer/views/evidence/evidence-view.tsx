// Positive and qualitative: examples by kind and route with nil returns, and what was heard, per behaviour.
// The rule: positive and problem evidence stand side by side and are never added up.
import type { MetricCard } from '../../../src-shared/schemas/figure.ts';
import { MeasureBoard, SplitFigure } from '../measure-board.tsx';
import { NeedsData } from '../needs-data.tsx';
import { useFigureScreen } from '../use-figures.ts';
import { BalanceTable } from './balance-table.tsx';

/** What stands below the balance whatever is chosen in the table. */
const always = [
  ['positive-returns', 'directorate-return'],
  ['positive-examples', 'type'],
  ['positive-examples', 'route'],
] as const;

const hasAny = (metrics: readonly MetricCard[]): metrics is [MetricCard, ...MetricCard[]] =>
  metrics.length > 0;

export function EvidenceView() {
  const { metrics, span } = useFigureScreen('evidence');
  if (!metrics) return <p>Reading the catalogue…</p>;
  if (!hasAny(metrics)) {
    return (
      <>
        <h1>Positive and qualitative</h1>
        <NeedsData
          title="No examples or sessions yet"
          text="Load positive examples with their nil returns, and the coded notes of focus groups, interviews, workshops and observed meetings."
        />
      </>
    );
  }
  return (
    <>
      <h1>Positive and qualitative</h1>
      <p className="lead">
        What works, what does not and what was learned. Sources stand side by side for each behaviour; a sum
        of them would say nothing. A nil return is an answer.
      </p>
      <BalanceTable span={span} />
      <MeasureBoard metrics={metrics} span={span} caption="Examples, sessions and what was heard" />
      {always.map(([id, split]) => {
        const metric = metrics.find((own) => own.id === id);
        return metric ? <SplitFigure key={split} metric={metric} span={span} split={split} whole /> : null;
      })}
    </>
  );
}
