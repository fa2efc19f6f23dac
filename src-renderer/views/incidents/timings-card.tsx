// How long cases take, over the whole of the period shown, and beside the targets that the workspace set.
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Figure, MetricCard } from '../../../src-shared/schemas/figure.ts';
import { marksOf } from '../../charts/figure-table.tsx';
import { intervalText } from '../../charts/words.ts';
import { call } from '../../client.ts';
import { requestFor } from '../../figure-request.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { SymbolKey } from '../../parts/symbol-key.tsx';
import { usePlace } from '../../place-context.tsx';
import { countText, numberText } from '../../wording.ts';
import { useWorkspace } from '../../workspace.tsx';
import { SettingsDialog } from '../frame/settings-dialog.tsx';
import type { FigureScreen } from '../use-figures.ts';

const timings: readonly string[] = [
  'report-lag',
  'days-to-acknowledge',
  'acknowledged-within-target',
  'days-to-close',
  'days-to-close-p90',
  'closed-within-target',
  'longest-open',
];

interface Row {
  readonly metric: MetricCard;
  readonly figure: Figure | undefined;
}

const pointOf = ({ figure }: Row) => figure?.points.at(-1);

const columns: TableColumn<Row>[] = [
  { id: 'measure', header: 'Measure', names: true, show: ({ metric }) => metric.title },
  { id: 'value', header: 'Value', numeric: true, show: (row) => pointOf(row)?.shown ?? '' },
  {
    id: 'range',
    header: '95% range',
    numeric: true,
    show: (row) => {
      const point = pointOf(row);
      return point && row.figure ? intervalText(point, row.figure) : '';
    },
  },
  {
    id: 'base',
    header: 'Cases',
    numeric: true,
    show: (row) => {
      const base = pointOf(row)?.base;
      return base == null ? '' : numberText(base);
    },
  },
  {
    id: 'care',
    header: 'Take care',
    show: (row) => <span className="caveat-cell">{pointOf(row)?.reason ?? row.metric.caveat}</span>,
  },
];

const targetText = (what: string, days: number | null): string =>
  days === null ? `No target for ${what} is set.` : `The target for ${what} is ${countText(days, 'day')}.`;

function Targets() {
  const workspace = useWorkspace();
  const [open, setOpen] = useState(false);
  if (!workspace) return null;
  const { acknowledgeDays, closeDays } = workspace.settings;
  return (
    <p className="aside">
      {`${targetText('acknowledging', acknowledgeDays)} ${targetText('closing', closeDays)} `}
      <Button className="link" onPress={() => setOpen(true)}>
        {acknowledgeDays === null && closeDays === null ? 'Set the targets' : 'Change the targets'}
      </Button>
      {open ? <SettingsDialog workspace={workspace} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}

interface TimingsProps {
  readonly metrics: readonly MetricCard[];
  readonly span: FigureScreen['span'];
  readonly filters: Readonly<Record<string, string>>;
}

export function TimingsCard({ metrics, span, filters }: TimingsProps) {
  const { place } = usePlace();
  const own = timings.flatMap((id) => metrics.find((metric) => metric.id === id) ?? []);
  const requests = own.map((metric) => requestFor(metric, place, span, { grain: 'all', filters }));
  const figures = useQueries({
    queries: requests.map((request) => ({
      queryKey: ['figure.read', request],
      queryFn: () => call('figure.read', request),
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  const rows = own.map((metric, index): Row => ({ metric, figure: figures[index] }));
  const marks = new Set(figures.flatMap((figure) => (figure ? [...marksOf(figure)] : [])));
  return (
    <section className="block" aria-labelledby="timings-title">
      <h2 id="timings-title">How long cases take</h2>
      <p className="aside">
        Cases still open count as open for as long as they have been: they are neither left out nor late.
      </p>
      <Targets />
      <DataTable
        caption="Timings over the period shown"
        columns={columns}
        rows={rows}
        rowKey={({ metric }) => metric.id}
      />
      <SymbolKey used={marks} />
    </section>
  );
}
