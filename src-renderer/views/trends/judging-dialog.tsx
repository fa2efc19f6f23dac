// How one figure's chart is judged: the rules where tools differ, the target, the days of new limits, the log.
// The rule: nothing changes without a reason, and all of it is printed with the chart.
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ChartSettings, Judging } from '../../../src-shared/schemas/chart.ts';
import type { MetricCard } from '../../../src-shared/schemas/figure.ts';
import { useDo } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { Fold } from '../../parts/fold.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { dayText } from '../../wording.ts';
import { DecisionList } from '../health/decision-list.tsx';

interface JudgingDialogProps {
  readonly settings: ChartSettings;
  readonly metric: MetricCard;
  readonly onClose: () => void;
}

interface ReasonFormProps {
  readonly children: React.ReactNode;
  readonly save: string;
  readonly busy: boolean;
  readonly hint?: string;
  readonly onSave: (reason: string) => void;
}

/** Fields with a reason under them, and the button that saves both. */
function ReasonForm({ children, save, busy, hint, onSave }: ReasonFormProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onSave(reason);
    setReason('');
  };
  return (
    <form className="form" onSubmit={submit}>
      {children}
      <div className="field">
        <label htmlFor={id}>Why</label>
        <input
          id={id}
          required
          maxLength={400}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="hint">{hint ?? 'It stands in the log: name no person.'}</p>
      </div>
      <div className="row end">
        <Button className="button" type="submit" isDisabled={busy}>
          {save}
        </Button>
      </div>
    </form>
  );
}

const screenings = [
  { id: 'on', label: 'Left out once (the usual)' },
  { id: 'off', label: 'Kept, as the Excel tool does' },
];
const forms = [
  { id: '2023', label: 'As of November 2023 (the usual)' },
  { id: 'older', label: 'The older form' },
];
const lengths = [
  { id: '7', label: '7 points (the usual)' },
  { id: '6', label: '6 points' },
];

function Rules({ settings }: { settings: ChartSettings }) {
  const [rules, setRules] = useState<Judging>(settings.judging);
  const save = useDo('chart.judge');
  const change = (part: Partial<Judging>) => setRules((before) => ({ ...before, ...part }));
  return (
    <>
      <ReasonForm
        save="Save the rules"
        busy={save.isPending}
        onSave={(reason) => save.mutate({ metric: settings.metric, ...rules, reason })}
      >
        <Choice
          label="Outlying moving ranges"
          value={rules.screening ? 'on' : 'off'}
          items={screenings}
          onChange={(id) => change({ screening: id === 'on' })}
        />
        <Choice
          label="Two of three points near a limit"
          value={rules.twoOfThree}
          items={forms}
          onChange={(id) => change({ twoOfThree: id === 'older' ? 'older' : '2023' })}
        />
        <Choice
          label="A run or a trend is of"
          value={String(rules.runLength)}
          items={lengths}
          onChange={(id) => change({ runLength: id === '6' ? 6 : 7 })}
        />
      </ReasonForm>
      {save.error ? <ProblemPanel problem={save.error} /> : null}
    </>
  );
}

function Target({ settings, metric }: Omit<JudgingDialogProps, 'onClose'>) {
  const id = useId();
  const { target, takesTarget } = settings;
  const [value, setValue] = useState(target === null ? '' : String(target.value));
  const save = useDo('chart.target');
  if (!takesTarget) return <p>This figure has no good or bad direction, so no target is judged.</p>;
  return (
    <>
      {target ? (
        <p>{`${target.value} (${metric.unit}), set by ${target.setBy} on ${dayText(target.setAt)}: ${target.reason}`}</p>
      ) : (
        <p>No target is set.</p>
      )}
      <ReasonForm
        save="Save the target"
        busy={save.isPending}
        hint="Whose target it is. It stands in the log: name no person."
        onSave={(reason) =>
          save.mutate({ metric: metric.id, target: value === '' ? null : Number(value), reason })
        }
      >
        <div className="field">
          <label htmlFor={id}>{`Target (${metric.unit}); empty takes it back`}</label>
          <input
            id={id}
            type="number"
            step="any"
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        </div>
      </ReasonForm>
      {save.error ? <ProblemPanel problem={save.error} /> : null}
    </>
  );
}

function Rebases({ settings: { metric, rebases } }: { settings: ChartSettings }) {
  const id = useId();
  const [date, setDate] = useState('');
  const [leaving, setLeaving] = useState<string | null>(null);
  const save = useDo('chart.rebase');
  const remove = useDo('chart.unrebase');
  const problem = save.error ?? remove.error;
  return (
    <>
      <p>
        Limits set anew start a new phase; those before it stay visible. Do it only when a lasting change is
        accepted: at adoption it would hide what is looked for.
      </p>
      {rebases.length > 0 ? (
        <ul className="plain">
          {rebases.map((one) => (
            <li key={one.date} className="row tight">
              {`From ${dayText(one.date)}: ${one.reason} Set by ${one.setBy}.`}
              <Button
                className="button small"
                aria-label={`Take back the limits from ${dayText(one.date)}`}
                onPress={() => setLeaving(one.date)}
              >
                Take back
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {leaving === null ? null : (
        <ReasonForm
          key={leaving}
          save={`Take back the limits from ${dayText(leaving)}`}
          busy={remove.isPending}
          onSave={(reason) =>
            remove.mutate({ metric, date: leaving, reason }, { onSuccess: () => setLeaving(null) })
          }
        >
          <p>The old limits are carried on.</p>
        </ReasonForm>
      )}
      <ReasonForm
        save="Set limits anew"
        busy={save.isPending}
        hint="It stands on the chart, in packs and in the log: name no person."
        onSave={(reason) => save.mutate({ metric, date, reason }, { onSuccess: () => setDate('') })}
      >
        <div className="field">
          <label htmlFor={id}>First day of the new limits</label>
          <input
            id={id}
            type="date"
            required
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        </div>
      </ReasonForm>
      {problem ? <ProblemPanel problem={problem} /> : null}
    </>
  );
}

export function JudgingDialog({ settings, metric, onClose }: JudgingDialogProps) {
  return (
    <WindowDialog title="How this chart is judged" open onClose={onClose}>
      <p>
        {`${metric.title}. These choices are printed under the chart and in what is exported, and every change is logged.`}
      </p>
      <h3>Rules</h3>
      <Rules settings={settings} />
      <Fold title="Target" open={settings.target !== null}>
        <Target settings={settings} metric={metric} />
      </Fold>
      <Fold title="New limits from a day" open={settings.rebases.length > 0}>
        <Rebases settings={settings} />
      </Fold>
      <DecisionList decisions={settings.decisions} />
      <div className="row end">
        <Button className="button primary" onPress={onClose}>
          Done
        </Button>
      </div>
    </WindowDialog>
  );
}
