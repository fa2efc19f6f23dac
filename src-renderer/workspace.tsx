// Gives the views what is open: the workspace, the catalogue, the days that its data spans.
import { useQueries } from '@tanstack/react-query';
import type { Catalogue } from '../src-shared/schemas/catalogue.ts';
import type { FigureOptions, MetricCard } from '../src-shared/schemas/figure.ts';
import type { WorkspaceSummary } from '../src-shared/schemas/workspace.ts';
import { useAsk } from './ask.ts';
import { call } from './client.ts';
import type { Span } from './periods.ts';

export const useWorkspace = (): WorkspaceSummary | null | undefined => {
  const { data } = useAsk('app.status', {});
  return data === undefined ? undefined : data.workspace;
};

export const useCatalogue = (): Catalogue | undefined => useAsk('catalogue.read', {}).data;

export interface DataOptions extends Span {
  /** The values of every dimension over all metrics with data, by dimension. */
  readonly dimensions: Readonly<
    Record<string, readonly { readonly value: string; readonly label: string }[]>
  >;
}

const merge = (all: readonly FigureOptions[]): DataOptions => {
  const days = (pick: (one: FigureOptions) => string | null) =>
    all.flatMap((one) => pick(one) ?? []).sort((a, b) => a.localeCompare(b));
  const dimensions: Record<string, { value: string; label: string }[]> = {};
  for (const one of all) {
    for (const [name, values] of Object.entries(one.dimensions)) {
      const known = dimensions[name] ?? [];
      dimensions[name] = [
        ...known,
        ...values.filter(({ value }) => !known.some((own) => own.value === value)),
      ];
    }
  }
  return { from: days((one) => one.from)[0] ?? null, to: days((one) => one.to).at(-1) ?? null, dimensions };
};

/** What the metrics can be filtered by, and the days they span together; one metric of each kind of data is asked. */
export function useDataOptions(metrics: readonly MetricCard[]): DataOptions {
  const asked = new Map([...metrics].reverse().map(({ id, kinds }) => [kinds[0], id]));
  return useQueries({
    queries: [...asked.values()].map((metric) => ({
      queryKey: ['figure.options', { metric }],
      queryFn: () => call('figure.options', { metric }),
    })),
    combine: (results) => merge(results.flatMap((result) => result.data ?? [])),
  });
}

const stem = (kind: string): string => kind.split('-')[0] ?? kind;

/** A metric is there when its own data is: the first kind it names or another form of the same. */
const isLoaded = ({ kinds }: MetricCard, loaded: readonly string[]): boolean =>
  kinds.some((kind) => stem(kind) === stem(kinds[0] ?? '') && loaded.includes(kind));

/** The metrics of the catalogue whose data is loaded. */
export const loadedMetrics = (
  catalogue: Catalogue | undefined,
  workspace: WorkspaceSummary | null | undefined,
): MetricCard[] =>
  catalogue && workspace ? catalogue.metrics.filter((metric) => isLoaded(metric, workspace.kinds)) : [];
