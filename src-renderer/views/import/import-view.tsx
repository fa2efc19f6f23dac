// The import screen: choose files or a folder, decide where something is to be decided, import, see what came of it.
import { useCallback, useEffect, useState } from 'react';
import { useAsk } from '../../ask.ts';
import { useWorkspace } from '../../workspace.tsx';
import { Chooser } from './chooser.tsx';
import { FilePanel } from './file-panel.tsx';
import { ImportHistory } from './import-history.tsx';
import { settleBeside, settleIn } from './lane.ts';
import { useQueue } from './queue.ts';
import { QueueSection } from './queue-section.tsx';
import { SavedMatchings } from './saved-matchings.tsx';
import { Templates } from './templates.tsx';

/** What is known of the files on the list rests on the workspace and on the imports that stand in it. */
function useSettled(): void {
  const workspace = useWorkspace()?.id;
  const { data } = useAsk('import.list', {});
  useEffect(() => {
    if (workspace !== undefined) settleIn(workspace);
  }, [workspace]);
  useEffect(() => {
    if (data) settleBeside(data.map(({ importId }) => importId));
  }, [data]);
}

export function ImportView() {
  const queue = useQueue();
  useSettled();
  const [chosen, setChosen] = useState<number | null>(null);
  // A row chosen twice is closed again.
  const choose = useCallback((id: number) => setChosen((was) => (was === id ? null : id)), []);
  const { files } = queue;
  const alone = files.length === 1;
  const file = alone ? files[0] : files.find(({ id }) => id === chosen);
  return (
    <>
      <h1>Import</h1>
      <p className="lead">
        Nothing is stored until you press Import. Names, e-mail addresses and staff numbers become pseudonyms
        before they reach the store; comments are held back.
      </p>
      <Chooser />
      {files.length > 1 ? <QueueSection queue={queue} chosen={file?.id ?? null} onChoose={choose} /> : null}
      {alone && queue.aside ? <p className="notice">{queue.aside}</p> : null}
      {file ? <FilePanel key={file.id} file={file} called={!alone} /> : null}
      <ImportHistory />
      <SavedMatchings />
      <Templates />
    </>
  );
}
