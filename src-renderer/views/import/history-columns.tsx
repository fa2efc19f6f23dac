// The columns of the two lists of imports: those that stand, and those taken back.
import { Button } from 'react-aria-components';
import type { UndoneImport } from '../../../src-shared/schemas/again.ts';
import type { KindCard } from '../../../src-shared/schemas/catalogue.ts';
import type { ImportRecord } from '../../../src-shared/schemas/import.ts';
import type { TableColumn } from '../../parts/data-table.tsx';
import { dayText, idText, momentText, numberText } from '../../wording.ts';
import { CopyHash } from './copy-hash.tsx';
import { spanText } from './stored-words.ts';

interface Acts {
  readonly onUndo: (record: ImportRecord) => void;
  readonly onDetails: (record: ImportRecord) => void;
  readonly onFind: (record: ImportRecord) => void;
}

type Kept = Pick<
  ImportRecord,
  'file' | 'kind' | 'read' | 'accepted' | 'rejected' | 'importedAt' | 'importedBy' | 'sha256'
>;

const titleOf = (kinds: readonly KindCard[], id: string): string =>
  kinds.find((kind) => kind.id === id)?.title ?? idText(id);

const whatWords = (kinds: readonly KindCard[], record: ImportRecord): string =>
  record.instrument
    ? `${record.instrument}${record.wave ? `, ${dayText(record.wave)}` : ''}`
    : titleOf(kinds, record.kind);

const rows = <Row extends Kept>(id: 'read' | 'accepted' | 'rejected', header: string): TableColumn<Row> => ({
  id,
  header,
  numeric: true,
  show: (record) => numberText(record[id]),
  sortBy: (record) => record[id],
});

function RecordActs({ record, acts }: { record: ImportRecord; acts: Acts }) {
  return (
    <div className="row tight acts">
      <Button
        className="button small"
        onPress={() => acts.onDetails(record)}
        aria-label={`Details of ${record.file}`}
      >
        Details
      </Button>
      <Button
        className="button small"
        onPress={() => acts.onFind(record)}
        aria-label={`Find a row of ${record.file}`}
      >
        Find a row
      </Button>
      <Button
        className="button small"
        onPress={() => acts.onUndo(record)}
        aria-label={`Undo the import of ${record.file}`}
      >
        Undo
      </Button>
    </div>
  );
}

function FileCell({ record }: { record: ImportRecord }) {
  const { replaced } = record;
  return (
    <>
      {record.file}
      {replaced ? (
        <span className="standing-why">{`replaced ${replaced.file}, ${numberText(replaced.rows)} rows`}</span>
      ) : null}
    </>
  );
}

const coversWords = ({ covers }: ImportRecord): string => (covers ? spanText(covers) : '');

/** The imports that stand. */
export const historyColumns = (kinds: readonly KindCard[], acts: Acts): TableColumn<ImportRecord>[] => [
  {
    id: 'file',
    header: 'File',
    names: true,
    show: (r) => <FileCell record={r} />,
    sortBy: (r) => r.file,
  },
  {
    id: 'kind',
    header: 'What it is',
    show: (r) => whatWords(kinds, r),
    sortBy: (r) => `${r.kind} ${r.instrument ?? ''} ${r.wave ?? ''}`,
  },
  { id: 'covers', header: 'Covers', show: coversWords, sortBy: (r) => r.covers?.from ?? null },
  rows('read', 'Read'),
  rows('accepted', 'Imported'),
  rows('rejected', 'Left out'),
  {
    id: 'when',
    header: 'When and who',
    show: (r) => `${momentText(r.importedAt)}, ${r.importedBy}`,
    sortBy: (r) => r.importedAt,
  },
  {
    id: 'hash',
    header: 'Fingerprint',
    show: (r) => <CopyHash sha256={r.sha256} file={r.file} />,
    sortBy: (r) => r.sha256,
  },
  {
    id: 'acts',
    header: 'Details and undo',
    show: (r) => <RecordActs record={r} acts={acts} />,
  },
];

/** What stands in the place of an import now: what replaced it may have been replaced or taken back since. */
function standsInstead(
  { replacedBy }: Pick<UndoneImport, 'replacedBy'>,
  kept: readonly ImportRecord[],
  undone: readonly UndoneImport[],
): string {
  if (replacedBy === null) return 'Nothing';
  const there = kept.find(({ importId }) => importId === replacedBy);
  if (there) return there.file;
  const gone = undone.find(({ importId }) => importId === replacedBy);
  if (!gone) return replacedBy;
  return gone.replacedBy === null
    ? `Nothing: ${gone.file}, which replaced it, was taken back`
    : standsInstead(gone, kept, undone);
}

/** The imports that were taken back, with what stands in their place. */
export const undoneColumns = (
  kinds: readonly KindCard[],
  kept: readonly ImportRecord[],
  undone: readonly UndoneImport[],
): TableColumn<UndoneImport>[] => [
  { id: 'file', header: 'File', names: true, show: (r) => r.file, sortBy: (r) => r.file },
  {
    id: 'kind',
    header: 'What it was',
    show: (r) => titleOf(kinds, r.kind),
    sortBy: (r) => r.kind,
  },
  rows('accepted', 'Rows'),
  {
    id: 'when',
    header: 'Imported',
    show: (r) => `${momentText(r.importedAt)}, ${r.importedBy}`,
    sortBy: (r) => r.importedAt,
  },
  {
    id: 'undone',
    header: 'Taken back',
    show: (r) => `${momentText(r.undoneAt)}, ${r.undoneBy}`,
    sortBy: (r) => r.undoneAt,
  },
  {
    id: 'instead',
    header: 'In its place',
    show: (r) => standsInstead(r, kept, undone),
  },
  {
    id: 'hash',
    header: 'Fingerprint',
    show: (r) => <CopyHash sha256={r.sha256} file={r.file} />,
  },
];
