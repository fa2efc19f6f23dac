// Ends a contact restriction on a day, with the reason.
import { useId, useState } from 'react';
import type { Restriction, RestrictionList } from '../../../src-shared/schemas/restriction.ts';
import { useDo } from '../../ask.ts';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';

interface EndDialogProps {
  readonly one: Restriction;
  readonly onClose: () => void;
  readonly onDone: (list: RestrictionList) => void;
}

export function EndDialog({ one, onClose, onDone }: EndDialogProps) {
  const ids = { on: useId(), reason: useId() };
  const [on, setOn] = useState('');
  const [reason, setReason] = useState('');
  const end = useDo('restriction.end', true);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    end.mutate(
      { id: one.id, on, reason },
      {
        onSuccess: (list) => {
          onDone(list);
          onClose();
        },
      },
    );
  };
  return (
    <WindowDialog title={`End the restriction of ${one.pseudonym}`} open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={ids.on}>On</label>
          <input
            id={ids.on}
            type="date"
            required
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.reason}>Why</label>
          <input
            id={ids.reason}
            required
            minLength={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <FormEnd problem={end.error} busy={end.isPending} save="End it" onClose={onClose} />
      </form>
    </WindowDialog>
  );
}
