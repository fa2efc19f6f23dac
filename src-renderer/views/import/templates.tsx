// A starter workbook for each kind of the catalogue, for what no system exports.
import { useMemo } from 'react';
import type { KindCard } from '../../../src-shared/schemas/catalogue.ts';
import { useDo } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { countText } from '../../wording.ts';
import { useCatalogue } from '../../workspace.tsx';
import { TakeAway } from './take-away.tsx';

export function Templates() {
  const kinds = useCatalogue()?.kinds ?? [];
  const { mutateAsync: make } = useDo('template.build');
  const columns = useMemo(
    (): TableColumn<KindCard>[] => [
      { id: 'kind', header: 'Kind of data', names: true, show: ({ title }) => title },
      { id: 'definition', header: 'One row is', show: ({ definition }) => definition },
      {
        id: 'template',
        header: 'Template',
        show: ({ id, title }) => (
          <TakeAway
            title="Download"
            label={`Download the template for ${title}`}
            make={() => make({ kind: id })}
          />
        ),
      },
    ],
    [make],
  );
  return (
    <section className="block" aria-label="Starter templates">
      <h2>Starter templates</h2>
      <p>
        For what no system exports: a workbook with the right headings, drop-down lists and an example row.
      </p>
      <Fold title={`${countText(kinds.length, 'kind')} of data, a template for each`}>
        <DataTable
          caption="Kinds of data and their templates"
          quietCaption
          columns={columns}
          rows={kinds}
          rowKey={({ id }) => id}
        />
      </Fold>
    </section>
  );
}
