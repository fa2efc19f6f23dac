// The first screen: what Candour is, open a recent workspace, make one, or try the sample council.
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useAsk, useDo } from '../ask.ts';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { usePlace } from '../place-context.tsx';
import { countText, idText, momentText } from '../wording.ts';
import { useCatalogue, useWorkspace } from '../workspace.tsx';

function NewWorkspace({ onMade }: { onMade: () => void }) {
  const id = useId();
  const [council, setCouncil] = useState('');
  const create = useDo('workspace.create');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const name = council.trim();
    const folder = name
      .replaceAll(/[^\p{L}\p{N} ._-]/gu, '')
      .trim()
      .slice(0, 60);
    create.mutate({ id: folder, council: name }, { onSuccess: onMade });
  };
  return (
    <form onSubmit={submit} className="form">
      <div className="field">
        <label htmlFor={id}>Council</label>
        <input
          id={id}
          required
          maxLength={80}
          pattern=".*[\p{L}\p{N}].*"
          value={council}
          placeholder="For example: Northvale Council"
          onChange={(event) => setCouncil(event.target.value)}
        />
      </div>
      {create.error ? <ProblemPanel problem={create.error} /> : null}
      <Button className="button" type="submit" isDisabled={create.isPending}>
        Make the workspace
      </Button>
    </form>
  );
}

function Recent({ onOpened }: { onOpened: () => void }) {
  const { data = [], error } = useAsk('workspace.list', {});
  const workspace = useWorkspace();
  const open = useDo('workspace.open');
  if (error) return <ProblemPanel problem={error} />;
  if (data.length === 0) return <p>None yet. They appear here once made.</p>;
  return (
    <>
      <ul className="recent">
        {data.map(({ id, council, opened }) => (
          <li key={id}>
            <Button
              className="recent-open"
              isDisabled={open.isPending}
              onPress={() =>
                id === workspace?.id ? onOpened() : open.mutate({ id }, { onSuccess: onOpened })
              }
            >
              <strong>{council}</strong>
              <span>
                {id === workspace?.id
                  ? 'Open now'
                  : opened
                    ? `Opened ${momentText(opened)}`
                    : 'Not opened yet'}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {open.error ? <ProblemPanel problem={open.error} /> : null}
    </>
  );
}

function Sample({ onReady }: { onReady: () => void }) {
  const sample = useDo('workspace.sample');
  return (
    <>
      <p>
        An invented council with six years of surveys, incidents, sickness and leavers, in the tools’ own
        export files. Nobody in it exists. You can remove it by deleting its folder.
      </p>
      <Button
        className="button primary"
        isDisabled={sample.isPending}
        onPress={() => sample.mutate({}, { onSuccess: onReady })}
      >
        {sample.isPending ? 'Loading the sample council…' : 'Try the sample council'}
      </Button>
      {sample.error ? <ProblemPanel problem={sample.error} /> : null}
    </>
  );
}

function OpenNow() {
  const workspace = useWorkspace();
  const { go } = usePlace();
  const kinds = useCatalogue()?.kinds ?? [];
  const titleOf = (kind: string) => kinds.find(({ id }) => id === kind)?.title ?? idText(kind);
  if (!workspace) return null;
  return (
    <section className="block">
      <h2>{`${workspace.settings.council} is open`}</h2>
      <p>
        {workspace.imports === 0
          ? 'Nothing has been imported yet.'
          : `${countText(workspace.imports, 'import')}: ${workspace.kinds.map((kind) => titleOf(kind).toLowerCase()).join(', ')}.`}
      </p>
      <div className="row">
        <Button
          className="button primary"
          onPress={() => go({ view: workspace.imports === 0 ? 'import' : 'trends' })}
        >
          {workspace.imports === 0 ? 'Import the first file' : 'See the trends'}
        </Button>
        <Button className="button" onPress={() => go({ view: 'packs' })}>
          Build a pack
        </Button>
      </div>
    </section>
  );
}

export function StartView() {
  const { go } = usePlace();
  return (
    <>
      <h1>Is the Protocol used, and does it help?</h1>
      <p className="lead">
        Candour reads the survey exports, incident logs and workforce files that a council already has, shows
        honest trends, and writes the Standards Committee’s pack. Everything stays on this computer, and
        nobody’s name is stored.
      </p>
      <OpenNow />
      <div className="start-grid">
        <section className="block">
          <h2>Try it first</h2>
          <Sample onReady={() => go({ view: 'trends' })} />
        </section>
        <section className="block">
          <h2>Open a workspace</h2>
          <Recent onOpened={() => go({ view: 'trends' })} />
        </section>
        <section className="block">
          <h2>Make a workspace</h2>
          <NewWorkspace onMade={() => go({ view: 'import' })} />
        </section>
      </div>
    </>
  );
}
