// Every import of the workspace, newest first, each with its problems and an undo that asks first.
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ImportRecord } from '../../../src-shared/schemas/import.ts';
import { useAsk } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { usePlace } from '../../place-context.tsx';
import { countText, dayText, idText, momentText, numberText } from '../../wording.ts';
import { ProblemList } from './problem-list.tsx';

interface Acts {
  readonly onUndo: (record: ImportRecord) => void;
  readonly onProblems: (record: ImportRecord) => void;
}

const columnsOf = ({ onUndo, onProblems }: Acts): TableColumn<ImportRecord>[] => [
  { id: 'file', header: 'File', names: true, show: (r) => r.file, sortBy: (r) => r.file },
  {
    id: 'kind',
    header: 'Kind',
    show: (r) => (r.instrument ? `${r.instrument}, ${r.wave ? dayText(r.wave) : ''}` : idText(r.kind)),
    sortBy: (r) => `${r.kind} ${r.instrument ?? ''} ${r.wave ?? ''}`,
  },
  { id: 'read', header: 'Read', numeric: true, show: (r) => numberText(r.read), sortBy: (r) => r.read },
  {
    id: 'accepted',
    header: 'Imported',
    numeric: true,
    show: (r) => numberText(r.accepted),
    sortBy: (r) => r.accepted,
  },
  {
    id: 'rejected',
    header: 'Left out',
    numeric: true,
    show: (r) => numberText(r.rejected),
    sortBy: (r) => r.rejected,
  },
  {
    id: 'when',
    header: 'When and who',
    show: (r) => `${momentText(r.importedAt)}, ${r.importedBy}`,
    sortBy: (r) => r.importedAt,
  },
  {
    id: 'acts',
    header: 'Problems and undo',
    show: (r) => (
      <div className="row tight">
        {r.problemCount > 0 ? (
          <Button className="button small" onPress={() => onProblems(r)} aria-label={`Problems of ${r.file}`}>
            {countText(r.problemCount, 'problem')}
          </Button>
        ) : null}
        <Button
          className="button small"
          onPress={() => onUndo(r)}
          aria-label={`Undo the import of ${r.file}`}
        >
          Undo
        </Button>
      </div>
    ),
  },
];

function ProblemsDialog({ record, onClose }: { record: ImportRecord; onClose: () => void }) {
  const { data, error } = useAsk('import.rejects', { importId: record.importId });
  return (
    <WindowDialog title={`Problems of ${record.file}`} open onClose={onClose} className="wide">
      {error ? <ProblemPanel problem={error} /> : null}
      {data ? <ProblemList problems={data} total={Math.max(data.length, record.problemCount)} /> : null}
      <div className="row end">
        <Button className="button primary" onPress={onClose}>
          Close the list
        </Button>
      </div>
    </WindowDialog>
  );
}

export function ImportHistory() {
  const { data = [], error } = useAsk('import.list', {});
  const { ask } = usePlace();
  const [listed, setListed] = useState<ImportRecord | null>(null);
  const columns = useMemo(() => columnsOf({ onUndo: ask, onProblems: setListed }), [ask]);
  const newest = useMemo(() => [...data].sort((a, b) => b.importedAt.localeCompare(a.importedAt)), [data]);
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
      {listed ? <ProblemsDialog record={listed} onClose={() => setListed(null)} /> : null}
    </section>
  );
}
