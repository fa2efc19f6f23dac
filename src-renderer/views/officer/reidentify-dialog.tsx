// Asks who a pseudonym is, for a written reason; the name is gone when the dialog closes.
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useDo } from '../../ask.ts';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';

export function ReidentifyDialog({ pseudonym, onClose }: { pseudonym?: string; onClose: () => void }) {
  const ids = { pseudonym: useId(), reason: useId() };
  const [asked, setAsked] = useState(pseudonym ?? '');
  const [reason, setReason] = useState('');
  const ask = useDo('officer.reidentify', true);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    ask.mutate({ pseudonym: asked.trim(), reason });
  };
  if (ask.data) {
    return (
      <WindowDialog title={`Who ${ask.data.pseudonym} is`} open onClose={onClose}>
        <p className="finding" role="status">
          {ask.data.name}
        </p>
        <p>The audit log says that you asked, when and why. The name stands nowhere else.</p>
        <div className="row end">
          <Button className="button primary" autoFocus onPress={onClose}>
            Close
          </Button>
        </div>
      </WindowDialog>
    );
  }
  return (
    <WindowDialog title="Ask who it is" open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={ids.pseudonym}>Pseudonym</label>
          <input
            id={ids.pseudonym}
            required
            readOnly={pseudonym !== undefined}
            value={asked}
            onChange={(event) => setAsked(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.reason}>Why, for the audit log</label>
          <input
            id={ids.reason}
            required
            minLength={10}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <p className="hint">
            10 characters or more, and no name in it. It is written down before you are told.
          </p>
        </div>
        <FormEnd problem={ask.error} busy={ask.isPending} save="Ask, and log it" onClose={onClose} />
      </form>
    </WindowDialog>
  );
}
