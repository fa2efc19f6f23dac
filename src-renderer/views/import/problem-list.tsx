// Bad cells, grouped by what is wrong with them: how many, the first rows, how to mend them, then all of them.
import type { ProblemGroup, ShownProblem } from '../../../src-shared/schemas/import.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { countText, numberText } from '../../wording.ts';

const columns: readonly TableColumn<ShownProblem>[] = [
  {
    id: 'row',
    header: 'Row',
    numeric: true,
    names: true,
    show: (p) => numberText(p.row),
    sortBy: (p) => p.row,
  },
  { id: 'column', header: 'Column', show: (p) => p.column, sortBy: (p) => p.column },
  { id: 'value', header: 'Value', show: (p) => p.value || '(empty)', sortBy: (p) => p.value },
  { id: 'reason', header: 'What is wrong', show: (p) => p.reason, sortBy: (p) => p.reason },
  {
    id: 'outcome',
    header: 'What is done',
    show: (p) => (p.rejects ? 'Row left out' : 'Row kept'),
    sortBy: (p) => (p.rejects ? 0 : 1),
  },
];

interface Group {
  readonly key: string;
  readonly first: ShownProblem;
  readonly list: ShownProblem[];
}

function groupsOf(problems: readonly ShownProblem[]): Group[] {
  const groups = new Map<string, Group>();
  for (const problem of problems) {
    const key = `${problem.column} ${problem.code}`;
    const group = groups.get(key);
    if (group) group.list.push(problem);
    else groups.set(key, { key, first: problem, list: [problem] });
  }
  return [...groups.values()];
}

/** How many problems of a sort there are in all, and how many of them leave out their row. */
interface Sort {
  readonly count: number;
  readonly rejecting: number;
  /** Whether more than these may exist: a long list was cut and nobody counted the rest. */
  readonly partial: boolean;
}

const sortOf = ({ first, list }: Group, counted: readonly ProblemGroup[] | undefined, cut: boolean): Sort => {
  const known = counted?.find(({ column, code }) => column === first.column && code === first.code);
  return known
    ? { ...known, partial: false }
    : { count: list.length, rejecting: list.filter(({ rejects }) => rejects).length, partial: cut };
};

const shownRows = 5;

const firstRows = (list: readonly ShownProblem[], count: number): string => {
  const rows = list.slice(0, shownRows).map(({ row }) => numberText(row));
  return `${count === 1 ? 'Row' : 'Rows'} ${rows.join(', ')}${count > rows.length ? ' and more' : ''}`;
};

const outcomeWords = ({ count, rejecting }: Sort): string => {
  if (rejecting === 0) return count === 1 ? 'the row is kept' : 'the rows are kept';
  if (rejecting < count) return `${numberText(rejecting)} of the rows are left out`;
  return count === 1 ? 'the row is left out' : 'the rows are left out';
};

function GroupFold({ group, sort }: { group: Group; sort: Sort }) {
  const { first, list } = group;
  const { count, partial } = sort;
  const title = `${partial ? 'At least ' : ''}${countText(count, 'problem')} in ${first.column}: ${first.reason}`;
  const more = count > list.length ? ` The first ${numberText(list.length)} are listed here.` : '';
  return (
    <Fold title={title}>
      <p>{`${firstRows(list, count)}; ${outcomeWords(sort)}.${more}`}</p>
      <p>
        <strong>To mend it:</strong> {first.mend}
      </p>
      <DataTable
        caption={title}
        quietCaption
        columns={columns}
        rows={list}
        rowKey={(problem, index) => `${index} ${problem.row} ${problem.column}`}
      />
    </Fold>
  );
}

interface ProblemListProps {
  readonly problems: readonly ShownProblem[];
  readonly total: number;
  /** How many there are of each sort, where that was counted. */
  readonly counted?: readonly ProblemGroup[] | undefined;
}

/** What leaves rows out comes first, then what is most frequent. */
export function ProblemList({ problems, total, counted }: ProblemListProps) {
  if (total === 0) return null;
  const sorted = groupsOf(problems)
    .map((group) => ({ group, sort: sortOf(group, counted, total > problems.length) }))
    .sort((a, b) => b.sort.rejecting - a.sort.rejecting || b.sort.count - a.sort.count);
  return (
    <div className="problems">
      <h3>{countText(total, 'problem')}</h3>
      {sorted.map(({ group, sort }) => (
        <GroupFold key={group.key} group={group} sort={sort} />
      ))}
    </div>
  );
}
