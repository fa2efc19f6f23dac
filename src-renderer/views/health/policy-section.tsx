// The disclosure policy: what is hidden and from which number on, who set it, and the way to change it.
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { SettingChange, WorkspaceSettings } from '../../../src-shared/schemas/workspace.ts';
import { useAsk, useDo } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { dayText, momentText } from '../../wording.ts';
import { useWorkspace } from '../../workspace.tsx';

type Rule = 'minimumBase' | 'smallCount' | 'percentBase' | 'commentBase';

interface RuleWords {
  readonly id: Rule;
  readonly title: string;
  /** What it does at a value. */
  readonly says: (value: number) => string;
  readonly floor: number;
  readonly most: number;
}

const rules: readonly RuleWords[] = [
  {
    id: 'minimumBase',
    title: 'Smallest survey group',
    says: (value) => `Survey results of fewer than ${value} people are hidden.`,
    floor: 5,
    most: 100,
  },
  {
    id: 'smallCount',
    title: 'Smallest count in a split',
    says: (value) => `Counts of 1 to ${value - 1} cases or people are hidden in a split.`,
    floor: 5,
    most: 50,
  },
  {
    id: 'percentBase',
    title: 'Smallest base of a percentage',
    says: (value) => `Of fewer than ${value}, the count is written (“1 of 8”) and no percentage.`,
    floor: 10,
    most: 100,
  },
  {
    id: 'commentBase',
    title: 'Fewest answers for comments',
    says: (value) => `Comments are not released where fewer than ${value} people answered.`,
    floor: 10,
    most: 200,
  },
];

const nameOf = (key: string): string => rules.find(({ id }) => id === key)?.title ?? key;

interface Row extends RuleWords {
  readonly value: number;
  readonly last: SettingChange | undefined;
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'title', header: 'Rule', names: true, show: ({ title }) => title },
  { id: 'value', header: 'Set to', numeric: true, show: ({ value }) => String(value) },
  { id: 'floor', header: 'Never below', numeric: true, show: ({ floor }) => String(floor) },
  {
    id: 'says',
    header: 'What it does',
    show: ({ says, value }) => <span className="why-cell">{says(value)}</span>,
  },
  {
    id: 'by',
    header: 'Set by',
    show: ({ last }) => (last ? `${last.by}, ${dayText(last.at)}` : 'As at the start'),
  },
];

function PolicyDialog({ settings, onClose }: { settings: WorkspaceSettings; onClose: () => void }) {
  const id = useId();
  const [values, setValues] = useState<Readonly<Record<Rule, string>>>({
    minimumBase: String(settings.minimumBase),
    smallCount: String(settings.smallCount),
    percentBase: String(settings.percentBase),
    commentBase: String(settings.commentBase),
  });
  const save = useDo('workspace.settings');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const changed = Object.fromEntries(rules.map((rule) => [rule.id, Number(values[rule.id])]));
    save.mutate(changed, { onSuccess: onClose });
  };
  return (
    <WindowDialog title="What is hidden" open onClose={onClose}>
      <form className="form" onSubmit={submit}>
        {rules.map((rule) => (
          <div className="field" key={rule.id}>
            <label htmlFor={id + rule.id}>{rule.title}</label>
            <input
              id={id + rule.id}
              type="number"
              required
              min={rule.floor}
              max={rule.most}
              value={values[rule.id]}
              onChange={(event) => setValues({ ...values, [rule.id]: event.target.value })}
            />
            <p className="hint">{`${rule.says(Number(values[rule.id]))} Never below ${rule.floor}.`}</p>
          </div>
        ))}
        <FormEnd problem={save.error} busy={save.isPending} save="Save the rules" onClose={onClose} />
      </form>
    </WindowDialog>
  );
}

/** The rules with who set them, and every change of a setting. */
export function PolicySection() {
  const settings = useWorkspace()?.settings;
  const { data = [] } = useAsk('workspace.changes', {});
  const [open, setOpen] = useState(false);
  if (!settings) return null;
  const rows = rules.map(
    (rule): Row => ({
      ...rule,
      value: settings[rule.id],
      last: data.find(({ key, previous }) => key === rule.id && previous !== null),
    }),
  );
  return (
    <section className="block" aria-label="What is hidden">
      <h2>What is hidden</h2>
      <p>
        Small numbers are hidden as [c], and others with them, so that nothing hidden can be found by adding
        and subtracting over all figures, filters, dates and issued packs.
      </p>
      <DataTable
        caption="The rules of this workspace"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
      />
      <div className="row">
        <Button className="button" onPress={() => setOpen(true)}>
          Change the rules
        </Button>
      </div>
      {data.length > 0 ? (
        <Fold title="Every change of a setting">
          <ul className="plain">
            {data.map(({ key, previous, value, by, at }) => (
              <li key={at + key}>
                {`${momentText(at)}: ${by} set ${nameOf(key)} to ${value}${previous === null ? '' : ` (before: ${previous})`}`}
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
      {open ? <PolicyDialog settings={settings} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
