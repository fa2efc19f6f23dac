// What came of an import: counts that add up, the file's fingerprint, the problems.
import type { Receipt } from '../../../src-shared/schemas/import.ts';
import { NoteList } from '../../parts/note-list.tsx';
import { countText, idText, momentText, numberText } from '../../wording.ts';
import { ProblemList } from './problem-list.tsx';

export function ReceiptNote({ receipt }: { receipt: Receipt }) {
  const survey = receipt.instrument ? ` into ${receipt.instrument}, wave ${receipt.wave ?? ''}` : '';
  return (
    <div className="receipt" role="status">
      <p>
        <strong>{`${countText(receipt.accepted, 'row')} imported as ${idText(receipt.kind).toLowerCase()}${survey}.`}</strong>
      </p>
      <p>
        {`${numberText(receipt.read)} read = ${numberText(receipt.accepted)} imported + ${numberText(receipt.rejected)} left out, in ${numberText(receipt.elapsedMs / 1000)} s. ${momentText(receipt.importedAt)}, by ${receipt.importedBy}.`}
      </p>
      <p className="aside">
        {`Import ${receipt.importId}. SHA-256 `}
        <code>{receipt.sha256}</code>
      </p>
      <NoteList notes={receipt.notes} />
      <ProblemList problems={receipt.problems} total={receipt.problemCount} />
    </div>
  );
}
