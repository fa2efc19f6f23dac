// The register of the six mechanisms of section VII, each with a way to change what is said of it.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { MechanismEntry } from '../../../src-shared/schemas/mechanism.ts';
import { useAsk } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { countText, dayText } from '../../wording.ts';
import { DecisionList } from './decision-list.tsx';
import { MechanismDialog } from './mechanism-dialog.tsx';
import { placeWords } from './place-words.ts';

const columnsOf = (onChange: (entry: MechanismEntry) => void): TableColumn<MechanismEntry>[] => [
  { id: 'mechanism', header: 'Mechanism', names: true, show: ({ title }) => title },
  { id: 'place', header: 'In place', whole: true, show: ({ inPlace }) => placeWords[inPlace] },
  { id: 'owner', header: 'Owner', show: ({ owner }) => owner ?? 'Not named' },
  {
    id: 'evidence',
    header: 'Last evidence',
    show: ({ lastEvidence }) => (lastEvidence === null ? 'None' : dayText(lastEvidence)),
  },
  {
    id: 'due',
    header: 'Next due',
    show: ({ nextDue, cadenceMonths }) =>
      nextDue === null
        ? 'No cadence'
        : `${dayText(nextDue)} (every ${countText(cadenceMonths ?? 0, 'month')})`,
  },
  {
    id: 'reading',
    header: 'What stands',
    show: ({ reading }) => <span className="why-cell">{reading}</span>,
  },
  {
    id: 'change',
    header: 'Change',
    show: (entry) => (
      <Button className="button small" onPress={() => onChange(entry)} aria-label={`Change ${entry.title}`}>
        Change
      </Button>
    ),
  },
];

export function MechanismSection() {
  const { data, error } = useAsk('mechanism.list', {}, true);
  const [changed, setChanged] = useState<MechanismEntry | null>(null);
  if (error) return <ProblemPanel problem={error} />;
  return (
    <section className="block" aria-label="Mechanisms of section VII">
      <h2>Mechanisms of section VII</h2>
      {data ? (
        <>
          <p className="lead">{data.reading}</p>
          <DataTable
            caption="The six mechanisms, and what the imports say of each"
            columns={columnsOf(setChanged)}
            rows={data.mechanisms}
            rowKey={({ mechanism }) => mechanism}
          />
          <DecisionList decisions={data.decisions} />
        </>
      ) : (
        <p>Reading the register…</p>
      )}
      {changed ? (
        <MechanismDialog key={changed.mechanism} entry={changed} onClose={() => setChanged(null)} />
      ) : null}
    </section>
  );
}
