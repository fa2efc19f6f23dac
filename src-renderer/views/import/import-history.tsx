// Every import of the workspace, newest first: who, when, which bytes, how many rows; and those taken back since.
import { useMemo, useState } from 'react';
import type { UndoneImport } from '../../../src-shared/schemas/again.ts';
import type { ImportRecord } from '../../../src-shared/schemas/import.ts';
import { useAsk } from '../../ask.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';
import { countText } from '../../wording.ts';
import { useCatalogue } from '../../workspace.tsx';
import { FindRow } from './find-row.tsx';
import { historyColumns, undoneColumns } from './history-columns.tsx';
import { ImportDetails } from './import-details.tsx';

const byNewest = <Row extends { readonly importedAt: string }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => b.importedAt.localeCompare(a.importedAt));

function Undone({ undone, kept }: { undone: readonly UndoneImport[]; kept: readonly ImportRecord[] }) {
  const catalogue = useCatalogue();
  const columns = useMemo(
    () => undoneColumns(catalogue?.kinds ?? [], kept, undone),
    [catalogue, kept, undone],
  );
  if (undone.length === 0) return null;
  return (
    <Fold title={`${countText(undone.length, 'import')} taken back or replaced`}>
      <DataTable
        caption="Imports taken back or replaced"
        quietCaption
        columns={columns}
        rows={undone}
        rowKey={({ importId, undoneAt }) => `${importId} ${undoneAt}`}
      />
    </Fold>
  );
}

export function ImportHistory() {
  const { data = [], error } = useAsk('import.list', {});
  const { data: undone = [] } = useAsk('import.undone', {});
  const { ask } = usePlace();
  const catalogue = useCatalogue();
  const [listed, setListed] = useState<ImportRecord | null>(null);
  const [sought, setSought] = useState<ImportRecord | null>(null);
  const columns = useMemo(
    () => historyColumns(catalogue?.kinds ?? [], { onUndo: ask, onDetails: setListed, onFind: setSought }),
    [catalogue, ask],
  );
  const newest = useMemo(() => byNewest(data), [data]);
  if (error) return <ProblemPanel problem={error} />;
  return (
    <section className="block" aria-label="Imports so far">
      <h2>Imports so far</h2>
      {newest.length === 0 ? (
        <p>None yet.</p>
      ) : (
        <DataTable
          caption={countText(newest.length, 'import')}
          columns={columns}
          rows={newest}
          rowKey={(record) => record.importId}
        />
      )}
      <Undone undone={undone} kept={newest} />
      {listed ? <ImportDetails record={listed} onClose={() => setListed(null)} /> : null}
      {sought ? <FindRow record={sought} onClose={() => setSought(null)} /> : null}
    </section>
  );
}
