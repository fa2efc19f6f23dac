// Says which behaviours of the Protocol a question asks about and which step of awareness it measures.
// The rule: words only suggest; a question counts for a behaviour when a person has confirmed it here.
import { Tags } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { SurveyLens } from '../../../src-shared/schemas/survey-lens.ts';
import { awarenessSteps, awarenessTitles } from '../../../src-shared/vocabulary/awareness.ts';
import { behaviours as vocabulary } from '../../../src-shared/vocabulary/protocol.ts';
import { useAsk, useDo } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { numberText } from '../../wording.ts';

type Line = SurveyLens['lines'][number];
type Behaviour = Line['suggested'][number];

const labels = vocabulary.terms.map(({ label }) => label) as Behaviour[];

function LensForm({ line, onClose }: { line: Line; onClose: () => void }) {
  const tag = useDo('survey.tag');
  const step = useDo('survey.step');
  const [ticked, setTicked] = useState<readonly Behaviour[]>(line.behaviours ?? line.suggested);
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    tag.mutate({ line: line.line, behaviours: [...ticked] }, { onSuccess: onClose });
  };
  return (
    <form className="form" onSubmit={save}>
      <p>{`“${line.title}”`}</p>
      <fieldset className="ticks">
        <legend>Behaviours of the Protocol that it asks about</legend>
        {labels.map((label) => (
          <label key={label}>
            <input
              type="checkbox"
              checked={ticked.includes(label)}
              onChange={({ target }) =>
                setTicked(target.checked ? [...ticked, label] : ticked.filter((own) => own !== label))
              }
            />
            {label}
            {line.suggested.includes(label) ? (
              <span className="suggested">suggested by its words</span>
            ) : null}
          </label>
        ))}
      </fieldset>
      <Choice
        label="Step of awareness that it measures"
        value={line.step ?? 'none'}
        items={[
          ...awarenessSteps.map((id) => ({ id, label: awarenessTitles[id] })),
          { id: 'none', label: 'None' },
        ]}
        onChange={(id) => {
          const chosen = awarenessSteps.find((own) => own === id) ?? 'none';
          step.mutate({ line: line.line, step: chosen });
        }}
      />
      {step.error ? <ProblemPanel problem={step.error} /> : null}
      <FormEnd
        problem={tag.error}
        busy={tag.isPending}
        save={ticked.length === 0 ? 'Confirm: none of the seven' : 'Confirm these behaviours'}
        onClose={onClose}
      />
    </form>
  );
}

function LensDialog({ line, onClose }: { line: Line | undefined; onClose: () => void }) {
  return (
    <WindowDialog title="What this question asks about" open={line !== undefined} onClose={onClose}>
      {line ? <LensForm line={line} onClose={onClose} /> : null}
    </WindowDialog>
  );
}

/** The button beside the chosen question. */
export function QuestionLens({ line }: { line: string }) {
  const { data } = useAsk('survey.lens', {});
  const [open, setOpen] = useState(false);
  const own = data?.lines.find((one) => one.line === line);
  if (!own) return null;
  return (
    <>
      <Button className="button" onPress={() => setOpen(true)}>
        <Tags aria-hidden="true" /> Behaviours and awareness
      </Button>
      <LensDialog line={open ? own : undefined} onClose={() => setOpen(false)} />
    </>
  );
}

const told = ({ behaviours, suggested }: Line): string => {
  if (behaviours !== null) return behaviours.join(', ') || 'None of the seven';
  return suggested.length > 0 ? `Suggested: ${suggested.join(', ')}` : 'Nothing suggested';
};

const columnsOf = (onConfirm: (line: Line) => void, onOpen: (line: string) => void): TableColumn<Line>[] => [
  {
    id: 'question',
    header: 'Question',
    names: true,
    show: ({ title }) => title,
    sortBy: ({ title }) => title,
  },
  { id: 'behaviours', header: 'Behaviours', show: told, sortBy: told },
  {
    id: 'state',
    header: 'Counts',
    show: ({ behaviours }) => (behaviours === null ? 'No: not confirmed' : 'Yes'),
    sortBy: ({ behaviours }) => (behaviours === null ? 0 : 1),
  },
  {
    id: 'do',
    header: 'Decide',
    show: (line) => (
      <div className="row tight">
        {line.behaviours === null && line.suggested.length > 0 ? (
          <Button
            className="button small"
            aria-label={`Confirm the suggestion for ${line.title}`}
            onPress={() => onConfirm(line)}
          >
            Confirm
          </Button>
        ) : null}
        <Button
          className="button small"
          aria-label={`Choose behaviours for ${line.title}`}
          onPress={() => onOpen(line.line)}
        >
          Choose…
        </Button>
      </div>
    ),
  },
];

/** Every question of a survey with its behaviours, folded until somebody wants to decide. */
export function LensFold({ instrument }: { instrument: string }) {
  const { data, error } = useAsk('survey.lens', {});
  const tag = useDo('survey.tag');
  const [open, setOpen] = useState<string | null>(null);
  if (error) return <ProblemPanel problem={error} />;
  const lines = data?.lines.filter(({ instruments }) => instruments.includes(instrument)) ?? [];
  const confirmed = lines.filter(({ behaviours }) => behaviours !== null).length;
  return (
    <Fold
      title={`Questions and the behaviours of the Protocol: ${numberText(confirmed)} of ${numberText(lines.length)} confirmed`}
    >
      <p>
        Candour suggests behaviours by the words of a question. Figures by behaviour count only the questions
        that a person has confirmed, in every wave and survey that asks them.
      </p>
      {tag.error ? <ProblemPanel problem={tag.error} /> : null}
      <DataTable
        caption="Questions and the behaviours they ask about"
        quietCaption
        columns={columnsOf(
          (line) => tag.mutate({ line: line.line, behaviours: [...line.suggested] }),
          setOpen,
        )}
        rows={lines}
        rowKey={({ line }) => line}
      />
      <LensDialog line={lines.find(({ line }) => line === open)} onClose={() => setOpen(null)} />
    </Fold>
  );
}
