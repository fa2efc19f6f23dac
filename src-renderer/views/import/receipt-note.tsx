// What came of an import: counts that add up, the file's fingerprint, the problems and the rows to mend.
import type { ProblemGroup, Receipt } from '../../../src-shared/schemas/import.ts';
import { useAsk } from '../../ask.ts';
import { NoteList } from '../../parts/note-list.tsx';
import { countText, dayText, idText, momentText, numberText } from '../../wording.ts';
import { useCatalogue } from '../../workspace.tsx';
import { ProblemList } from './problem-list.tsx';
import { RowsToMend } from './rows-to-mend.tsx';
import { inSentence, spanText } from './stored-words.ts';

/** Whether this import was taken back since. */
export function useIsUndone(importId: string): boolean {
  const { data = [] } = useAsk('import.undone', {});
  return data.some((undone) => undone.importId === importId);
}

function sentence({ accepted, instrument, wave, covers }: Receipt, title: string): string {
  const survey = instrument ? ` into ${instrument}${wave ? `, wave of ${dayText(wave)}` : ''}` : '';
  const span = covers ? `, covering ${spanText(covers)}` : '';
  return `${countText(accepted, 'row')} imported as ${inSentence(title)}${survey}${span}.`;
}

interface ReceiptNoteProps {
  readonly receipt: Receipt;
  /** How many problems of each sort the dry run counted. */
  readonly counted?: readonly ProblemGroup[] | undefined;
}

export function ReceiptNote({ receipt, counted }: ReceiptNoteProps) {
  const { read, accepted, rejected, elapsedMs, importedAt, importedBy, replaced, savedMapping } = receipt;
  const undone = useIsUndone(receipt.importId);
  const kind = useCatalogue()?.kinds.find(({ id }) => id === receipt.kind);
  const title = kind?.title ?? idText(receipt.kind);
  return (
    <div className="receipt" role="status">
      <p>
        <strong>{sentence(receipt, title)}</strong>
        {undone ? ' It was taken back since.' : ''}
      </p>
      <p>
        {`${numberText(read)} read = ${numberText(accepted)} imported + ${numberText(rejected)} left out, in ${numberText(elapsedMs / 1000)} s. ${momentText(importedAt)}, by ${importedBy}.`}
      </p>
      {replaced ? (
        <p>{`It replaced the import of ${replaced.file} (${countText(replaced.rows, 'row')}).`}</p>
      ) : null}
      {savedMapping ? <p>{`Columns matched as saved under “${savedMapping}”.`}</p> : null}
      <p className="aside">
        {`Import ${receipt.importId}. SHA-256 `}
        <code>{receipt.sha256}</code>
      </p>
      <NoteList notes={receipt.notes} />
      <ProblemList problems={receipt.problems} total={receipt.problemCount} counted={counted} />
      <div className="row">
        {undone ? null : <RowsToMend importId={receipt.importId} file={receipt.file} rejected={rejected} />}
      </div>
    </div>
  );
}
