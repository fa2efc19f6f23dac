// What people type for the cover of an edition's packs of a period: meeting, decision, owner, contact, exemption.
// The rule: roles and mailboxes, never a person; what may name somebody is shown before it is printed.
import { useId, useState } from 'react';
import type { PackFront, ShownFront } from '../../../src-shared/schemas/pack.ts';
import { useAsk, useDo } from '../../ask.ts';
import { FormEnd } from '../../parts/form-end.tsx';
import { NoteList } from '../../parts/note-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { momentText } from '../../wording.ts';

const decisions: readonly PackFront['decision'][] = [
  'To note the report',
  'To approve the report',
  'To recommend it to Council',
];

/** Paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972, in a few words. */
const paragraphs: readonly (readonly [number, string])[] = [
  [1, 'about an individual'],
  [2, 'likely to reveal who an individual is'],
  [3, 'financial or business affairs'],
  [4, 'labour relations'],
  [5, 'legal professional privilege'],
  [6, 'notices and orders'],
  [7, 'prevention or investigation of crime'],
];

interface TextProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (to: string | null) => void;
  readonly type?: 'text' | 'date';
  readonly hint?: string;
  readonly needed?: boolean;
}

function TextField({ label, value, onChange, type = 'text', hint, needed = false }: TextProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value ?? ''}
        required={needed}
        maxLength={200}
        onChange={(event) => onChange(event.target.value === '' && !needed ? null : event.target.value)}
      />
      {hint ? <p className="hint">{hint}</p> : null}
    </div>
  );
}

function Exemption({ front, change }: { front: PackFront; change: (part: Partial<PackFront>) => void }) {
  const id = useId();
  const toggle = (paragraph: number) =>
    change({
      paragraphs: front.paragraphs.includes(paragraph)
        ? front.paragraphs.filter((own) => own !== paragraph)
        : [...front.paragraphs, paragraph].sort((a, b) => a - b),
    });
  return (
    <fieldset className="field">
      <legend>Exempt twin: paragraphs of Part 1 of Schedule 12A</legend>
      {paragraphs.map(([paragraph, words]) => (
        <label key={paragraph} className="tick">
          <input
            type="checkbox"
            checked={front.paragraphs.includes(paragraph)}
            onChange={() => toggle(paragraph)}
          />
          {`${paragraph}: ${words}`}
        </label>
      ))}
      <label htmlFor={id}>Public interest in keeping it exempt</label>
      <textarea
        id={id}
        rows={3}
        maxLength={1000}
        value={front.publicInterest ?? ''}
        onChange={(event) =>
          change({ publicInterest: event.target.value === '' ? null : event.target.value })
        }
      />
    </fieldset>
  );
}

interface FrontDialogProps {
  readonly edition: string;
  readonly period: string;
  readonly exempt: boolean;
  readonly onClose: () => void;
}

function FrontForm({ shown, exempt, onClose }: { shown: ShownFront; exempt: boolean; onClose: () => void }) {
  const [front, setFront] = useState(shown.front);
  const save = useDo('pack.setFront');
  const decisionId = useId();
  const change = (part: Partial<PackFront>) => setFront((was) => ({ ...was, ...part }));
  const { edition, period, set } = shown;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    save.mutate(
      { edition, period, front },
      { onSuccess: ({ warnings }) => (warnings.length === 0 ? onClose() : undefined) },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      {set ? <p className="aside">{`Typed by ${set.by}, ${momentText(set.at)}.`}</p> : null}
      <NoteList notes={save.data?.warnings ?? shown.warnings} />
      <TextField
        label="Meeting date"
        type="date"
        value={front.meetingDate}
        onChange={(meetingDate) => change({ meetingDate })}
      />
      <TextField
        label="Agenda item"
        value={front.agendaItem}
        onChange={(agendaItem) => change({ agendaItem })}
      />
      <div className="field">
        <label htmlFor={decisionId}>Decision sought</label>
        <select
          id={decisionId}
          value={front.decision}
          onChange={(event) => {
            const decision = decisions.find((one) => one === event.target.value);
            if (decision) change({ decision });
          }}
        >
          {decisions.map((decision) => (
            <option key={decision}>{decision}</option>
          ))}
        </select>
      </div>
      <TextField
        label="Report owner"
        needed
        hint="A role, not a name."
        value={front.owner}
        onChange={(owner) => change({ owner: owner ?? '' })}
      />
      <TextField
        label="Contact"
        hint="A mailbox or team."
        value={front.contact}
        onChange={(contact) => change({ contact })}
      />
      <TextField
        label="Next update"
        type="date"
        value={front.nextUpdate}
        onChange={(nextUpdate) => change({ nextUpdate })}
      />
      {exempt ? <Exemption front={front} change={change} /> : null}
      <FormEnd problem={save.error} busy={save.isPending} save="Save the cover" onClose={onClose} />
    </form>
  );
}

export function FrontDialog({ edition, period, exempt, onClose }: FrontDialogProps) {
  const { data, error } = useAsk('pack.front', { edition, period }, true);
  return (
    <WindowDialog title={`Cover of the packs for ${period}`} open onClose={onClose}>
      {error ? <ProblemPanel problem={error} /> : null}
      {!data && !error ? <p aria-busy="true">Reading what was typed…</p> : null}
      {data ? <FrontForm shown={data} exempt={exempt} onClose={onClose} /> : null}
    </WindowDialog>
  );
}
