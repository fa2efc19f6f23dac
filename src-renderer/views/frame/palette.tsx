// The palette (Ctrl+K): screens, figures and workspaces, found by typing.
import { Command } from 'cmdk';
import { useEffect, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useAsk, useDo } from '../../ask.ts';
import { viewIds } from '../../place.ts';
import { usePlace } from '../../place-context.tsx';
import { topicOf } from '../../topics.ts';
import { useCatalogue, useWorkspace } from '../../workspace.tsx';
import { viewCards } from './view-cards.ts';

const signal = 'candour:palette';

/** Opens the palette from anywhere in the window. */
export const openPalette = (): void => void dispatchEvent(new Event(signal));

function useOpen(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    const key = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    addEventListener(signal, show);
    addEventListener('keydown', key);
    return () => {
      removeEventListener(signal, show);
      removeEventListener('keydown', key);
    };
  }, []);
  return [open, setOpen];
}

function Choices({ close }: { close: () => void }) {
  const { go, pick } = usePlace();
  const workspace = useWorkspace();
  const catalogue = useCatalogue();
  const { data: workspaces = [] } = useAsk('workspace.list', {});
  const open = useDo('workspace.open');
  const run = (act: () => void) => () => {
    act();
    close();
  };
  return (
    <Command.List className="palette-list">
      <Command.Empty className="palette-none">Nothing by that name.</Command.Empty>
      <Command.Group heading="Screens">
        {(workspace ? viewIds : (['start'] as const)).map((view) => (
          <Command.Item
            key={view}
            value={`screen ${viewCards[view].title}`}
            onSelect={run(() => go({ view }))}
          >
            {viewCards[view].title}
          </Command.Item>
        ))}
      </Command.Group>
      {workspace ? (
        <Command.Group heading="Figures">
          {(catalogue?.metrics ?? []).map((metric) => (
            <Command.Item
              key={metric.id}
              value={`figure ${metric.title} ${metric.id}`}
              onSelect={run(() => {
                go({ view: topicOf(metric) });
                pick({ metric: metric.id });
              })}
            >
              {metric.title}
            </Command.Item>
          ))}
        </Command.Group>
      ) : null}
      <Command.Group heading="Workspaces">
        {workspaces.map(({ id, council }) => (
          <Command.Item
            key={id}
            value={`workspace ${council} ${id}`}
            onSelect={run(() => open.mutate({ id }))}
          >
            {council}
          </Command.Item>
        ))}
      </Command.Group>
    </Command.List>
  );
}

export function Palette() {
  const [open, setOpen] = useOpen();
  return (
    <ModalOverlay className="veil" isDismissable isOpen={open} onOpenChange={setOpen}>
      <Modal className="sheet palette">
        <Dialog className="dialog" aria-label="Find a screen, a figure or a workspace">
          <Command label="Find a screen, a figure or a workspace">
            <Command.Input
              className="palette-input"
              placeholder="Find a screen, a figure or a workspace"
              autoFocus
            />
            <Choices close={() => setOpen(false)} />
          </Command>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
