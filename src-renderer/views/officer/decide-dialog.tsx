// Records what a person decided of one flag; it is sealed, and the analyst cannot read it.
import { useId, useState } from 'react';
import { type PatternFlag, patternDecisions } from '../../../src-shared/schemas/pattern.ts';
import { useDo } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { idText } from '../../wording.ts';

interface DecideDialogProps {
  readonly flag: PatternFlag;
  readonly onClose: () => void;
  readonly onDecided: () => void;
}

const items = patternDecisions.map((id) => ({ id, label: idText(id) }));

export function DecideDialog({ flag, onClose, onDecided }: DecideDialogProps) {
  const reasonId = useId();
  const [decision, setDecision] = useState<string>(patternDecisions[0]);
  const [reason, setReason] = useState('');
  const decide = useDo('pattern.decide', true);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const chosen = patternDecisions.find((one) => one === decision) ?? 'other';
    decide.mutate(
      { pseudonym: flag.pseudonym, decision: chosen, reason },
      {
        onSuccess: () => {
          onDecided();
          onClose();
        },
      },
    );
  };
  return (
    <WindowDialog title={`Decision on ${flag.pseudonym}`} open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Choice label="Decision" value={decision} items={items} onChange={setDecision} />
        <div className="field">
          <label htmlFor={reasonId}>Why, for the record</label>
          <input
            id={reasonId}
            required
            minLength={10}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <p className="hint">
            10 characters or more. It is sealed; the audit log says only that a decision was recorded.
          </p>
        </div>
        <FormEnd
          problem={decide.error}
          busy={decide.isPending}
          save="Record the decision"
          onClose={onClose}
        />
      </form>
    </WindowDialog>
  );
}
