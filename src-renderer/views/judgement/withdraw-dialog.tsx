// Withdraws an item of evidence. It stays readable with the reason.
import { useState } from 'react';
import type { JudgementEvidence } from '../../../src-shared/schemas/judgement.ts';
import { useDo } from '../../ask.ts';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { lastRole, RoleField, SecondLook, WordsField } from './fields.tsx';

interface WithdrawDialogProps {
  readonly year: string;
  readonly evidence: JudgementEvidence;
  readonly onClose: () => void;
}

export function WithdrawDialog({ year, evidence: { id, words }, onClose }: WithdrawDialogProps) {
  const [said, setSaid] = useState({ reason: '', role: lastRole(), confirm: false });
  const change = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const save = useDo('judgement.withdrawEvidence');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    save.mutate({ year, id, ...said }, { onSuccess: onClose });
  };
  return (
    <WindowDialog title="Withdraw this evidence" open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <blockquote className="quoted">{words}</blockquote>
        <WordsField
          label="Why"
          rows={3}
          value={said.reason}
          onChange={(reason) => change({ reason })}
          hint="The item stays readable, marked as withdrawn. An answer that weighed it has to be recorded anew."
        />
        <RoleField value={said.role} onChange={(role) => change({ role })} />
        <SecondLook error={save.error} confirm={said.confirm} onChange={(confirm) => change({ confirm })} />
        <FormEnd problem={save.error} busy={save.isPending} save="Withdraw the evidence" onClose={onClose} />
      </form>
    </WindowDialog>
  );
}
