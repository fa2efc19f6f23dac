// The rows behind a cell, for whoever holds the officer's key: where each lies, never what it says. It is logged.
import { Button } from 'react-aria-components';
import type { Input } from '../../../src-shared/contract.ts';
import { useAsk, useDo } from '../../ask.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { countText } from '../../wording.ts';

const mostShown = 50;

export function RowsBehind({ request }: { request: Input<'pack.rows'> }) {
  const status = useAsk('officer.status', {}, true);
  const rows = useDo('pack.rows', true);
  if (!status.data?.unlocked)
    return (
      <p className="aside">
        The rows behind it can be listed while the Monitoring Officer’s key is unlocked.
      </p>
    );
  return (
    <section className="explained" aria-label="Rows behind it">
      <Button className="button" isDisabled={rows.isPending} onPress={() => rows.mutate(request)}>
        List the rows behind it
      </Button>
      <p className="aside">The listing is written into the audit log.</p>
      {rows.error ? <ProblemPanel problem={rows.error} /> : null}
      {rows.data ? <p>{rows.data.reading}</p> : null}
      {rows.data?.sources.map((source, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two numbers of one figure may be alike; they keep their order
        <div key={index}>
          <p>
            <strong>{`${source.title}, ${source.period}.`}</strong> {source.reading}
          </p>
          {source.rows.length > 0 ? (
            <ul className="sources">
              {source.rows.slice(0, mostShown).map(({ importId, file, row }) => (
                <li key={`${importId} ${row}`}>{`${file}, row ${row}`}</li>
              ))}
            </ul>
          ) : null}
          {source.rows.length > mostShown ? (
            <p className="aside">{`The first ${mostShown} of ${countText(source.rows.length, 'row')}.`}</p>
          ) : null}
        </div>
      ))}
    </section>
  );
}
