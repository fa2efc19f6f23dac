// The import screen: choose files, decide on each, import it, see what came of it; and the history with undo.
import { FilePlus2 } from 'lucide-react';
import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { FilePanel } from './file-panel.tsx';
import { ImportHistory } from './import-history.tsx';
import { addFiles, pickOnDesktop, useQueue } from './queue.ts';

const accepted = '.csv,.tsv,.txt,.xlsx,.xlsm,.zip';

function Chooser() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="chooser">
      <FilePlus2 aria-hidden="true" />
      <p>Drop files anywhere in this window: CSV, TSV or XLSX, as the survey tool or HR system wrote them.</p>
      <Button
        className="button primary"
        onPress={() => {
          if (!pickOnDesktop()) input.current?.click();
        }}
      >
        Choose files
      </Button>
      <input
        ref={input}
        className="only-heard"
        type="file"
        multiple
        accept={accepted}
        tabIndex={-1}
        aria-label="Files to import"
        onChange={(event) => {
          addFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
}

export function ImportView() {
  const queue = useQueue();
  return (
    <>
      <h1>Import</h1>
      <p className="lead">
        Nothing is stored until you press Import. Names, e-mail addresses and staff numbers become pseudonyms
        before they reach the store; comments are held back.
      </p>
      <Chooser />
      {queue.map((file) => (
        <FilePanel key={file.id} file={file} />
      ))}
      <ImportHistory />
    </>
  );
}
