// Pins a figure for the packs, or takes the pin away, from the tools over its chart.
import { Pin, PinOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { FigureRequest } from '../../src-shared/schemas/figure.ts';
import type { PinKind } from '../../src-shared/schemas/pin.ts';
import { useAsk, useDo } from '../ask.ts';
import { PinNoteDialog } from './pin-note-dialog.tsx';
import { pinOf } from './pin-question.ts';

export function PinButton({ request, kind }: { request: FigureRequest; kind: PinKind }) {
  const { data = [] } = useAsk('pin.list', {});
  const add = useDo('pin.add');
  const remove = useDo('pin.remove');
  const [noting, setNoting] = useState(false);
  const pin = pinOf(data, request);
  const error = add.error ?? remove.error;
  return (
    <>
      {pin ? (
        <>
          <Button
            className="tool"
            isDisabled={remove.isPending}
            onPress={() => remove.mutate({ id: pin.id })}
          >
            <PinOff aria-hidden="true" /> Unpin
          </Button>
          <Button className="tool" onPress={() => setNoting(true)}>
            {pin.note ? 'Change the note' : 'Add a note'}
          </Button>
        </>
      ) : (
        <Button className="tool" isDisabled={add.isPending} onPress={() => add.mutate({ request, kind })}>
          <Pin aria-hidden="true" /> Pin to packs
        </Button>
      )}
      <span className="said" role="status">
        {error ? error.message : add.isSuccess && pin ? 'Pinned for the packs.' : ''}
      </span>
      {noting && pin ? <PinNoteDialog pin={pin} onClose={() => setNoting(false)} /> : null}
    </>
  );
}
