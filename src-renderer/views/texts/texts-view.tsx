// Comments: what is held back, counted; and the review in which a person decides on each text.
// The rule: no text stands here that nobody asked to read.
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { TextListRequest, TextSource } from '../../../src-shared/schemas/free-text.ts';
import { useAsk } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';
import { countText, dayText, idText, numberText } from '../../wording.ts';
import { useCatalogue } from '../../workspace.tsx';
import { NeedsData } from '../needs-data.tsx';
import { ReviewPanel } from './review-panel.tsx';

const statuses = ['waiting', 'exempt', 'public', 'never'] as const;
const statusItems = [
  { id: '', label: 'All' },
  { id: 'waiting', label: 'With some waiting' },
  { id: 'exempt', label: 'With some for exempt papers' },
  { id: 'public', label: 'With some public' },
  { id: 'never', label: 'With some never shown' },
];

/** What names a column in the address: its import and its field. */
const idOf = ({ importId, field }: Pick<TextSource, 'importId' | 'field'>): string => `${importId}.${field}`;

const foundText = (found: TextSource['found']): string => {
  const kinds = Object.entries(found);
  return kinds.length === 0
    ? 'Nothing'
    : kinds.map(([kind, count]) => `${kind} ${numberText(count)}`).join(', ');
};

const numeric = (
  id: 'texts' | 'waiting' | 'exempt' | 'public' | 'never',
  header: string,
): TableColumn<TextSource> => ({
  id,
  header,
  numeric: true,
  show: (source) => numberText(source[id]),
  sortBy: (source) => source[id],
});

const columnsOf = (
  kindTitle: (kind: string) => string,
  review: (id: string) => void,
): TableColumn<TextSource>[] => [
  {
    id: 'label',
    header: 'Column',
    names: true,
    show: (s) => (
      <Button
        className="link"
        onPress={() => review(idOf(s))}
        aria-label={`Review “${s.label}” of ${s.file}`}
      >
        {s.label}
      </Button>
    ),
    sortBy: (s) => s.label,
  },
  {
    id: 'from',
    header: 'From',
    show: (s) =>
      s.instrument ? `${s.instrument}, ${s.wave ? dayText(s.wave) : ''}` : `${kindTitle(s.kind)}: ${s.file}`,
    sortBy: (s) => `${s.kind} ${s.instrument ?? ''} ${s.wave ?? ''} ${s.file}`,
  },
  numeric('texts', 'Comments'),
  numeric('waiting', 'Waiting'),
  numeric('exempt', 'Exempt'),
  numeric('public', 'Public'),
  numeric('never', 'Never'),
  {
    id: 'found',
    header: 'Found in them',
    show: (s) => <span className="found-cell">{foundText(s.found)}</span>,
  },
];

function useRequest(): TextListRequest {
  const { place } = usePlace();
  const status = statuses.find((own) => own === place.pick.textStatus);
  return {
    ...(status ? { status } : {}),
    ...(place.pick.textKind ? { kind: place.pick.textKind } : {}),
    page: Number(place.pick.textPage) || 1,
  };
}

function Filters() {
  const { place, pick } = usePlace();
  const kinds = useCatalogue()?.kinds.filter(({ fields }) =>
    fields.some(({ treatment }) => treatment === 'held-back'),
  );
  return (
    <div className="view-bar">
      <Choice
        label="Columns"
        value={place.pick.textStatus ?? ''}
        items={statusItems}
        onChange={(status) => pick({ textStatus: status || null, textPage: null })}
      />
      <Choice
        label="Kind of data"
        value={place.pick.textKind ?? ''}
        items={[
          { id: '', label: 'All' },
          { id: 'survey-response', label: 'Survey responses' },
          ...(kinds ?? [])
            .filter(({ id }) => id !== 'survey-response')
            .map(({ id, title }) => ({ id, label: title })),
        ]}
        onChange={(kind) => pick({ textKind: kind || null, textPage: null })}
      />
    </div>
  );
}

function Pages({ page, pages }: { page: number; pages: number }) {
  const { pick } = usePlace();
  if (pages < 2) return null;
  return (
    <div className="row">
      <Button className="button" isDisabled={page < 2} onPress={() => pick({ textPage: String(page - 1) })}>
        Earlier columns
      </Button>
      <span>{`Page ${page} of ${pages}`}</span>
      <Button
        className="button"
        isDisabled={page >= pages}
        onPress={() => pick({ textPage: String(page + 1) })}
      >
        More columns
      </Button>
    </div>
  );
}

export function TextsView() {
  const { place, pick } = usePlace();
  const request = useRequest();
  const { data, error } = useAsk('text.list', request);
  const catalogue = useCatalogue();
  const columns = useMemo(
    () =>
      columnsOf(
        (kind) => catalogue?.kinds.find(({ id }) => id === kind)?.title ?? idText(kind),
        (text) => pick({ text }),
      ),
    [catalogue, pick],
  );
  if (error) return <ProblemPanel problem={error} />;
  if (!data) return <p>Reading the list…</p>;
  const filtered = Boolean(request.status ?? request.kind);
  if (data.total === 0 && !filtered) {
    return (
      <>
        <h1>Comments</h1>
        <NeedsData
          title="No comments are held back"
          text="Comments come with surveys, incident logs and evidence. They are sealed when they arrive, and wait here."
        />
      </>
    );
  }
  const chosen = data.sources.find((source) => idOf(source) === place.pick.text);
  return (
    <>
      <h1>Comments</h1>
      <p className="lead">
        {data.waiting === 0
          ? 'No comment waits. '
          : `${countText(data.waiting, 'comment waits', 'comments wait')} for a person. `}
        None is shown anywhere until somebody has read and released it.
      </p>
      <Filters />
      {data.total === 0 ? (
        <EmptyState title="No such columns" text="Choose other columns or another kind of data." />
      ) : (
        <DataTable
          caption={countText(data.total, 'column of comments', 'columns of comments')}
          columns={columns}
          rows={data.sources}
          rowKey={idOf}
          rowClass={(source) => (idOf(source) === place.pick.text ? 'chosen' : undefined)}
        />
      )}
      <Pages page={data.page} pages={data.pages} />
      {chosen ? <ReviewPanel key={idOf(chosen)} source={chosen} /> : null}
    </>
  );
}
