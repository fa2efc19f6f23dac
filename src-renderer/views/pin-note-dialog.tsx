// Says something of a pinned figure: a note with the post of whoever writes it. Packs carry it.
import { useId, useState } from 'react';
import type { Pin } from '../../src-shared/schemas/pin.ts';
import { useDo } from '../ask.ts';
import { FormEnd } from '../parts/form-end.tsx';
import { WindowDialog } from '../parts/window-dialog.tsx';
import { recall, remember } from '../theme.ts';

const roleKey = 'candour.role';

/** The role that was given last in this browser. */
const lastRole = (): string => recall(roleKey) ?? 'Policy analyst';

export function PinNoteDialog({ pin, onClose }: { pin: Pin; onClose: () => void }) {
  const [text, setText] = useState(pin.note?.text ?? '');
  const [role, setRole] = useState(pin.note?.role ?? lastRole());
  const save = useDo('pin.note');
  const [textId, roleId] = [useId(), useId()];
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    remember(roleKey, role);
    save.mutate({ id: pin.id, note: said === '' ? null : { text: said, role } }, { onSuccess: onClose });
  };
  return (
    <WindowDialog title={`Note on ${pin.title}`} open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={textId}>Note</label>
          <textarea
            id={textId}
            rows={4}
            maxLength={600}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <p className="hint">Name no person. Committee packs print it; published ones leave it out.</p>
        </div>
        <div className="field">
          <label htmlFor={roleId}>Your role</label>
          <input
            id={roleId}
            value={role}
            required
            maxLength={200}
            onChange={(event) => setRole(event.target.value)}
          />
        </div>
        <FormEnd problem={save.error} busy={save.isPending} save="Save the note" onClose={onClose} />
      </form>
    </WindowDialog>
  );
}
