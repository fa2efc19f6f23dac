// The cumulative rule of section VIII: whether one is set, which and by whom, and the way to set another.
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { PatternRule } from '../../../src-shared/schemas/pattern.ts';
import { useAsk, useDo } from '../../ask.ts';
import { Fold } from '../../parts/fold.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { countText, momentText } from '../../wording.ts';

const ruleWords = ({ interventions, months }: PatternRule): string =>
  `${countText(interventions, 'informal intervention')} in ${countText(months, 'month')}`;

function RuleDialog({ rule, onClose }: { rule: PatternRule | null; onClose: () => void }) {
  const ids = { interventions: useId(), months: useId(), minuted: useId() };
  const [interventions, setInterventions] = useState(rule ? String(rule.interventions) : '');
  const [months, setMonths] = useState(rule ? String(rule.months) : '');
  const [minuted, setMinuted] = useState('');
  const set = useDo('pattern.setRule', true);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    set.mutate(
      { interventions: Number(interventions), months: Number(months), minuted },
      { onSuccess: onClose },
    );
  };
  return (
    <WindowDialog title="The cumulative rule" open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>
          The Protocol gives no number. So many informal interventions, in so many months, are put before you
          as a question; the rule decides nothing.
        </p>
        <div className="field">
          <label htmlFor={ids.interventions}>Informal interventions, from 2</label>
          <input
            id={ids.interventions}
            type="number"
            min={2}
            max={20}
            required
            value={interventions}
            onChange={(event) => setInterventions(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.months}>Within so many months</label>
          <input
            id={ids.months}
            type="number"
            min={1}
            max={120}
            required
            value={months}
            onChange={(event) => setMonths(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.minuted}>Where it is minuted</label>
          <input
            id={ids.minuted}
            required
            minLength={3}
            maxLength={500}
            value={minuted}
            onChange={(event) => setMinuted(event.target.value)}
          />
          <p className="hint">Such as “Standards Committee, 12 March 2026, item 6”.</p>
        </div>
        <FormEnd problem={set.error} busy={set.isPending} save="Set the rule" onClose={onClose} />
      </form>
    </WindowDialog>
  );
}

export function RuleSection({ unlocked }: { unlocked: boolean }) {
  const { data, error } = useAsk('pattern.read', {}, true);
  const [asking, setAsking] = useState(false);
  if (error) return <ProblemPanel problem={error} />;
  if (!data) return <p>Reading the rule…</p>;
  // What was answered while it was unlocked is not drawn any more.
  const [rule, history] = unlocked ? [data.rule, data.history] : [null, []];
  const reading = data.set
    ? 'A rule is set. Who is flagged under it is for the Monitoring Officer alone.'
    : data.reading;
  return (
    <section className="block" aria-label="The cumulative rule">
      <h2>The cumulative rule</h2>
      {rule ? (
        <>
          <p className="finding">{ruleWords(rule)}</p>
          <p>{`Set by ${rule.setBy}, ${momentText(rule.setAt)}. Minuted: ${rule.minuted}.`}</p>
        </>
      ) : (
        <p>{reading}</p>
      )}
      <p>
        {data.published === null
          ? 'No count is released for packs.'
          : `Released for packs on ${momentText(data.published.publishedAt)}: ${data.published.shown}.`}
      </p>
      {unlocked ? (
        <Button className="button" onPress={() => setAsking(true)}>
          {data.set ? 'Set another rule' : 'Set the rule'}
        </Button>
      ) : null}
      {history.length > 0 ? (
        <Fold title="Rules before this one">
          <ul className="plain">
            {history.map((one) => (
              <li key={one.setAt}>
                {`${momentText(one.setAt)}, ${one.setBy}: ${ruleWords(one)}. Minuted: ${one.minuted}.`}
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
      {asking && unlocked ? <RuleDialog rule={rule} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}
