// What every figure screen needs: the open workspace, its metrics by screen, the span of its data.
import type { MetricCard } from '../../src-shared/schemas/figure.ts';
import { metricsOf, type TopicId } from '../topics.ts';
import {
  type DataOptions,
  loadedMetrics,
  useCatalogue,
  useDataOptions,
  useWorkspace,
} from '../workspace.tsx';

export interface FigureScreen {
  /** Metrics of the screen whose data is loaded; undefined while the catalogue is being read. */
  readonly metrics: readonly MetricCard[] | undefined;
  readonly span: DataOptions;
}

export function useFigureScreen(topic: TopicId): FigureScreen {
  const workspace = useWorkspace();
  const catalogue = useCatalogue();
  const loaded = loadedMetrics(catalogue, workspace);
  const span = useDataOptions(loaded);
  const metrics =
    catalogue && workspace
      ? metricsOf(catalogue, topic).filter(({ id }) => loaded.some((own) => own.id === id))
      : undefined;
  return { metrics, span };
}
