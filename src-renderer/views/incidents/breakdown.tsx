// The cases by one dimension at a time, as numbers or as shares of all of them.
import type { MetricCard } from '../../../src-shared/schemas/figure.ts';
import { ignoredFilters, requestFor } from '../../figure-request.ts';
import { Choice } from '../../parts/choice.tsx';
import { usePlace } from '../../place-context.tsx';
import { idText } from '../../wording.ts';
import { FigurePanel } from '../figure-panel.tsx';
import type { FigureScreen } from '../use-figures.ts';

const measures = [
  { id: 'incidents', label: 'Number of cases' },
  { id: 'incident-share', label: 'Share of all cases' },
];
const splits: readonly string[] = [
  'category',
  'behaviour',
  'principle',
  'outcome',
  'stage',
  'channel',
  'sanction',
  'support',
  'tier',
  'scheme',
  'seriousness',
];

interface BreakdownProps {
  readonly metrics: readonly MetricCard[];
  readonly span: FigureScreen['span'];
  readonly filters: Readonly<Record<string, string>>;
}

export function Breakdown({ metrics, span, filters }: BreakdownProps) {
  const { place, pick } = usePlace();
  const measure = measures.find(({ id }) => id === place.pick.as)?.id ?? 'incidents';
  const metric = metrics.find(({ id }) => id === measure);
  const own = splits.filter((id) => metric?.dimensions.includes(id));
  const split = own.find((id) => id === place.pick.bars) ?? own[0];
  if (!metric || !split) return null;
  const wish = split === 'scheme' ? {} : { filters };
  return (
    <>
      <div className="view-bar">
        <Choice
          label="Break down by"
          value={split}
          items={own.map((id) => ({ id, label: idText(id) }))}
          onChange={(bars) => pick({ bars })}
        />
        <Choice label="As" value={measure} items={measures} onChange={(as) => pick({ as })} />
      </div>
      <FigurePanel
        key={`${measure} ${split}`}
        metric={metric}
        request={requestFor(metric, place, span, { split, grain: 'all', ...wish })}
        kind="bars"
        name={`${metric.title} by ${idText(split).toLowerCase()}`}
        ignored={ignoredFilters(metric, place)}
      />
    </>
  );
}
