// One file of the queue: preview, decisions, the button that imports it, and its receipt or refusal.
import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ImportRequest, Preview } from '../../../src-shared/schemas/import.ts';
import { useAsk, useDo, wordsOf } from '../../ask.ts';
import { NoteList } from '../../parts/note-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';
import { bytesText, countText, idText, numberText } from '../../wording.ts';
import { useCatalogue } from '../../workspace.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { FileDecisions } from './file-decisions.tsx';
import { FirstRows } from './first-rows.tsx';
import { ProblemList } from './problem-list.tsx';
import { changeFile, decide, dropFile, type QueuedFile } from './queue.ts';
import { ReceiptNote } from './receipt-note.tsx';

const requestOf = (file: QueuedFile): ImportRequest | null =>
  file.held && (file.state === 'ready' || file.state === 'importing')
    ? { file: file.held.file, ...file.decisions }
    : null;

const isAmbiguous = (preview: Preview): boolean =>
  preview.notes.some(({ code }) => code === 'dates-ambiguous');

const isSurvey = (kind: string | undefined): boolean => kind?.startsWith('survey') ?? false;

/** What still has to be said before this file can be imported; null when nothing. */
export function stillMissing(file: QueuedFile, preview: Preview): string | null {
  if (preview.missing.length > 0) return `Match these first: ${preview.missing.join(', ')}.`;
  if (isSurvey(preview.kind) && !file.decisions.instrument) {
    return 'Say which survey this is. All its waves need the same name.';
  }
  if (isSurvey(preview.kind) && !(file.decisions.wave ?? preview.wave)) {
    return 'Say when the wave of this survey closed.';
  }
  if (isAmbiguous(preview)) return 'Say whether the dates are day first or month first.';
  return preview.accepted === 0 ? 'No row of this file can be accepted as it is mapped now.' : null;
}

function Counts({ preview }: { preview: Preview }) {
  return (
    <dl className="counts">
      <div>
        <dt>Rows read</dt>
        <dd>{numberText(preview.read)}</dd>
      </div>
      <div>
        <dt>Will be imported</dt>
        <dd>{numberText(preview.accepted)}</dd>
      </div>
      <div>
        <dt>Left out</dt>
        <dd>{numberText(preview.rejected)}</dd>
      </div>
      <div>
        <dt>Problems</dt>
        <dd>{numberText(preview.problemCount)}</dd>
      </div>
    </dl>
  );
}

function ImportButton({
  file,
  preview,
  request,
}: {
  file: QueuedFile;
  preview: Preview;
  request: ImportRequest;
}) {
  const commit = useDo('import.commit');
  const { noteImport } = usePlace();
  const running = file.state === 'importing';
  // What comes of it is kept with the file, so that it is told even after another screen was looked at.
  const run = (again: boolean) => {
    changeFile(file.id, { state: 'importing', problem: null });
    commit.mutateAsync(again ? { ...request, again } : request).then(
      (receipt) => {
        changeFile(file.id, { receipt, state: 'imported' });
        noteImport(receipt);
      },
      (error: unknown) => changeFile(file.id, { problem: wordsOf(error), state: 'ready' }),
    );
  };
  const missing = stillMissing(file, preview);
  const twice =
    file.problem?.code === 'already-imported' || (preview.alreadyImported !== null && !file.problem);
  return (
    <div className="commit">
      {file.problem ? <ProblemPanel problem={file.problem} /> : null}
      {!file.problem && preview.alreadyImported !== null ? (
        <p className="notice">{`The same bytes were imported before, as ${preview.alreadyImported}.`}</p>
      ) : null}
      {missing ? <p className="notice">{missing}</p> : null}
      <div className="row">
        <Button
          className="button primary"
          isDisabled={missing !== null || running}
          onPress={() => run(twice)}
        >
          {running
            ? 'Importing…'
            : twice
              ? `Import again anyway: ${countText(preview.accepted, 'row')}`
              : `Import ${countText(preview.accepted, 'row')}`}
        </Button>
        <Button className="button" isDisabled={running} onPress={() => dropFile(file.id)}>
          Leave this file out
        </Button>
      </div>
    </div>
  );
}

function PreviewBody({
  file,
  preview,
  request,
}: {
  file: QueuedFile;
  preview: Preview;
  request: ImportRequest;
}) {
  return (
    <>
      <p className="aside">
        {[
          preview.format,
          preview.encoding,
          idText(preview.dialect),
          `headings in ${preview.headerRows === 1 ? 'one row' : `${preview.headerRows} rows`}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <NoteList notes={preview.notes} />
      {isAmbiguous(preview) ? (
        <div className="row">
          <DateOrder file={file} />
        </div>
      ) : null}
      <Counts preview={preview} />
      <ColumnMapping file={file} preview={preview} />
      <ProblemList problems={preview.problems} total={preview.problemCount} />
      <FirstRows preview={preview} />
      <ImportButton file={file} preview={preview} request={request} />
    </>
  );
}

/** A wrong choice of kind or mapping must be changeable, so the decisions stay where the preview fails. */
function Previewed({ file, request }: { file: QueuedFile; request: ImportRequest }) {
  const { data, error, isFetching } = useAsk('import.preview', request, file.state !== 'importing');
  const catalogue = useCatalogue();
  return (
    <div aria-busy={isFetching} className={isFetching && data ? 'asking' : undefined}>
      <FileDecisions file={file} preview={error ? null : (data ?? null)} kinds={catalogue?.kinds ?? []} />
      {error ? (
        <ProblemPanel problem={error}>
          {error.code === 'dates-ambiguous' ? <DateOrder file={file} /> : null}
          <Button className="button" onPress={() => dropFile(file.id)}>
            Leave this file out
          </Button>
        </ProblemPanel>
      ) : null}
      {!error && data && data.file === request.file ? (
        <PreviewBody file={file} preview={data} request={request} />
      ) : null}
      {!error && !data ? <p>Reading the file…</p> : null}
    </div>
  );
}

function DateOrder({ file }: { file: QueuedFile }) {
  const say = (dateOrder: 'dmy' | 'mdy') =>
    decide(file.id, { mapping: { ...file.decisions.mapping, dateOrder } });
  return (
    <>
      <Button className="button primary" onPress={() => say('dmy')}>
        Day first (31/03/2026)
      </Button>
      <Button className="button" onPress={() => say('mdy')}>
        Month first (03/31/2026)
      </Button>
    </>
  );
}

export function FilePanel({ file }: { file: QueuedFile }) {
  const request = requestOf(file);
  return (
    <section className="block file-panel" aria-label={file.name}>
      <div className="file-head">
        <h2>{file.name}</h2>
        <span>{file.held ? bytesText(file.held.bytes) : ''}</span>
        <Button
          className="tool icon"
          aria-label={`Take ${file.name} off the list`}
          isDisabled={file.state === 'importing'}
          onPress={() => dropFile(file.id)}
        >
          <X aria-hidden="true" />
        </Button>
      </div>
      {file.state === 'sending' ? <p>Handing the file over…</p> : null}
      {file.state === 'refused' && file.problem ? <ProblemPanel problem={file.problem} /> : null}
      {request ? <Previewed file={file} request={request} /> : null}
      {file.receipt ? <ReceiptNote receipt={file.receipt} /> : null}
    </section>
  );
}
