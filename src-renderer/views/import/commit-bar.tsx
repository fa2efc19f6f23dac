// The button that imports one file, what still stands in its way, and what went wrong the last time.
import { Button } from 'react-aria-components';
import type { Preview } from '../../../src-shared/schemas/import.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';
import { countText } from '../../wording.ts';
import { importFile } from './import-run.ts';
import { KeepMatching } from './keep-matching.tsx';
import { agree, dropFiles, tryAgain } from './lane.ts';
import type { QueuedFile } from './queue.ts';
import { standingOf, stillMissing } from './standing.ts';

interface CommitBarProps {
  readonly file: QueuedFile;
  readonly preview: Preview;
}

function verbOf(file: QueuedFile, known: boolean): string {
  if (file.consent.replace !== undefined) return 'Replace it with';
  return known ? 'Import again anyway:' : 'Import';
}

export function CommitBar({ file, preview }: CommitBarProps) {
  const { noteImport } = usePlace();
  const { standing } = standingOf(file);
  const running = file.state === 'importing';
  const missing = stillMissing(file, preview);
  const known = standing === 'known' || (preview.alreadyImported !== null && file.consent.again === true);
  const run = () => {
    if (standing === 'known') agree(file.id, { again: true });
    importFile(file.id, noteImport);
  };
  return (
    <div className="commit">
      {file.problem ? <ProblemPanel problem={file.problem} /> : null}
      {!file.problem && preview.alreadyImported !== null ? (
        <p className="notice">{`The same bytes were imported before, as ${preview.alreadyImported}.`}</p>
      ) : null}
      {missing ? <p className="notice">{missing}</p> : null}
      {running ? null : <KeepMatching file={file} preview={preview} />}
      <div className="row">
        <Button className="button primary" isDisabled={missing !== null || running} onPress={run}>
          {running ? 'Importing…' : `${verbOf(file, known)} ${countText(preview.accepted, 'row')}`}
        </Button>
        <Button className="button" isDisabled={running} onPress={() => dropFiles([file.id])}>
          Leave this file out
        </Button>
        {standing === 'refused' ? (
          <Button className="button" onPress={() => tryAgain(file.id)}>
            Read it again
          </Button>
        ) : null}
      </div>
    </div>
  );
}
