// A saved matching that was recognised: what it is, what differs in this file, and the one step that accepts it.
import { Button } from 'react-aria-components';
import type { HeadingDrift, Preview } from '../../../src-shared/schemas/import.ts';
import { countText, dayText } from '../../wording.ts';
import { agree } from './lane.ts';
import type { QueuedFile } from './queue.ts';

const driftWords = ({ header, change, was }: HeadingDrift): string => {
  if (change === 'renamed') return `“${was ?? ''}” is now called “${header}”`;
  return change === 'missing' ? `“${header}” is not there any more` : `“${header}” is new`;
};

function Drift({ file, name, drift }: { file: QueuedFile; name: string; drift: readonly HeadingDrift[] }) {
  const accepted = file.consent.saveMapping === name;
  return (
    <>
      <p>{`${countText(drift.length, 'column')} ${drift.length === 1 ? 'differs' : 'differ'} from last time:`}</p>
      <ul className="drift">
        {drift.map((one) => (
          <li key={`${one.change} ${one.header}`}>{driftWords(one)}</li>
        ))}
      </ul>
      {accepted ? (
        <p>The differences are accepted; the saved matching is brought up to date at the import.</p>
      ) : (
        <div className="row">
          <Button className="button" onPress={() => agree(file.id, { saveMapping: name })}>
            Accept the differences and update the saved matching
          </Button>
        </div>
      )}
    </>
  );
}

export function SavedMatching({ file, preview }: { file: QueuedFile; preview: Preview }) {
  const { savedMapping } = preview;
  if (savedMapping === null) return null;
  const { name, savedAt, drift } = savedMapping;
  return (
    <div className="known">
      <p>
        {`Recognised: the columns are matched as saved under “${name}” on ${dayText(savedAt)}.${drift.length === 0 ? ' Nothing differs.' : ''}`}
      </p>
      {drift.length > 0 ? <Drift file={file} name={name} drift={drift} /> : null}
    </div>
  );
}
