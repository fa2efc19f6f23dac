// Appraisals: do they reach everybody and name the behaviours; are people inducted; is agreed training done?
// The rule: whether a thing was held and recorded, never how anybody did.
import type { MetricCard } from '../../../src-shared/schemas/figure.ts';
import { MeasureBoard, SplitFigure } from '../measure-board.tsx';
import { NeedsData } from '../needs-data.tsx';
import { useFigureScreen } from '../use-figures.ts';

/** What stands below the table whatever is chosen in it. */
const always = [
  { id: 'appraisal-behaviours', split: 'behaviour', whole: false },
  { id: 'appraisal-coverage', split: 'directorate-tier', whole: true },
  { id: 'induction-in-time', split: 'side', whole: true },
  { id: 'training-completed', split: 'kind', whole: true },
  { id: 'training-from-cases', split: 'state', whole: true },
] as const;

const hasAny = (metrics: readonly MetricCard[]): metrics is [MetricCard, ...MetricCard[]] =>
  metrics.length > 0;

export function AppraisalsView() {
  const { metrics, span } = useFigureScreen('appraisals');
  if (!metrics) return <p>Reading the catalogue…</p>;
  if (!hasAny(metrics)) {
    return (
      <>
        <h1>Appraisals</h1>
        <NeedsData
          title="No appraisals yet"
          text="Load the list of appraisals due, with who was done, signed and which of the seven behaviours were among the criteria; and the training record for induction and courses."
        />
      </>
    );
  }
  return (
    <>
      <h1>Appraisals</h1>
      <p className="lead">
        The Protocol asks that appraisals reflect it and that it is part of induction. These figures tell
        whether that was done and recorded. They say nothing about any person.
      </p>
      <MeasureBoard metrics={metrics} span={span} caption="Appraisals, induction and training" />
      {always.map(({ id, split, whole }) => {
        const metric = metrics.find((own) => own.id === id);
        return metric ? (
          <SplitFigure key={id} metric={metric} span={span} split={split} whole={whole} />
        ) : null;
      })}
    </>
  );
}
