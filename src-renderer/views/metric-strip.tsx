// The figures of a screen in one table: latest value, period, verdict and caveat; a row opens its chart below.
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Figure, FigureRequest, MetricCard } from '../../src-shared/schemas/figure.ts';
import { measureText, verdictText } from '../charts/words.ts';
import { call } from '../client.ts';
import { DataTable, type TableColumn } from '../parts/data-table.tsx';
import { numberText } from '../wording.ts';

interface StripRow {
  readonly metric: MetricCard;
  readonly figure: Figure | undefined;
}

/** The latest point of the whole that has a value, or hides one. */
const latest = (figure: Figure | undefined) =>
  figure?.points.findLast(
    (point) => point.group === null && point.suppressed !== 'x' && point.suppressed !== 'z',
  );

const verdict = ({ figure }: StripRow): string => {
  if (!figure) return '';
  const limits = figure.limits.at(-1);
  if (figure.points.length === 0) return 'No data in this period';
  if (!limits)
    return (
      figure.warnings.find(({ code }) => code === 'short-series')?.text ?? 'Not judged by a control chart'
    );
  return verdictText(limits);
};

const usual = ({ figure }: StripRow): string => {
  const limits = figure?.limits.at(-1);
  if (!figure || limits?.mean == null || limits.trial) return '';
  return `${measureText(limits.mean, figure)}`;
};

const columnsOf = (
  chosen: string,
  onChoose: (id: string) => void,
  withCaveats: boolean,
): TableColumn<StripRow>[] => [
  {
    id: 'metric',
    header: 'Measure',
    names: true,
    show: ({ metric }) => (
      <button
        type="button"
        className="link"
        aria-current={metric.id === chosen ? 'true' : undefined}
        onClick={() => onChoose(metric.id)}
      >
        {metric.title}
      </button>
    ),
    sortBy: ({ metric }) => metric.title,
  },
  { id: 'period', header: 'Latest period', whole: true, show: ({ figure }) => latest(figure)?.period ?? '' },
  {
    id: 'value',
    header: 'Value',
    numeric: true,
    show: ({ figure }) => latest(figure)?.shown ?? '',
    sortBy: ({ figure }) => latest(figure)?.value ?? null,
  },
  { id: 'unit', header: 'Unit', show: ({ metric }) => metric.unit },
  {
    id: 'base',
    header: 'Base',
    numeric: true,
    show: ({ figure }) => {
      const base = latest(figure)?.base;
      return base == null ? '' : numberText(base);
    },
    sortBy: ({ figure }) => latest(figure)?.base ?? null,
  },
  { id: 'mean', header: 'Mean', numeric: true, show: usual },
  {
    id: 'verdict',
    header: 'What the chart says of it',
    show: (row) => <span className="verdict-cell">{verdict(row)}</span>,
    sortBy: verdict,
  },
  ...(withCaveats
    ? [
        {
          id: 'caveat',
          header: 'Take care',
          show: ({ metric }: StripRow) => <span className="caveat-cell">{metric.caveat}</span>,
        },
      ]
    : []),
];

interface MetricStripProps {
  readonly caption: string;
  readonly entries: readonly { readonly metric: MetricCard; readonly request: FigureRequest }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  /** Whether each measure's caveat stands beside its value. */
  readonly withCaveats: boolean;
}

export function MetricStrip({ caption, entries, chosen, onChoose, withCaveats }: MetricStripProps) {
  const figures = useQueries({
    queries: entries.map(({ request }) => ({
      queryKey: ['figure.read', request],
      queryFn: () => call('figure.read', request),
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  const rows = entries.map(({ metric }, index): StripRow => ({ metric, figure: figures[index] }));
  const columns = useMemo(() => columnsOf(chosen, onChoose, withCaveats), [chosen, onChoose, withCaveats]);
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ metric }) => metric.id}
      rowClass={({ metric }) => (metric.id === chosen ? 'chosen' : undefined)}
    />
  );
}
