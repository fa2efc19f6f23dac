// Says that a directorate became another, whole, from a day on.
import { useId, useState } from 'react';
import type { DirectorateName } from '../../../src-shared/schemas/crosswalk.ts';
import { useDo } from '../../ask.ts';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';

interface NameFieldProps {
  readonly label: string;
  readonly list: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function NameField({ label, list, value, onChange }: NameFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        required
        maxLength={200}
        list={list}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

export function CrosswalkDialog({
  names,
  onClose,
}: {
  names: readonly DirectorateName[];
  onClose: () => void;
}) {
  const ids = { names: useId(), day: useId() };
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [effective, setEffective] = useState('');
  const save = useDo('crosswalk.set');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    save.mutate({ old, new: next, effective }, { onSuccess: onClose });
  };
  return (
    <WindowDialog title="A change of directorate" open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <datalist id={ids.names}>
          {names.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <NameField label="Directorate as it was called" list={ids.names} value={old} onChange={setOld} />
        <NameField label="Directorate that it became" list={ids.names} value={next} onChange={setNext} />
        <div className="field">
          <label htmlFor={ids.day}>First day of the new structure</label>
          <input
            id={ids.day}
            type="date"
            required
            value={effective}
            onChange={(event) => setEffective(event.target.value)}
          />
          <p className="hint">
            A directorate goes over whole. To merge several, add one after another. One that was divided
            cannot be entered: no row says who went where.
          </p>
        </div>
        <FormEnd problem={save.error} busy={save.isPending} save="Save the change" onClose={onClose} />
      </form>
    </WindowDialog>
  );
}
