// What the year was silent on: mechanisms without evidence, and the returns of positive examples.
import type { NotHeard as Silence } from '../../../src-shared/schemas/judgement.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { placeWords } from '../health/place-words.ts';

type Row = Silence['mechanisms'][number];

const columns: TableColumn<Row>[] = [
  { id: 'mechanism', header: 'Mechanism of section VII', names: true, show: ({ title }) => title },
  { id: 'place', header: 'In place', whole: true, show: ({ inPlace }) => placeWords[inPlace] },
  { id: 'heard', header: 'Heard', whole: true, show: ({ heard }) => (heard ? 'Yes' : 'Not heard') },
  { id: 'rows', header: 'Told of the year', show: ({ rows }) => rows },
];

export function NotHeard({ silence, year }: { silence: Silence; year: string }) {
  return (
    <section className="block" aria-label="What was not heard">
      <h2>What was not heard</h2>
      <p className="lead">{silence.reading}</p>
      <p className="aside">Silence is neither for nor against. It says what the answers could not rest on.</p>
      <DataTable
        caption={`The six mechanisms in ${year}`}
        quietCaption
        columns={columns}
        rows={silence.mechanisms}
        rowKey={({ mechanism }) => mechanism}
      />
    </section>
  );
}
