// Directorates across reorganisations: what became what, what the events suggest, and a way to say it.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type {
  CrosswalkEntry,
  CrosswalkList,
  CrosswalkSuggestion,
} from '../../../src-shared/schemas/crosswalk.ts';
import { useAsk, useDo } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { dayText } from '../../wording.ts';
import { CrosswalkDialog } from './crosswalk-dialog.tsx';
import { DecisionList } from './decision-list.tsx';

const columnsOf = (onRemove: (entry: CrosswalkEntry) => void): TableColumn<CrosswalkEntry>[] => [
  { id: 'old', header: 'Was', names: true, show: ({ old }) => old, sortBy: ({ old }) => old },
  { id: 'new', header: 'Is now', show: (entry) => entry.new, sortBy: (entry) => entry.new },
  {
    id: 'from',
    header: 'From',
    whole: true,
    show: ({ effective }) => dayText(effective),
    sortBy: ({ effective }) => effective,
  },
  {
    id: 'data',
    header: 'In the data',
    show: ({ inData }) => (inData ? 'Yes' : 'No row carries the old name'),
  },
  { id: 'by', header: 'Set by', show: ({ setBy, setAt }) => `${setBy}, ${dayText(setAt)}` },
  {
    id: 'remove',
    header: 'Take back',
    show: (entry) => (
      <Button className="button small" onPress={() => onRemove(entry)} aria-label={`Take back ${entry.old}`}>
        Take back
      </Button>
    ),
  },
];

function Suggestions({ list }: { list: CrosswalkList }) {
  const set = useDo('crosswalk.set');
  if (list.suggestions.length === 0) return null;
  const take = ({ old, new: next, effective }: CrosswalkSuggestion) =>
    set.mutate({ old, new: next, effective });
  return (
    <>
      <ul className="proposals" aria-label="Suggested by the events">
        {list.suggestions.map((one) => (
          <li key={one.old + one.effective}>
            <p>{`${dayText(one.effective)}: ${one.event}. Should ${one.old} count as ${one.new}?`}</p>
            <Button className="button small" isDisabled={set.isPending} onPress={() => take(one)}>
              {`Count ${one.old} as ${one.new}`}
            </Button>
          </li>
        ))}
      </ul>
      {set.error ? <ProblemPanel problem={set.error} /> : null}
    </>
  );
}

export function CrosswalkSection() {
  const { data, error } = useAsk('crosswalk.list', {}, true);
  const [adding, setAdding] = useState(false);
  const remove = useDo('crosswalk.remove');
  if (error) return <ProblemPanel problem={error} />;
  if (!data) return <p>Reading the crosswalk…</p>;
  return (
    <section className="block" aria-label="Directorates across reorganisations">
      <h2>Directorates across reorganisations</h2>
      <p>
        Every split by directorate is in today’s structure: a directorate that was renamed or merged is one
        line. What was stored stays as it was, and taking an entry back gives the old lines back.
      </p>
      <Suggestions list={data} />
      {data.entries.length === 0 ? (
        <p>No directorate is said to have become another.</p>
      ) : (
        <DataTable
          caption="Which directorate became which"
          columns={columnsOf(({ old, effective }) => remove.mutate({ old, effective }))}
          rows={data.entries}
          rowKey={({ old, effective }) => old + effective}
        />
      )}
      {remove.error ? <ProblemPanel problem={remove.error} /> : null}
      <Button className="button" onPress={() => setAdding(true)}>
        Add a change of directorate
      </Button>
      <DecisionList decisions={data.decisions} />
      {adding ? <CrosswalkDialog names={data.names} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}
