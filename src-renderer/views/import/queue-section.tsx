// The files on the list: one sentence, the table, the one action over all that are ready, and what came of it.
import { useRef, useState } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { Choice } from '../../parts/choice.tsx';
import { usePlace } from '../../place-context.tsx';
import { countText } from '../../wording.ts';
import { importReady, stopRun } from './import-run.ts';
import { useKeptFocus } from './keep-focus.ts';
import { dropFiles } from './lane.ts';
import type { Queue, QueuedFile } from './queue.ts';
import { QueueTable } from './queue-table.tsx';
import { RunSummary } from './run-summary.tsx';
import { queueSentence, type Standing, standingOf, standingWords } from './standing.ts';
import { SurveyNames } from './survey-names.tsx';

interface QueueSectionProps {
  readonly queue: Queue;
  readonly chosen: number | null;
  readonly onChoose: (id: number) => void;
}

/** While a file stands like this the sentence goes on changing, so it is not read out. */
const unsettled: ReadonlySet<Standing> = new Set(['waiting', 'sending', 'reading', 'importing']);

const rowsOf = (files: readonly QueuedFile[]): number =>
  files.reduce((sum, file) => sum + (file.preview?.accepted ?? 0), 0);

const readyWords = (ready: readonly QueuedFile[]): string => {
  if (ready.length === 0) return 'No file is ready to import';
  const files = ready.length === 1 ? 'the file that is ready' : `all ${ready.length} files that are ready`;
  return `Import ${files}: ${countText(rowsOf(ready), 'row')}`;
};

function RunProgress({ queue }: { queue: Queue }) {
  const { runDone, runOf } = queue;
  return (
    <div className="run-progress">
      <ProgressBar aria-label="Files imported" value={runDone} maxValue={runOf} className="row-progress">
        {({ percentage }) => (
          <>
            <span>{`Importing file ${Math.min(runDone + 1, runOf)} of ${runOf}`}</span>
            <div className="bar">
              <div className="bar-fill" style={{ width: `${percentage ?? 0}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      <Button className="button" onPress={stopRun}>
        Stop importing
      </Button>
    </div>
  );
}

function Acts({ queue }: { queue: Queue }) {
  const { noteImport } = usePlace();
  const by = (...wanted: readonly string[]) =>
    queue.files.filter((file) => wanted.includes(standingOf(file).standing));
  const ready = by('ready');
  const importing = by('importing').length > 0;
  const imported = by('imported');
  const unread = by('waiting', 'sending', 'reading').length;
  return (
    <div className="row">
      {imported.length < queue.files.length ? (
        <Button
          className="button primary"
          isDisabled={ready.length === 0 || importing}
          onPress={() => importReady(noteImport)}
        >
          {readyWords(ready)}
        </Button>
      ) : null}
      {imported.length > 0 ? (
        <Button className="button" onPress={() => dropFiles(imported.map(({ id }) => id))}>
          {imported.length === 1
            ? 'Take the imported file off the list'
            : `Take the ${countText(imported.length, 'imported file')} off the list`}
        </Button>
      ) : null}
      <Button
        className="button"
        isDisabled={importing}
        onPress={() => dropFiles(queue.files.map(({ id }) => id))}
      >
        Empty the list
      </Button>
      {unread > 0 ? <span className="aside">{`${countText(unread, 'file')} still being read.`}</span> : null}
    </div>
  );
}

/** From so many files on it helps to see only those of one standing. */
const many = 12;

function ShowOnly({
  files,
  value,
  onChange,
}: {
  files: readonly QueuedFile[];
  value: string;
  onChange: (standing: string) => void;
}) {
  const counts = new Map<Standing, number>();
  for (const file of files) {
    const { standing } = standingOf(file);
    counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  const items = [...counts].map(([id, count]) => ({ id, label: `${standingWords[id]} (${count})` }));
  return (
    <Choice
      label="Show"
      value={value}
      items={[{ id: '', label: `All ${countText(files.length, 'file')}` }, ...items]}
      onChange={onChange}
    />
  );
}

export function QueueSection({ queue, chosen, onChoose }: QueueSectionProps) {
  const { files } = queue;
  const heading = useRef<HTMLHeadingElement>(null);
  const keepFocus = useKeptFocus(heading);
  const [only, setOnly] = useState('');
  const some = files.filter((file) => standingOf(file).standing === only);
  const shown = some.length > 0 ? some : files;
  const busy = files.some((file) => unsettled.has(standingOf(file).standing));
  const sentence = queueSentence(files);
  return (
    <section className="block" aria-label="Files on the list" onFocus={keepFocus}>
      <h2 ref={heading} tabIndex={-1}>
        {sentence}
      </h2>
      <p className="only-heard" role="status">
        {busy ? '' : sentence}
      </p>
      {queue.aside ? <p className="notice">{queue.aside}</p> : null}
      {queue.run === 'running' ? <RunProgress queue={queue} /> : <Acts queue={queue} />}
      {queue.run === 'ended' || queue.run === 'stopped' ? (
        <RunSummary queue={queue} onChoose={onChoose} />
      ) : null}
      <SurveyNames files={files} />
      {files.length > many ? (
        <ShowOnly files={files} value={some.length > 0 ? only : ''} onChange={setOnly} />
      ) : null}
      <QueueTable files={shown} chosen={chosen} onChoose={onChoose} />
    </section>
  );
}
