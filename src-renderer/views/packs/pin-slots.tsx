// The pinned figures as slots: put in order, said something of, taken away.
import { ArrowDown, ArrowUp, MessageSquareText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Pin } from '../../../src-shared/schemas/pin.ts';
import { useAsk, useDo } from '../../ask.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { dayText } from '../../wording.ts';
import { PinNoteDialog } from '../pin-note-dialog.tsx';

function PinSlot({ pin, at, count }: { pin: Pin; at: number; count: number }) {
  const move = useDo('pin.move');
  const remove = useDo('pin.remove');
  const [noting, setNoting] = useState(false);
  const { id, title, note } = pin;
  const error = move.error ?? remove.error;
  return (
    <li className="pin-slot">
      <span className="slot-name">{`Pinned_${at}: ${title}`}</span>
      {note ? <span className="slot-holds">{`${note.role}, ${dayText(note.at)}: ${note.text}`}</span> : null}
      <span className="row tight">
        <Button
          className="tool icon"
          aria-label={`Move ${title} up`}
          isDisabled={at === 1 || move.isPending}
          onPress={() => move.mutate({ id, to: at - 1 })}
        >
          <ArrowUp aria-hidden="true" />
        </Button>
        <Button
          className="tool icon"
          aria-label={`Move ${title} down`}
          isDisabled={at === count || move.isPending}
          onPress={() => move.mutate({ id, to: at + 1 })}
        >
          <ArrowDown aria-hidden="true" />
        </Button>
        <Button className="tool icon" aria-label={`Note on ${title}`} onPress={() => setNoting(true)}>
          <MessageSquareText aria-hidden="true" />
        </Button>
        <Button
          className="tool icon"
          aria-label={`Unpin ${title}`}
          isDisabled={remove.isPending}
          onPress={() => remove.mutate({ id })}
        >
          <Trash2 aria-hidden="true" />
        </Button>
      </span>
      {error ? <ProblemPanel problem={error} /> : null}
      {noting ? <PinNoteDialog pin={pin} onClose={() => setNoting(false)} /> : null}
    </li>
  );
}

/** `holds`: whether the edition has a place for pinned figures. */
export function PinSlots({ holds }: { holds: boolean }) {
  const { data = [], error } = useAsk('pin.list', {});
  if (error) return <ProblemPanel problem={error} />;
  return (
    <section className="pin-slots" aria-label="Pinned figures">
      <h3>Pinned figures</h3>
      {holds ? null : <p className="aside">This edition has no place for pinned figures.</p>}
      {data.length === 0 ? (
        <p className="aside">
          None. “Pin to packs” over any chart keeps it for the packs, on a sheet of its own.
        </p>
      ) : (
        <ol className="slots">
          {data.map((pin, index) => (
            <PinSlot key={pin.id} pin={pin} at={index + 1} count={data.length} />
          ))}
        </ol>
      )}
    </section>
  );
}
