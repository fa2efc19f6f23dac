// Surveys on the list that still want a name: said once for all files whose names begin alike.
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useAsk } from '../../ask.ts';
import { countText } from '../../wording.ts';
import { matchingName } from './keep-matching.tsx';
import { decide } from './lane.ts';
import type { QueuedFile } from './queue.ts';
import { wantsSurveyName } from './standing.ts';

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function NameForm({ stem, files, known }: { stem: string; files: readonly QueuedFile[]; known: string }) {
  const id = useId();
  const [name, setName] = useState(capital(stem));
  const use = () => {
    for (const file of files) decide(file.id, { instrument: name.trim() });
  };
  return (
    <form
      className="decisions"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') use();
      }}
    >
      <div className="field">
        <label htmlFor={id}>{`Survey in ${countText(files.length, 'file')} called ${stem}`}</label>
        <input id={id} list={known} value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <Button className="button" type="submit" isDisabled={name.trim() === ''}>
        {`Use this name for ${countText(files.length, 'file')}`}
      </Button>
    </form>
  );
}

export function SurveyNames({ files }: { files: readonly QueuedFile[] }) {
  const list = useId();
  const { data = [] } = useAsk('survey.questions', {});
  const groups = new Map<string, QueuedFile[]>();
  for (const file of files.filter(wantsSurveyName)) {
    const stem = matchingName(file.name);
    groups.set(stem, [...(groups.get(stem) ?? []), file]);
  }
  if (groups.size === 0) return null;
  return (
    <div className="question">
      <p>
        <strong>Which surveys are these?</strong> All waves of one survey need the same name.
      </p>
      <datalist id={list}>
        {[...new Set(data.map(({ instrument }) => instrument))].map((instrument) => (
          <option key={instrument} value={instrument} />
        ))}
      </datalist>
      {[...groups].map(([stem, own]) => (
        <NameForm key={stem} stem={stem} files={own} known={list} />
      ))}
    </div>
  );
}
