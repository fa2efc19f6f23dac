// Series breaks: what is set, what the events propose, and the way to confirm, change or take one back.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { SeriesBreak } from '../../../src-shared/schemas/series-break.ts';
import { useAsk, useDo } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { dayText, idText } from '../../wording.ts';
import { BreakDialog, type BreakDraft } from './break-dialog.tsx';
import { DecisionList } from './decision-list.tsx';

interface Acts {
  readonly onChange: (one: SeriesBreak) => void;
  readonly onRemove: (one: SeriesBreak) => void;
}

const columnsOf = ({ onChange, onRemove }: Acts): TableColumn<SeriesBreak>[] => [
  {
    id: 'title',
    header: 'What changed',
    names: true,
    show: ({ title }) => title,
    sortBy: ({ title }) => title,
  },
  {
    id: 'date',
    header: 'From',
    whole: true,
    show: ({ date }) => dayText(date),
    sortBy: ({ date }) => date,
  },
  {
    id: 'of',
    header: 'Breaks',
    show: ({ kinds, metrics }) => [...kinds, ...metrics].map(idText).join(', '),
  },
  { id: 'reason', header: 'Why', show: ({ reason }) => <span className="why-cell">{reason}</span> },
  { id: 'by', header: 'Set by', show: ({ setBy, setAt }) => `${setBy}, ${dayText(setAt)}` },
  {
    id: 'acts',
    header: 'Change or take back',
    show: (one) => (
      <div className="row tight">
        <Button className="button small" onPress={() => onChange(one)} aria-label={`Change ${one.title}`}>
          Change
        </Button>
        <Button className="button small" onPress={() => onRemove(one)} aria-label={`Take back ${one.title}`}>
          Take back
        </Button>
      </div>
    ),
  },
];

const none: BreakDraft = { date: '', title: '', reason: '', kinds: [], metrics: [] };

export function BreakSection() {
  const { data, error } = useAsk('break.list', {}, true);
  const [draft, setDraft] = useState<BreakDraft | null>(null);
  const remove = useDo('break.remove');
  if (error) return <ProblemPanel problem={error} />;
  if (!data) return <p>Reading the breaks…</p>;
  return (
    <section className="block" aria-label="Series breaks">
      <h2>Series breaks</h2>
      <p>
        At a break a line starts anew: what lies before and after it is not compared, and limits are worked
        out for each part, from 13 points.
      </p>
      {data.proposals.length > 0 ? (
        <ul className="proposals" aria-label="Proposed by the events">
          {data.proposals.map((one) => (
            <li key={one.date}>
              <p>{`${dayText(one.date)}: ${one.title}. Does it break a series?`}</p>
              <Button
                className="button small"
                onPress={() => setDraft({ ...none, date: one.date, title: one.title, kinds: one.kinds })}
              >
                {`Set a break on ${dayText(one.date)}`}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {data.breaks.length === 0 ? (
        <p>No series break is set.</p>
      ) : (
        <DataTable
          caption="Where series break"
          columns={columnsOf({ onChange: setDraft, onRemove: ({ id }) => remove.mutate({ id }) })}
          rows={data.breaks}
          rowKey={({ id }) => id}
        />
      )}
      {remove.error ? <ProblemPanel problem={remove.error} /> : null}
      <Button className="button" onPress={() => setDraft(none)}>
        Add a series break
      </Button>
      <DecisionList decisions={data.decisions} />
      {draft ? (
        <BreakDialog key={draft.id ?? draft.date} draft={draft} onClose={() => setDraft(null)} />
      ) : null}
    </section>
  );
}
