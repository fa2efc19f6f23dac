// The balance: for each behaviour what each source says of it, strengths beside concerns, over the dates chosen.
// The rule: the words of the figures are placed and nothing is added; what is hidden stays marked.
import { useQueries } from '@tanstack/react-query';
import type { Figure, MetricCard } from '../../../src-shared/schemas/figure.ts';
import { behaviours } from '../../../src-shared/vocabulary/protocol.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../client.ts';
import { requestFor } from '../../figure-request.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { SymbolKey } from '../../parts/symbol-key.tsx';
import { usePlace } from '../../place-context.tsx';
import { loadedMetrics, useCatalogue, useWorkspace } from '../../workspace.tsx';
import type { FigureScreen } from '../use-figures.ts';

interface Source {
  readonly header: string;
  readonly metric: string;
  readonly split: string;
  readonly across: string | null;
}

/** Columns from good to bad; a source without data has none. */
const sources: readonly Source[] = [
  { header: 'Positive examples', metric: 'positive-examples', split: 'behaviour', across: null },
  { header: 'Strengths heard', metric: 'evidence-mentions', split: 'behaviour-polarity', across: 'Strength' },
  { header: 'Seen in meetings, %', metric: 'behaviours-observed', split: 'behaviour', across: null },
  { header: 'Concerns heard', metric: 'evidence-mentions', split: 'behaviour-polarity', across: 'Concern' },
  { header: 'Incidents', metric: 'incidents', split: 'behaviour', across: null },
];

interface Asked extends Source {
  readonly card: MetricCard;
}

interface Row {
  readonly behaviour: string;
}

/** What a source's figure says of a behaviour; one that nothing on record names has no point. */
const pointOf = (figure: Figure | undefined, { across }: Source, { behaviour }: Row) =>
  figure?.points.find((point) => point.group === behaviour && point.across === across);

/** Where the log holds cases under several rules, the behaviours are those of the Protocol's. */
const protocol = { scheme: 'Member-Officer Protocol' };

export function BalanceTable({ span }: { span: FigureScreen['span'] }) {
  const { place } = usePlace();
  const loaded = loadedMetrics(useCatalogue(), useWorkspace());
  const incidents = useAsk('figure.options', { metric: 'incidents' }).data;
  const schemes = incidents?.dimensions.scheme?.map(({ value }) => value) ?? [];
  const asked = sources.flatMap((source): Asked[] => {
    const card = loaded.find(({ id }) => id === source.metric);
    return card?.dimensions.includes(source.split) ? [{ ...source, card }] : [];
  });
  const figures = useQueries({
    queries: asked.map(({ card, split }) => {
      const filters = card.id === 'incidents' && schemes.includes(protocol.scheme) ? protocol : {};
      const request = requestFor(card, place, span, { split, filters, grain: 'all' });
      return { queryKey: ['figure.read', request], queryFn: () => call('figure.read', request) };
    }),
    combine: (results) => results.map(({ data }) => data),
  });
  const rows: Row[] = behaviours.terms.map(({ label }) => ({ behaviour: label }));
  const columns: TableColumn<Row>[] = [
    { id: 'behaviour', header: 'Behaviour', names: true, show: ({ behaviour }) => behaviour },
    ...asked.map((source, index): TableColumn<Row> => {
      const point = (row: Row) => pointOf(figures[index], source, row);
      return {
        id: source.header,
        header: source.header,
        numeric: true,
        show: (row) => (figures[index] ? (point(row)?.shown ?? 'none') : ''),
        sortBy: (row) => point(row)?.value ?? null,
      };
    }),
  ];
  const used = new Set(
    figures.flatMap((figure) => figure?.points.flatMap(({ suppressed }) => suppressed ?? []) ?? []),
  );
  return (
    <>
      <DataTable
        caption="Positive and problem evidence for each behaviour, side by side: how many examples and excerpts, how often it was seen of the times looked for, and how many cases engaged it"
        columns={columns}
        rows={rows}
        rowKey={({ behaviour }) => behaviour}
      />
      <SymbolKey used={used} />
    </>
  );
}
