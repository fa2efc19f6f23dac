// The workspace's settings: the council's name, the adoption date, the smallest group shown, the targets.
import { useId, useState } from 'react';
import type { WorkspaceSummary } from '../../../src-shared/schemas/workspace.ts';
import { useDo } from '../../ask.ts';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';

export function SettingsDialog({ workspace, onClose }: { workspace: WorkspaceSummary; onClose: () => void }) {
  const ids = {
    council: useId(),
    adopted: useId(),
    base: useId(),
    acknowledge: useId(),
    close: useId(),
    induction: useId(),
  };
  const [council, setCouncil] = useState(workspace.settings.council);
  const [adopted, setAdopted] = useState(workspace.settings.adoptionDate ?? '');
  const [base, setBase] = useState(String(workspace.settings.minimumBase));
  const [acknowledge, setAcknowledge] = useState(String(workspace.settings.acknowledgeDays ?? ''));
  const [close, setClose] = useState(String(workspace.settings.closeDays ?? ''));
  const [induction, setInduction] = useState(String(workspace.settings.inductionDays));
  const save = useDo('workspace.settings');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    save.mutate(
      {
        council,
        adoptionDate: adopted || null,
        minimumBase: Number(base),
        acknowledgeDays: acknowledge === '' ? null : Number(acknowledge),
        closeDays: close === '' ? null : Number(close),
        inductionDays: Number(induction),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <WindowDialog title="Workspace settings" open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={ids.council}>Council</label>
          <input
            id={ids.council}
            required
            value={council}
            onChange={(event) => setCouncil(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.adopted}>Date Council adopted the Protocol</label>
          <input
            id={ids.adopted}
            type="date"
            value={adopted}
            onChange={(event) => setAdopted(event.target.value)}
          />
          <p className="hint">
            Leave empty while it is not yet adopted. No before-and-after claim is made without it.
          </p>
        </div>
        <div className="field">
          <label htmlFor={ids.base}>Smallest survey group shown</label>
          <input
            id={ids.base}
            type="number"
            min={5}
            max={100}
            required
            value={base}
            onChange={(event) => setBase(event.target.value)}
          />
          <p className="hint">Groups with fewer answers are hidden as [c]. Never below 5; 10 is usual.</p>
        </div>
        <div className="field">
          <label htmlFor={ids.acknowledge}>Days to acknowledge a case</label>
          <input
            id={ids.acknowledge}
            type="number"
            min={1}
            max={366}
            value={acknowledge}
            onChange={(event) => setAcknowledge(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.close}>Days to close a case</label>
          <input
            id={ids.close}
            type="number"
            min={1}
            max={1098}
            value={close}
            onChange={(event) => setClose(event.target.value)}
          />
          <p className="hint">
            The council’s own targets, in calendar days. Leave empty where none is set: no share within target
            is told then.
          </p>
        </div>
        <div className="field">
          <label htmlFor={ids.induction}>Days for an induction</label>
          <input
            id={ids.induction}
            type="number"
            min={1}
            max={366}
            required
            value={induction}
            onChange={(event) => setInduction(event.target.value)}
          />
          <p className="hint">
            An induction is in time within so many days of the start. The Protocol names none.
          </p>
        </div>
        <FormEnd problem={save.error} busy={save.isPending} save="Save the settings" onClose={onClose} />
      </form>
    </WindowDialog>
  );
}
