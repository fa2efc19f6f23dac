// Every source in one table: how much weight it bears, what it covers, when the next is due, and why.
import { Button } from 'react-aria-components';
import type { CautionLevel, SourceHealth } from '../../../src-shared/schemas/health.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { dayText, numberText } from '../../wording.ts';
import { LevelMark } from './level-mark.tsx';

export const sourceKey = ({ kind, instrument }: SourceHealth): string => `${kind} ${instrument ?? ''}`;
export const sourceName = ({ title, instrument }: SourceHealth): string => instrument ?? title;

const rank: Record<CautionLevel, number> = { weak: 0, caution: 1, sound: 2 };

const dueText = ({ nextDue, overdueDays }: SourceHealth): string => {
  if (nextDue === null) return 'No cadence';
  return overdueDays === null ? dayText(nextDue) : `${dayText(nextDue)}, overdue`;
};

const columnsOf = (onChoose: (source: SourceHealth) => void): TableColumn<SourceHealth>[] => [
  {
    id: 'source',
    header: 'Source',
    names: true,
    sortBy: sourceName,
    show: (source) => (
      <>
        <Button className="link" onPress={() => onChoose(source)}>
          {sourceName(source)}
        </Button>
        {source.instrument === null ? null : <span className="under">{source.title}</span>}
      </>
    ),
  },
  {
    id: 'level',
    header: 'Weight',
    whole: true,
    sortBy: ({ level }) => rank[level],
    show: ({ level }) => <LevelMark level={level} />,
  },
  {
    id: 'why',
    header: 'Why',
    show: ({ reasons }) => <span className="why-cell">{reasons.join(' ')}</span>,
  },
  {
    id: 'rows',
    header: 'Rows',
    numeric: true,
    sortBy: ({ rows }) => rows,
    show: ({ rows }) => numberText(rows),
  },
  {
    id: 'left',
    header: 'Left out',
    numeric: true,
    sortBy: ({ rejected }) => rejected,
    show: ({ rejected }) => numberText(rejected),
  },
  {
    id: 'covers',
    header: 'Covers',
    sortBy: ({ from }) => from,
    show: ({ from, to }) => (from && to ? `${dayText(from)} to ${dayText(to)}` : 'No dates'),
  },
  {
    id: 'last',
    header: 'Last import',
    whole: true,
    sortBy: ({ lastImport }) => lastImport,
    show: ({ lastImport }) => dayText(lastImport),
  },
  { id: 'due', header: 'Next due', whole: true, sortBy: ({ nextDue }) => nextDue, show: dueText },
];

interface SourceTableProps {
  readonly sources: readonly SourceHealth[];
  readonly chosen: string | null;
  readonly onChoose: (source: SourceHealth) => void;
}

export function SourceTable({ sources, chosen, onChoose }: SourceTableProps) {
  const worstFirst = [...sources].sort((a, b) => rank[a.level] - rank[b.level]);
  return (
    <DataTable
      caption="Sources and the weight they bear"
      columns={columnsOf(onChoose)}
      rows={worstFirst}
      rowKey={sourceKey}
      rowClass={(source) => (sourceKey(source) === chosen ? 'chosen' : undefined)}
    />
  );
}
