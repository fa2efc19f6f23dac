// The fields that the forms of the judgement share: words, a date, the role, and the second look at words.
import { useId } from 'react';
import { judgementRoles } from '../../../src-shared/vocabulary/judgement.ts';
import type { CallError } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { recall, remember } from '../../theme.ts';

interface BoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly optional?: boolean;
}

/** Words of some lines. */
export function WordsField({
  label,
  value,
  onChange,
  hint,
  optional,
  rows = 4,
}: BoxProps & { readonly rows?: number }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="words"
        rows={rows}
        required={!optional}
        minLength={10}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export function LineField({
  label,
  value,
  onChange,
  hint,
  optional,
  type = 'text',
  max,
}: BoxProps & {
  readonly type?: 'text' | 'date';
  readonly max?: string;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={type === 'date' ? 'day' : undefined}
        type={type}
        max={max}
        required={!optional}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export type Role = (typeof judgementRoles)[number];
const key = 'candour.judgementRole';

/** The role that this computer recorded with last. */
export const lastRole = (): Role =>
  judgementRoles.find((role) => role === recall(key)) ?? 'Standards analyst';

export function RoleField({
  value,
  onChange,
}: {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}) {
  return (
    <Choice
      label="Recorded by, as a role"
      value={value}
      items={judgementRoles.map((role) => ({ id: role, label: role }))}
      onChange={(id) => {
        const role = judgementRoles.find((own) => own === id) ?? value;
        remember(key, role);
        onChange(role);
      }}
    />
  );
}

interface SecondLookProps {
  readonly error: CallError | null;
  readonly confirm: boolean;
  readonly onChange: (confirm: boolean) => void;
}

/** Asked once screening has found that the words may name somebody. */
export function SecondLook({ error, confirm, onChange }: SecondLookProps) {
  if (!confirm && error?.code !== 'judgement-names-somebody') return null;
  return (
    <label className="tick">
      <input type="checkbox" checked={confirm} onChange={(event) => onChange(event.target.checked)} />I have
      looked at these words, and they may stay
    </label>
  );
}
