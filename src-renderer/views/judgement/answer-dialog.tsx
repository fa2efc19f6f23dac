// Records an answer, or a new version of one. The rule: both sides are heard, or it is said why one is not.
import { useState } from 'react';
import type { JudgementAnswer } from '../../../src-shared/schemas/judgement.ts';
import { type Confidence, confidences, judgementGuard } from '../../../src-shared/vocabulary/judgement.ts';
import { useDo } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { idText } from '../../wording.ts';
import { lastRole, RoleField, SecondLook, WordsField } from './fields.tsx';

const sureness = confidences.map((id) => ({ id, label: idText(id) }));

interface AnswerDialogProps {
  readonly year: string;
  readonly answer: JudgementAnswer;
  readonly onClose: () => void;
}

export function AnswerDialog({ year, answer, onClose }: AnswerDialogProps) {
  const { question, title, asks, current, evidence } = answer;
  const standing = evidence.filter(({ withdrawn }) => withdrawn === null);
  const none = (side: 'for' | 'against') => !standing.some((one) => one.side === side);
  const [said, setSaid] = useState({
    words: current?.words ?? '',
    confidence: current?.confidence ?? ('' as Confidence | ''),
    confidenceReason: current?.confidenceReason ?? '',
    noneFor: current?.noneFor ?? '',
    noneAgainst: current?.noneAgainst ?? '',
    reason: '',
    role: lastRole(),
    confirm: false,
  });
  const change = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const save = useDo('judgement.answer');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const { words, confidence, confidenceReason, role, confirm } = said;
    if (confidence === '') return;
    save.mutate(
      {
        ...{ year, question, words, confidence, confidenceReason, role, confirm },
        ...(none('for') ? { noneFor: said.noneFor } : {}),
        ...(none('against') ? { noneAgainst: said.noneAgainst } : {}),
        ...(current ? { reason: said.reason } : {}),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <WindowDialog title={`${title} ${year}`} open onClose={onClose} className="wide">
      <form className="form" onSubmit={submit}>
        <p className="aside">{`${asks} ${judgementGuard}`}</p>
        <WordsField
          label="The answer, in words"
          rows={7}
          value={said.words}
          onChange={(words) => change({ words })}
          hint="It stays on record and may go into papers: name no person."
        />
        <div className="field">
          <Choice
            label="Confidence"
            value={said.confidence}
            items={sureness}
            onChange={(id) => change({ confidence: confidences.find((own) => own === id) ?? '' })}
          />
        </div>
        <WordsField
          label="Why so sure, and no surer"
          rows={3}
          value={said.confidenceReason}
          onChange={(confidenceReason) => change({ confidenceReason })}
        />
        {none('for') ? (
          <WordsField
            label="Why there is no evidence for it"
            rows={2}
            value={said.noneFor}
            onChange={(noneFor) => change({ noneFor })}
            hint="Or close this and add an item first."
          />
        ) : null}
        {none('against') ? (
          <WordsField
            label="Why there is no evidence against it"
            rows={2}
            value={said.noneAgainst}
            onChange={(noneAgainst) => change({ noneAgainst })}
            hint="Or close this and add an item first."
          />
        ) : null}
        {current ? (
          <WordsField
            label="Why it changes"
            rows={2}
            value={said.reason}
            onChange={(reason) => change({ reason })}
            hint={`It becomes version ${current.version + 1}. Version ${current.version} stays readable, and sign-offs of it are opened again.`}
          />
        ) : null}
        <RoleField value={said.role} onChange={(role) => change({ role })} />
        <SecondLook error={save.error} confirm={said.confirm} onChange={(confirm) => change({ confirm })} />
        <FormEnd
          problem={save.error}
          busy={save.isPending || said.confidence === ''}
          save={current ? `Record version ${current.version + 1}` : 'Record the answer'}
          onClose={onClose}
        />
      </form>
    </WindowDialog>
  );
}
