// One import of the history in full: its counts, fingerprint, notes, problems, and the rows to mend.
import { Button } from 'react-aria-components';
import type { ImportRecord } from '../../../src-shared/schemas/import.ts';
import { useAsk } from '../../ask.ts';
import { NoteList } from '../../parts/note-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { bytesText, momentText, numberText } from '../../wording.ts';
import { ProblemList } from './problem-list.tsx';
import { RowsToMend } from './rows-to-mend.tsx';
import { spanText } from './stored-words.ts';

function factsOf(record: ImportRecord): (readonly [string, string])[] {
  const { covers, replaced, savedMapping } = record;
  return [
    [
      'Rows',
      `${numberText(record.read)} read = ${numberText(record.accepted)} imported + ${numberText(record.rejected)} left out`,
    ],
    ...(covers ? [['Covers', spanText(covers)] as const] : []),
    ['Imported', `${momentText(record.importedAt)}, by ${record.importedBy}`],
    ...(replaced ? [['Replaced', `${replaced.file}, ${numberText(replaced.rows)} rows`] as const] : []),
    ...(savedMapping ? [['Saved matching', savedMapping] as const] : []),
    ['Size', bytesText(record.bytes)],
    ['Import', record.importId],
    ['SHA-256', record.sha256],
  ];
}

export function ImportDetails({ record, onClose }: { record: ImportRecord; onClose: () => void }) {
  const { data, error } = useAsk('import.rejects', { importId: record.importId });
  return (
    <WindowDialog title={`The import of ${record.file}`} open onClose={onClose} className="wide">
      <dl className="facts">
        {factsOf(record).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{name === 'SHA-256' ? <code>{value}</code> : value}</dd>
          </div>
        ))}
      </dl>
      <NoteList notes={record.notes} />
      {error ? <ProblemPanel problem={error} /> : null}
      {data ? <ProblemList problems={data} total={Math.max(data.length, record.problemCount)} /> : null}
      <div className="row end">
        <RowsToMend importId={record.importId} file={record.file} rejected={record.rejected} />
        <Button className="button primary" onPress={onClose}>
          Close the details
        </Button>
      </div>
    </WindowDialog>
  );
}
