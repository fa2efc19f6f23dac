// The groups of one survey side by side in the latest wave; groups too small to show keep their row as [c].
import { useQueries } from '@tanstack/react-query';
import type { FigurePoint, MetricCard } from '../../../src-shared/schemas/figure.ts';
import { call } from '../../client.ts';
import { ignoredFilters, requestFor } from '../../figure-request.ts';
import { Choice } from '../../parts/choice.tsx';
import { usePlace } from '../../place-context.tsx';
import { idText } from '../../wording.ts';
import { FigurePanel } from '../figure-panel.tsx';
import type { FigureScreen } from '../use-figures.ts';

const people: readonly string[] = ['directorate', 'grade', 'party', 'role'];

interface GroupComparisonProps {
  readonly metric: MetricCard;
  readonly span: FigureScreen['span'];
  readonly filters: Readonly<Record<string, string>>;
  readonly name: string;
}

/** How many groups the latest wave has. */
function groupsIn(points: readonly FigurePoint[]): number {
  const latest = points.reduce((max, { to }) => (to > max ? to : max), '');
  const there = points.filter(({ to, suppressed }) => to === latest && suppressed !== 'x');
  return new Set(there.map(({ group }) => group)).size;
}

/** The splits in which this survey has more than one group. */
function useSplits(metric: MetricCard, span: FigureScreen['span'], filters: GroupComparisonProps['filters']) {
  const { place } = usePlace();
  const possible = people.filter((own) => metric.dimensions.includes(own) && !(own in place.filters));
  const requests = possible.map((split) => requestFor(metric, place, span, { split, filters }));
  return useQueries({
    queries: requests.map((request) => ({
      queryKey: ['figure.read', request],
      queryFn: () => call('figure.read', request),
    })),
    combine: (results) => possible.filter((_, index) => groupsIn(results[index]?.data?.points ?? []) > 1),
  });
}

export function GroupComparison({ metric, span, filters, name }: GroupComparisonProps) {
  const { place, pick } = usePlace();
  const splits = useSplits(metric, span, filters);
  const split = splits.find((own) => own === place.pick.group) ?? splits[0];
  if (!split) return null;
  return (
    <>
      <div className="view-bar">
        <Choice
          label="Compare by"
          value={split}
          items={splits.map((id) => ({ id, label: idText(id) }))}
          onChange={(group) => pick({ group })}
        />
      </div>
      <FigurePanel
        key={split}
        metric={metric}
        request={requestFor(metric, place, span, { split, filters })}
        kind="bars"
        name={`${name}, by ${idText(split).toLowerCase()}, latest wave`}
        ignored={ignoredFilters(metric, place)}
      />
    </>
  );
}
