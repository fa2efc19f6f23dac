// Bad cells, grouped by what is wrong with them, each with its row.
import type { Problem } from '../../../src-shared/schemas/import.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { countText, numberText } from '../../wording.ts';

const columns: readonly TableColumn<Problem>[] = [
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

function groups(problems: readonly Problem[]): { key: string; title: string; list: Problem[] }[] {
  const byCode = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.column} ${problem.code}`;
    byCode.set(key, [...(byCode.get(key) ?? []), problem]);
  }
  return [...byCode].map(([key, list]) => ({
    key,
    title: `${countText(list.length, 'problem')} in ${list[0]?.column ?? ''}: ${list[0]?.reason ?? ''}`,
    list,
  }));
}

export function ProblemList({ problems, total }: { problems: readonly Problem[]; total: number }) {
  if (total === 0) return null;
  return (
    <div className="problems">
      {total > problems.length ? (
        <p className="aside">{`The first ${numberText(problems.length)} of ${countText(total, 'problem')} are listed.`}</p>
      ) : null}
      {groups(problems).map(({ key, title, list }) => (
        <Fold key={key} title={title}>
          <DataTable
            caption={title}
            quietCaption
            columns={columns}
            rows={list}
            rowKey={(problem, index) => `${index} ${problem.row} ${problem.column}`}
          />
        </Fold>
      ))}
    </div>
  );
}
