// What differs between a pack and the issue before it, sheet by sheet, each with why.
import type { DiffCounts, DiffLine, PackDiff } from '../../../src-shared/schemas/explain.ts';
import type { IssuedPack, ListedPack } from '../../../src-shared/schemas/pack.ts';
import { useAsk } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { countText } from '../../wording.ts';

const kindWords: Readonly<Record<DiffLine['kind'], string>> = {
  changed: 'Changed',
  appeared: 'New',
  gone: 'Gone',
  hidden: 'Now hidden',
  shown: 'No longer hidden',
};

const same = 'nothing differs';

/** "3 changed, 2 new, 1 gone". */
export function countsText(counts: DiffCounts): string {
  const parts = (Object.keys(kindWords) as DiffLine['kind'][]).flatMap((kind) =>
    counts[kind] > 0 ? `${counts[kind]} ${kindWords[kind].toLowerCase()}` : [],
  );
  return parts.length > 0 ? parts.join(', ') : same;
}

const columns: readonly TableColumn<DiffLine>[] = [
  { id: 'where', header: 'Cell', show: ({ cell, cellBefore }) => cell ?? cellBefore ?? '' },
  { id: 'row', header: 'Row', names: true, show: ({ row }) => row, sortBy: ({ row }) => row },
  { id: 'column', header: 'Column', show: ({ column }) => column, sortBy: ({ column }) => column },
  { id: 'kind', header: 'What', show: ({ kind }) => kindWords[kind], sortBy: ({ kind }) => kind },
  { id: 'before', header: 'Before', show: ({ before }) => before ?? '' },
  { id: 'after', header: 'Now', show: ({ after }) => after ?? '' },
  { id: 'why', header: 'Why', show: ({ why }) => why.map(({ text }) => text).join(' ') },
];

const differs = ({ only, counts }: PackDiff['sheets'][number]): boolean =>
  only !== null || countsText(counts) !== same;

function Sheets({ diff }: { diff: PackDiff }) {
  const alike = diff.sheets.filter((sheet) => !differs(sheet)).map(({ sheet }) => sheet);
  return (
    <>
      {diff.sheets.filter(differs).map(({ sheet, title, only, counts, lines, more }) => (
        <Fold
          key={sheet}
          title={`${sheet}: ${only === null ? countsText(counts) : only === 'after' ? 'a new sheet' : 'no longer there'}`}
        >
          {lines.length > 0 ? (
            <DataTable
              caption={title}
              columns={columns}
              rows={lines}
              rowKey={(line, index) => `${line.cell} ${line.cellBefore} ${index}`}
            />
          ) : (
            <p>{title}</p>
          )}
          {more > 0 ? <p className="aside">{`${countText(more, 'line')} more, not listed.`}</p> : null}
        </Fold>
      ))}
      {alike.length > 0 ? <p className="aside">{`Nothing differs on: ${alike.join(', ')}.`}</p> : null}
    </>
  );
}

type Twin = Pick<ListedPack, 'pack' | 'edition' | 'circulation'>;

/** Whether any issue of the same edition and twin is there to compare with. */
const hasEarlier = (issued: readonly IssuedPack[], { pack, edition, circulation }: Twin): boolean =>
  issued.some((one) => one.pack !== pack && one.edition === edition && one.circulation === circulation);

export function DiffSection({ pack }: { pack: Twin }) {
  const issued = useAsk('pack.issued', {}, true);
  const earlier = issued.data !== undefined && hasEarlier(issued.data, pack);
  const { data, error } = useAsk('pack.diff', earlier ? { to: { pack: pack.pack } } : null);
  return (
    <section className="block" aria-label="Changes since the last issue">
      <h3>Changes since the last issue</h3>
      {error ? (
        error.code === 'pack-nothing-before' ? (
          <p>{error.message}</p>
        ) : (
          <ProblemPanel problem={error} />
        )
      ) : null}
      {issued.data && !earlier ? <p>No issue of this pack was released before.</p> : null}
      {earlier && !data && !error ? <p aria-busy="true">Comparing with the last issue…</p> : null}
      {data ? (
        <>
          <p>{data.reading}</p>
          {data.causes.length > 0 ? (
            <ul className="plain-list">
              {data.causes.map(({ code, text, lines }) => (
                <li key={code + text}>{`${text} (${countText(lines, 'line')})`}</li>
              ))}
            </ul>
          ) : null}
          <Sheets diff={data} />
        </>
      ) : null}
    </section>
  );
}
