// The audit log: what was done and by whom, newest first, and whether the chain of entries holds.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { AuditEntry } from '../../../src-shared/schemas/audit.ts';
import { useAsk } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { countText, idText, momentText, numberText } from '../../wording.ts';

const detailText = ({ detail }: AuditEntry): string =>
  Object.entries(detail)
    .map(([key, value]) => `${idText(key)}: ${value}`)
    .join('; ');

const columns: TableColumn<AuditEntry>[] = [
  { id: 'seq', header: 'No', numeric: true, show: ({ seq }) => numberText(seq) },
  { id: 'at', header: 'When', show: ({ at }) => momentText(at) },
  { id: 'by', header: 'Who', show: ({ by }) => by },
  { id: 'action', header: 'What', names: true, show: ({ action }) => idText(action) },
  {
    id: 'detail',
    header: 'Detail',
    show: (entry) => <span className="log-detail">{detailText(entry)}</span>,
  },
];

function Verdict() {
  const { data, error } = useAsk('audit.verify', {}, true);
  if (error) return <ProblemPanel problem={error} />;
  if (!data) return <p>Reading the chain…</p>;
  if (data.holds) return <p role="status">{data.reading}</p>;
  const hint = `${countText(data.problems.length, 'place')} to look at. Compare the file with a backup before anything else is done.`;
  return <ProblemPanel problem={{ message: data.reading, hint }} />;
}

/** What a locked screen shows of an entry is not what an unlocked one does, so it is asked for anew. */
export function AuditSection({ unlocked }: { unlocked: boolean }) {
  const [page, setPage] = useState(1);
  const [checking, setChecking] = useState(false);
  const { data, error } = useAsk('audit.list', { page }, true);
  return (
    <section className="block" aria-label="Audit log">
      <h2>Audit log</h2>
      <p>
        Each entry carries a fingerprint of the one before, so that one that is changed, taken out, moved or
        cut off is found.{' '}
        {unlocked ? '' : 'Of whom and why a name was asked for is shown while it is unlocked.'}
      </p>
      {error ? <ProblemPanel problem={error} /> : null}
      {data === undefined && !error ? <p>Reading the log…</p> : null}
      {data?.total === 0 ? <p>Nothing has been done yet that has to be logged.</p> : null}
      {data && data.total > 0 ? (
        <>
          <DataTable
            caption={countText(data.total, 'entry', 'entries')}
            columns={columns}
            rows={data.entries}
            rowKey={({ seq }) => String(seq)}
          />
          <div className="row">
            <Button className="button" onPress={() => setChecking(true)}>
              Check the chain
            </Button>
            {data.pages > 1 ? (
              <>
                <Button className="button" isDisabled={page < 2} onPress={() => setPage(page - 1)}>
                  Newer entries
                </Button>
                <span>{`Page ${data.page} of ${data.pages}`}</span>
                <Button className="button" isDisabled={page >= data.pages} onPress={() => setPage(page + 1)}>
                  Older entries
                </Button>
              </>
            ) : null}
          </div>
          {checking ? <Verdict /> : null}
        </>
      ) : null}
    </section>
  );
}
