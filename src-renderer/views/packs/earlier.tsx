// The packs of the workspace: drafts and what was released, each opened for its page.
import { useMemo } from 'react';
import type { ListedPack } from '../../../src-shared/schemas/pack.ts';
import { useAsk } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';
import { countText, momentText } from '../../wording.ts';
import { PackPage } from './pack-page.tsx';
import { circulationWords, shortForm, standingWords } from './pack-words.ts';
import { DownloadButton } from './take-pack.tsx';

const columnsFor = (open: (pack: string) => void): readonly TableColumn<ListedPack>[] => [
  {
    id: 'title',
    header: 'Pack',
    names: true,
    show: (p) => (
      <button type="button" className="link" onClick={() => open(p.pack)}>
        {p.title}
      </button>
    ),
    sortBy: (p) => p.title,
  },
  {
    id: 'twin',
    header: 'Twin',
    show: (p) => circulationWords[p.circulation].split(':')[0] ?? '',
    sortBy: (p) => p.circulation,
  },
  { id: 'form', header: 'Form', show: (p) => shortForm(p.profile), sortBy: (p) => p.profile },
  {
    id: 'standing',
    header: 'Stands',
    show: (p) => `${standingWords[p.standing]}${p.stale ? ', out of date' : ''}`,
    sortBy: (p) => p.standing,
  },
  { id: 'issue', header: 'Issue', numeric: true, show: (p) => p.issue, sortBy: (p) => p.issue },
  { id: 'built', header: 'Built', show: (p) => momentText(p.builtAt), sortBy: (p) => p.builtAt },
  { id: 'get', header: 'Download', show: (p) => <DownloadButton pack={p} /> },
];

export function Earlier() {
  const { place, pick } = usePlace();
  const { data, error } = useAsk('pack.list', {});
  const newest = useMemo(() => [...(data ?? [])].sort((a, b) => b.builtAt.localeCompare(a.builtAt)), [data]);
  const columns = useMemo(() => columnsFor((pack) => pick({ pack, sheet: null, cell: null })), [pick]);
  if (error) return <ProblemPanel problem={error} />;
  if (!data) return <p aria-busy="true">Reading the packs…</p>;
  const chosen = newest.find(({ pack }) => pack === place.pick.pack);
  if (chosen)
    return (
      <PackPage
        key={chosen.pack}
        pack={chosen}
        onClose={() => pick({ pack: null, sheet: null, cell: null })}
      />
    );
  if (newest.length === 0)
    return (
      <EmptyState
        title="No pack yet"
        text="Build one: it is kept here as a draft, with what the check found, until it is released."
      />
    );
  return (
    <section className="block" aria-label="Drafts and issues">
      <h2>Drafts and issues</h2>
      <DataTable
        caption={countText(newest.length, 'pack')}
        columns={columns}
        rows={newest}
        rowKey={(pack) => pack.pack}
      />
    </section>
  );
}
