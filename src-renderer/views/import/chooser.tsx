// Where files come from: a drop anywhere, chosen files, a chosen folder.
import { FilePlus2, FolderPlus } from 'lucide-react';
import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { gatherChosen } from './gather.ts';
import { addFiles, pickOnDesktop } from './lane.ts';

const accepted = '.csv,.tsv,.txt,.xlsx,.xlsm,.zip';

const take = (input: HTMLInputElement): void => {
  addFiles(gatherChosen([...(input.files ?? [])]));
  input.value = '';
};

/** React knows no name for it: the picker then takes a folder with everything in it. */
const asFolder = (input: HTMLInputElement | null): void => {
  if (input) input.webkitdirectory = true;
};

export function Chooser() {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  return (
    <div className="chooser">
      <p>
        Drop files or a whole folder anywhere in this window: CSV, TSV or XLSX, as the survey tool or HR
        system wrote them.
      </p>
      <div className="row">
        <Button
          className="button primary"
          onPress={() => {
            if (!pickOnDesktop()) files.current?.click();
          }}
        >
          <FilePlus2 aria-hidden="true" />
          Choose files
        </Button>
        <Button className="button" onPress={() => folder.current?.click()}>
          <FolderPlus aria-hidden="true" />
          Choose a folder
        </Button>
      </div>
      <input
        ref={files}
        className="only-heard"
        type="file"
        multiple
        accept={accepted}
        tabIndex={-1}
        aria-label="Files to import"
        onChange={(event) => take(event.target)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          asFolder(input);
        }}
        className="only-heard"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Folder to import"
        onChange={(event) => take(event.target)}
      />
    </div>
  );
}
