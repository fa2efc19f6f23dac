// The matchings that were kept: for which kind, since when, by whom; each can be forgotten.
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { SavedMapping } from '../../../src-shared/schemas/import.ts';
import { useAsk, useDo } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { countText, idText, momentText, numberText } from '../../wording.ts';
import { useCatalogue } from '../../workspace.tsx';

/** Where a matching finds its table, as far as a person said so. */
const placeWords = ({ mapping: { reading = {} } }: SavedMapping): string =>
  [
    ...(reading.sheet === undefined ? [] : [`sheet “${reading.sheet}”`]),
    ...(reading.headerRows === undefined ? [] : [`headings in ${countText(reading.headerRows, 'row')}`]),
  ].join(', ') || 'Found by Candour';

export function SavedMatchings() {
  const { data = [], error } = useAsk('mapping.list', {});
  const kinds = useCatalogue()?.kinds;
  const forget = useDo('mapping.forget');
  const { mutate } = forget;
  const columns = useMemo(
    (): TableColumn<SavedMapping>[] => [
      { id: 'name', header: 'Name', names: true, show: (m) => m.name, sortBy: (m) => m.name },
      {
        id: 'kind',
        header: 'Kind',
        show: (m) => m.instrument ?? kinds?.find(({ id }) => id === m.kind)?.title ?? idText(m.kind),
        sortBy: (m) => m.kind,
      },
      {
        id: 'headings',
        header: 'Headings',
        numeric: true,
        show: (m) => numberText(m.headings.length),
        sortBy: (m) => m.headings.length,
      },
      { id: 'place', header: 'Read from', show: placeWords, sortBy: placeWords },
      {
        id: 'saved',
        header: 'Saved',
        show: (m) => `${momentText(m.savedAt)}, ${m.savedBy}`,
        sortBy: (m) => m.savedAt,
      },
      {
        id: 'forget',
        header: 'Forget',
        show: (m) => (
          <Button
            className="button small"
            aria-label={`Forget the matching ${m.name}`}
            onPress={() => mutate({ id: m.id })}
          >
            Forget
          </Button>
        ),
      },
    ],
    [kinds, mutate],
  );
  if (error) return <ProblemPanel problem={error} />;
  if (data.length === 0) return null;
  return (
    <section className="block" aria-label="Saved matchings">
      <h2>Saved matchings</h2>
      {forget.error ? <ProblemPanel problem={forget.error} /> : null}
      <Fold
        title={`${countText(data.length, 'matching')} of columns, used when the same headings come again`}
      >
        <DataTable
          caption="Saved matchings of columns"
          quietCaption
          columns={columns}
          rows={data}
          rowKey={({ id }) => id}
        />
      </Fold>
    </section>
  );
}
