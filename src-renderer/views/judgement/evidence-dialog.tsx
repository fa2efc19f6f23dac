// Adds an item of evidence: which answer, which way it speaks, how near it is to the thing, of what day.
import { useState } from 'react';
import type { FigureRequest } from '../../../src-shared/schemas/figure.ts';
import type { JudgementRecord } from '../../../src-shared/schemas/judgement.ts';
import {
  type EvidenceSide,
  type EvidenceStrengthId,
  evidenceStrengthIds,
  evidenceStrengths,
  type JudgementQuestionId,
  judgementQuestionIds,
  judgementQuestions,
} from '../../../src-shared/vocabulary/judgement.ts';
import { useDo } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { LineField, lastRole, RoleField, SecondLook, WordsField } from './fields.tsx';
import { FigurePicker } from './figure-picker.tsx';

const questions = judgementQuestionIds.map((id) => ({ id, label: judgementQuestions[id].title }));
const sides = [
  { id: 'for', label: 'For it' },
  { id: 'against', label: 'Against it' },
];
const strengths = evidenceStrengthIds.map((id) => ({
  id,
  label: `${evidenceStrengths[id].title}: ${evidenceStrengths[id].means}`,
}));

export interface EvidenceWish {
  readonly question: JudgementQuestionId;
  readonly side: EvidenceSide;
  readonly figure: FigureRequest | null;
}

interface EvidenceDialogProps {
  readonly record: JudgementRecord;
  readonly wish: EvidenceWish;
  readonly onClose: () => void;
}

const today = (): string => new Date().toISOString().slice(0, 10);

export function EvidenceDialog({ record, wish, onClose }: EvidenceDialogProps) {
  const { year, from, to } = record;
  const last = to < today() ? to : today();
  const [said, setSaid] = useState({
    question: wish.question,
    side: wish.side,
    words: '',
    strength: '' as EvidenceStrengthId | '',
    date: last,
    role: lastRole(),
    confirm: false,
  });
  const [figure, setFigure] = useState(wish.figure);
  const change = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const save = useDo('judgement.addEvidence');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const { strength, ...rest } = said;
    if (strength === '') return;
    save.mutate({ year, strength, ...rest, ...(figure ? { figure } : {}) }, { onSuccess: onClose });
  };
  return (
    <WindowDialog title={`An item of evidence, ${year}`} open onClose={onClose} className="wide">
      <form className="form" onSubmit={submit}>
        <div className="row">
          <Choice
            label="On which answer"
            value={said.question}
            items={questions}
            onChange={(id) =>
              change({ question: judgementQuestionIds.find((own) => own === id) ?? said.question })
            }
          />
          <Choice
            label="It speaks"
            value={said.side}
            items={sides}
            onChange={(id) => change({ side: id === 'against' ? 'against' : 'for' })}
          />
          <Choice
            label="Strength"
            value={said.strength}
            items={strengths}
            onChange={(id) => change({ strength: evidenceStrengthIds.find((own) => own === id) ?? '' })}
          />
        </div>
        <WordsField
          label="What it says, in words"
          value={said.words}
          onChange={(words) => change({ words })}
          hint="It stays on record and may go into papers: name no person. Where a figure is hidden, write its mark, [c], and no number."
        />
        <LineField
          label="The day that it tells of"
          type="date"
          max={today()}
          value={said.date}
          onChange={(date) => change({ date })}
        />
        <FigurePicker year={year} days={{ from, to }} request={figure} onChange={setFigure} />
        <RoleField value={said.role} onChange={(role) => change({ role })} />
        <SecondLook error={save.error} confirm={said.confirm} onChange={(confirm) => change({ confirm })} />
        <FormEnd
          problem={save.error}
          busy={save.isPending || said.strength === ''}
          save={said.side === 'for' ? 'Add the evidence for it' : 'Add the evidence against it'}
          onClose={onClose}
        />
      </form>
    </WindowDialog>
  );
}
