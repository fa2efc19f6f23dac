// Enters a contact restriction, or changes one: with whom, from when to when, and what gives the power.
import { useId, useState } from 'react';
import {
  type Restriction,
  type RestrictionList,
  restrictionScopes,
} from '../../../src-shared/schemas/restriction.ts';
import { useDo } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { idText } from '../../wording.ts';

interface RestrictionDialogProps {
  readonly one: Restriction | null;
  readonly onClose: () => void;
  readonly onDone: (list: RestrictionList) => void;
}

interface BoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date';
  readonly required?: boolean;
  readonly hint?: string;
}

function Box({ label, value, onChange, type = 'text', required = false, hint }: BoxProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        required={required}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint === undefined ? null : <p className="hint">{hint}</p>}
    </div>
  );
}

const scopes = restrictionScopes.map((id) => ({ id, label: idText(id) }));
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function RestrictionDialog({ one, onClose, onDone }: RestrictionDialogProps) {
  const [said, setSaid] = useState({
    pseudonym: one?.pseudonym ?? '',
    scope: one?.scope ?? restrictionScopes[0],
    from: one?.from ?? '',
    until: one?.until ?? '',
    review: one?.review ?? '',
    power: one?.power ?? '',
  });
  const set = useDo('restriction.set', true);
  const change = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    set.mutate(
      {
        ...(one ? { id: one.id } : {}),
        pseudonym: said.pseudonym.trim(),
        scope: said.scope,
        from: said.from,
        until: orNull(said.until),
        review: orNull(said.review),
        power: orNull(said.power),
      },
      {
        onSuccess: (list) => {
          onDone(list);
          onClose();
        },
      },
    );
  };
  return (
    <WindowDialog title={one ? 'Change the restriction' : 'Enter a restriction'} open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Box
          label="Pseudonym"
          required
          value={said.pseudonym}
          onChange={(pseudonym) => change({ pseudonym })}
        />
        <Choice
          label="No contact with"
          value={said.scope}
          items={scopes}
          onChange={(id) => change({ scope: restrictionScopes.find((scope) => scope === id) ?? said.scope })}
        />
        <Box label="From" type="date" required value={said.from} onChange={(from) => change({ from })} />
        <Box label="Last day" type="date" value={said.until} onChange={(until) => change({ until })} />
        <Box
          label="Reviewed on"
          type="date"
          value={said.review}
          onChange={(review) => change({ review })}
          hint="A restriction without a last day needs a day of review."
        />
        <Box
          label="What gives the power"
          value={said.power}
          onChange={(power) => change({ power })}
          hint="Where the Arrangements were amended, or the member’s own agreement. Empty: none is recorded yet."
        />
        <FormEnd problem={set.error} busy={set.isPending} save="Save the restriction" onClose={onClose} />
      </form>
    </WindowDialog>
  );
}
