// Every file of the list in one row: what it is, how many rows, where it stands and why.
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { KindCard } from '../../../src-shared/schemas/catalogue.ts';
import type { Receipt } from '../../../src-shared/schemas/import.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { countText, idText, numberText } from '../../wording.ts';
import { useCatalogue } from '../../workspace.tsx';
import { dropFiles, stopFile } from './lane.ts';
import { type QueuedFile, queueNow } from './queue.ts';
import { useIsUndone } from './receipt-note.tsx';
import { RowProgress } from './row-progress.tsx';
import { RowsToMend } from './rows-to-mend.tsx';
import { type Standing, standingOf, standingWords } from './standing.ts';

interface QueueTableProps {
  readonly files: readonly QueuedFile[];
  readonly chosen: number | null;
  readonly onChoose: (id: number) => void;
}

/** The counts of a file: of its import where there is one, else of the dry run. */
const countsOf = (file: QueuedFile) => file.receipt ?? file.preview;

const kindTitle = (kinds: readonly KindCard[], file: QueuedFile): string => {
  const id = file.receipt?.kind ?? file.decisions.kind ?? file.preview?.kind;
  return id === undefined ? '' : (kinds.find((kind) => kind.id === id)?.title ?? idText(id));
};

const order: readonly Standing[] = [
  'importing',
  'reading',
  'sending',
  'waiting',
  'decide',
  'refused',
  'known',
  'ready',
  'imported',
];

/** What can be done after an import: mend the rows that were left out, unless it was taken back since. */
function Came({ receipt }: { receipt: Receipt }) {
  const undone = useIsUndone(receipt.importId);
  if (undone) return <span className="standing-why">Taken back since.</span>;
  return (
    <div className="row">
      <RowsToMend importId={receipt.importId} file={receipt.file} rejected={receipt.rejected} />
    </div>
  );
}

function StandingCell({ file }: { file: QueuedFile }) {
  const { standing, why } = standingOf(file);
  if (standing === 'reading' || standing === 'importing') {
    return <RowProgress name={file.name} standing={standing} />;
  }
  return (
    <div className={`standing standing-${standing}`}>
      <strong>{standingWords[standing]}</strong>
      {why ? <span className="standing-why">{why}</span> : null}
      {file.receipt ? <Came receipt={file.receipt} /> : null}
    </div>
  );
}

function Acts({ file }: { file: QueuedFile }) {
  const { standing } = standingOf(file);
  // Within a run the one button above stops the file and the rest.
  const busy = standing === 'reading' || (standing === 'importing' && queueNow().run !== 'running');
  return (
    <div className="row tight">
      {busy ? (
        <Button
          className="button small"
          aria-label={`Stop ${standingWords[standing].toLowerCase()} ${file.name}`}
          onPress={() => stopFile(file.id)}
        >
          Stop
        </Button>
      ) : null}
      {standing === 'importing' ? null : (
        <Button
          className="tool icon"
          aria-label={`Take ${file.name} off the list`}
          onPress={() => dropFiles([file.id])}
        >
          <X aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}

const number = (
  id: string,
  header: string,
  read: (file: QueuedFile) => number | undefined,
): TableColumn<QueuedFile> => ({
  id,
  header,
  numeric: true,
  show: (file) => {
    const value = read(file);
    return value === undefined ? '' : numberText(value);
  },
  sortBy: (file) => read(file) ?? null,
});

function columnsOf(
  kinds: readonly KindCard[],
  chosen: number | null,
  onChoose: (id: number) => void,
): TableColumn<QueuedFile>[] {
  return [
    {
      id: 'file',
      header: 'File',
      names: true,
      show: (file) => (
        <>
          <button
            type="button"
            className="link"
            aria-expanded={file.id === chosen}
            onClick={() => onChoose(file.id)}
          >
            {file.name}
          </button>
          {file.folder ? <span className="standing-why">{`in ${file.folder}`}</span> : null}
        </>
      ),
      sortBy: (file) => `${file.folder}/${file.name}`,
    },
    {
      id: 'kind',
      header: 'What it is',
      show: (file) => kindTitle(kinds, file),
      sortBy: (file) => kindTitle(kinds, file),
    },
    number('read', 'Rows', (file) => countsOf(file)?.read),
    number('accepted', 'Accepted', (file) => countsOf(file)?.accepted),
    number('rejected', 'Left out', (file) => countsOf(file)?.rejected),
    {
      id: 'standing',
      header: 'Where it stands',
      show: (file) => <StandingCell file={file} />,
      sortBy: (file) => order.indexOf(standingOf(file).standing),
    },
    { id: 'acts', header: 'Stop or take off', show: (file) => <Acts file={file} /> },
  ];
}

export function QueueTable({ files, chosen, onChoose }: QueueTableProps) {
  const catalogue = useCatalogue();
  const columns = useMemo(
    () => columnsOf(catalogue?.kinds ?? [], chosen, onChoose),
    [catalogue, chosen, onChoose],
  );
  return (
    <DataTable
      caption={`${countText(files.length, 'file')} on the list`}
      quietCaption
      columns={columns}
      rows={files}
      rowKey={(file) => String(file.id)}
      rowClass={(file) => (file.id === chosen ? 'chosen' : undefined)}
    />
  );
}
