// What came of importing all that were ready: what arrived, what did not and why, in words that can be copied.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { copyText } from '../../charts/copy.ts';
import { countText, numberText } from '../../wording.ts';
import type { Queue, QueuedFile } from './queue.ts';
import { standingOf, standingWords } from './standing.ts';

interface RunSummaryProps {
  readonly queue: Queue;
  readonly onChoose: (id: number) => void;
}

const sum = (files: readonly QueuedFile[], read: (file: QueuedFile) => number): number =>
  files.reduce((total, file) => total + read(file), 0);

const reasonOf = (file: QueuedFile): string => {
  const { standing, why } = standingOf(file);
  if (standing === 'ready') return 'Ready, but not imported yet.';
  if (standing === 'refused' && file.problem) return `${why} ${file.problem.hint}`;
  return why || `${standingWords[standing]}.`;
};

/** "9 of 12 files arrived: 34,567 rows imported, 12 rows left out." */
export function arrivalSentence(files: readonly QueuedFile[]): string {
  const arrived = files.filter((file) => file.receipt);
  const accepted = sum(arrived, (file) => file.receipt?.accepted ?? 0);
  const rejected = sum(arrived, (file) => file.receipt?.rejected ?? 0);
  if (arrived.length === 0) return `None of ${countText(files.length, 'file')} arrived.`;
  const left = rejected === 0 ? 'none left out' : `${countText(rejected, 'row')} left out`;
  const all = arrived.length === files.length ? 'All' : `${numberText(arrived.length)} of`;
  return `${files.length === 1 ? 'The file' : `${all} ${countText(files.length, 'file')}`} arrived: ${countText(accepted, 'row')} imported, ${left}.`;
}

const asText = (files: readonly QueuedFile[]): string => {
  const lines = files.map((file) =>
    file.receipt
      ? `${file.name}\t${file.receipt.accepted} imported\t${file.receipt.rejected} left out\timport ${file.receipt.importId}`
      : `${file.name}\tnot imported\t${reasonOf(file)}`,
  );
  return [arrivalSentence(files), ...lines].join('\n');
};

function Copy({ files }: { files: readonly QueuedFile[] }) {
  const [copied, setCopied] = useState(false);
  return (
    <Button className="button small" onPress={() => void copyText(asText(files)).then(() => setCopied(true))}>
      {copied ? 'Summary copied' : 'Copy this summary'}
    </Button>
  );
}

export function RunSummary({ queue, onChoose }: RunSummaryProps) {
  const { files } = queue;
  const isReady = (file: QueuedFile) => standingOf(file).standing === 'ready';
  const ready = files.filter(isReady);
  const missed = files.filter((file) => !file.receipt && !isReady(file));
  return (
    <div className="receipt" role="status">
      <p>
        <strong>{arrivalSentence(files)}</strong>
        {queue.run === 'stopped' ? ' You stopped it; nothing is half imported.' : ''}
      </p>
      {ready.length > 0 ? (
        <p>{`${countText(ready.length, 'file')} ${ready.length === 1 ? 'is' : 'are'} ready, but not imported yet.`}</p>
      ) : null}
      {missed.length > 0 ? (
        <>
          <p>{`${countText(missed.length, 'file')} did not arrive:`}</p>
          <ul className="missed">
            {missed.map((file) => (
              <li key={file.id}>
                <button type="button" className="link" onClick={() => onChoose(file.id)}>
                  {file.name}
                </button>
                {` ${reasonOf(file)}`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="row">
        <Copy files={files} />
      </div>
    </div>
  );
}
