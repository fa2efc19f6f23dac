// Says of one mechanism whether it is in place, whose it is and how often evidence is due.
import { useId, useState } from 'react';
import type { MechanismEntry } from '../../../src-shared/schemas/mechanism.ts';
import { inPlaceStates, ownerRoles } from '../../../src-shared/vocabulary/mechanisms.ts';
import { useDo } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { placeWords } from './place-words.ts';

const places = inPlaceStates.map((id) => ({ id, label: placeWords[id] }));
const owners = [{ id: '', label: 'Not named' }, ...ownerRoles.map((role) => ({ id: role, label: role }))];

export function MechanismDialog({ entry, onClose }: { entry: MechanismEntry; onClose: () => void }) {
  const cadenceId = useId();
  const [inPlace, setInPlace] = useState<string>(entry.inPlace);
  const [owner, setOwner] = useState<string>(entry.owner ?? '');
  const [cadence, setCadence] = useState(entry.cadenceMonths === null ? '' : String(entry.cadenceMonths));
  const save = useDo('mechanism.set');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    save.mutate(
      {
        mechanism: entry.mechanism,
        inPlace: inPlaceStates.find((state) => state === inPlace) ?? entry.inPlace,
        owner: ownerRoles.find((role) => role === owner) ?? null,
        cadenceMonths: cadence === '' ? null : Number(cadence),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <WindowDialog title={entry.title} open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Choice label="In place" value={inPlace} items={places} onChange={setInPlace} />
        <Choice label="Owner, by role" value={owner} items={owners} onChange={setOwner} />
        <div className="field">
          <label htmlFor={cadenceId}>Evidence is due every so many months</label>
          <input
            id={cadenceId}
            type="number"
            min={1}
            max={60}
            value={cadence}
            onChange={(event) => setCadence(event.target.value)}
          />
          <p className="hint">
            Leave empty where none is settled; nothing is then called late. “Not yet” is an honest answer.
          </p>
        </div>
        <FormEnd problem={save.error} busy={save.isPending} save="Save the mechanism" onClose={onClose} />
      </form>
    </WindowDialog>
  );
}
