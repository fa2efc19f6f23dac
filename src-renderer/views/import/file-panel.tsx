// One file of the list: what it is, what it would do, what has to be said of it, and what came of it.
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Preview } from '../../../src-shared/schemas/import.ts';
import { NoteList } from '../../parts/note-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { bytesText, idText } from '../../wording.ts';
import { useCatalogue } from '../../workspace.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { CommitBar } from './commit-bar.tsx';
import { Correction } from './correction.tsx';
import { DateOrder } from './date-order.tsx';
import { DryRun } from './dry-run.tsx';
import { FileDecisions } from './file-decisions.tsx';
import { FirstRows } from './first-rows.tsx';
import { useKeptFocus } from './keep-focus.ts';
import { dropFiles, tryAgain } from './lane.ts';
import { ProblemList } from './problem-list.tsx';
import { type QueuedFile, wantsLook } from './queue.ts';
import { ReceiptNote } from './receipt-note.tsx';
import { RowProgress } from './row-progress.tsx';
import { SavedMatching } from './saved-matching.tsx';
import { SpareFields } from './spare-fields.tsx';
import { isAmbiguous } from './standing.ts';
import { ValueMapping } from './value-mapping.tsx';

const formWords = (preview: Preview): string =>
  [
    preview.format,
    preview.encoding,
    idText(preview.dialect),
    `headings in ${preview.headerRows === 1 ? 'one row' : `${preview.headerRows} rows`}`,
  ]
    .filter(Boolean)
    .join(' · ');

function PreviewBody({ file, preview }: { file: QueuedFile; preview: Preview }) {
  const catalogue = useCatalogue();
  const kind = catalogue?.kinds.find(({ id }) => id === preview.kind);
  return (
    <>
      <p className="aside">{formWords(preview)}</p>
      <SavedMatching file={file} preview={preview} />
      <NoteList notes={preview.notes.filter(({ code }) => code !== 'dates-ambiguous')} />
      {isAmbiguous(preview) ? <DateOrder file={file} /> : null}
      <DryRun preview={preview} />
      <ColumnMapping file={file} preview={preview} kind={kind} />
      <SpareFields key={`spare ${preview.kind}`} file={file} preview={preview} kind={kind} />
      <ValueMapping file={file} preview={preview} />
      <ProblemList problems={preview.problems} total={preview.problemCount} counted={preview.problemGroups} />
      <FirstRows preview={preview} />
      <Correction key={`correction ${preview.kind}`} file={file} preview={preview} />
      <CommitBar file={file} preview={preview} />
    </>
  );
}

/** A look that came to nothing; the decisions above stay, for one of them may be the reason. */
function LookProblem({ file }: { file: QueuedFile }) {
  const { problem } = file;
  if (!problem) return null;
  return (
    <ProblemPanel problem={problem}>
      {problem.code === 'dates-ambiguous' ? <DateOrder file={file} /> : null}
      <Button className="button" onPress={() => tryAgain(file.id)}>
        Read it again
      </Button>
      <Button className="button" onPress={() => dropFiles([file.id])}>
        Leave this file out
      </Button>
    </ProblemPanel>
  );
}

function HeldBody({ file }: { file: QueuedFile }) {
  const catalogue = useCatalogue();
  const reading = wantsLook(file);
  const { preview } = file;
  // Problems of an import stand by its button; those of a look leave nothing to show below the decisions.
  const unread = file.problem !== null && !file.importFailed;
  return (
    <div aria-busy={reading} className={reading && preview ? 'asking' : undefined}>
      <FileDecisions file={file} kinds={catalogue?.kinds ?? []} />
      {reading && !preview ? <RowProgress name={file.name} standing="reading" /> : null}
      {!reading && unread ? <LookProblem file={file} /> : null}
      {preview && !unread ? <PreviewBody file={file} preview={preview} /> : null}
    </div>
  );
}

interface FilePanelProps {
  readonly file: QueuedFile;
  /** Whether the panel was asked for just now: the focus then goes to its heading. */
  readonly called: boolean;
}

export function FilePanel({ file, called }: FilePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const keepFocus = useKeptFocus(heading);
  useEffect(() => {
    if (called) heading.current?.focus();
  }, [called]);
  return (
    <section className="block file-panel" aria-label={file.name} onFocus={keepFocus}>
      <div className="file-head">
        <h2 ref={heading} tabIndex={-1}>
          {file.name}
        </h2>
        <span>{file.held ? bytesText(file.held.bytes) : ''}</span>
        <Button
          className="tool icon"
          aria-label={`Take ${file.name} off the list`}
          isDisabled={file.state === 'importing'}
          onPress={() => dropFiles([file.id])}
        >
          <X aria-hidden="true" />
        </Button>
      </div>
      {file.state === 'waiting' || file.state === 'sending' ? <p>Handing the file over…</p> : null}
      {file.state === 'refused' && file.problem ? (
        <ProblemPanel problem={file.problem}>
          {file.source ? (
            <Button className="button" onPress={() => tryAgain(file.id)}>
              Hand it over again
            </Button>
          ) : null}
        </ProblemPanel>
      ) : null}
      {file.state === 'held' || file.state === 'importing' ? <HeldBody file={file} /> : null}
      {file.receipt ? <ReceiptNote receipt={file.receipt} counted={file.preview?.problemGroups} /> : null}
    </section>
  );
}
