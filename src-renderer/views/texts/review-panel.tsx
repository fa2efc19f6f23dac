// The review of one column: one text at a time, what was decided last, the way to the next page.
// The rule: each page asked for is a reading that the core writes down, so nothing is fetched ahead.
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { HeldText, TextSource } from '../../../src-shared/schemas/free-text.ts';
import { useAsk, useDo } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { countText, numberText } from '../../wording.ts';
import { type Decided, TextCard } from './text-card.tsx';

interface PageState {
  readonly waiting: boolean;
  readonly page: number;
  readonly at: number;
  readonly decided: Readonly<Record<number, Decided>>;
}

const begin = (waiting: boolean, page = 1): PageState => ({ waiting, page, at: 0, decided: {} });

const outcome: Readonly<Record<Decided['status'], string>> = {
  never: 'is never shown',
  exempt: 'is released for exempt papers',
  public: 'is released to the public',
};

/** The next text that waits, from `from` on and then from the start; -1 where none does. */
function nextWaiting(texts: readonly HeldText[], decided: PageState['decided'], from: number): number {
  const waits = ({ row, status }: HeldText) => status === 'waiting' && !(row in decided);
  const later = texts.findIndex((text, index) => index >= from && waits(text));
  return later >= 0 ? later : texts.findIndex(waits);
}

function LastDecision({
  source,
  last,
  onWithdrawn,
}: {
  source: TextSource;
  last: Decided | null;
  onWithdrawn: () => void;
}) {
  const withdraw = useDo('text.withdraw');
  return (
    <div role="status" className="row">
      {last ? (
        <>
          <p>{`Row ${numberText(last.row)} ${outcome[last.status]}.`}</p>
          <Button
            className="button small"
            isDisabled={withdraw.isPending}
            onPress={() =>
              withdraw.mutate(
                { importId: source.importId, field: source.field, row: last.row },
                { onSuccess: onWithdrawn },
              )
            }
          >
            Take that back
          </Button>
        </>
      ) : null}
      {withdraw.error ? <ProblemPanel problem={withdraw.error} /> : null}
    </div>
  );
}

function PageDone({ source, more, onMore }: { source: TextSource; more: boolean; onMore: () => void }) {
  return (
    <div className="notice">
      <p>
        {more
          ? `Every comment on this page is decided. ${countText(source.waiting, 'more waits', 'more wait')}.`
          : 'Every comment of this column is decided.'}
      </p>
      {more ? (
        <Button className="button primary" onPress={onMore} autoFocus>
          Read the next comments
        </Button>
      ) : null}
    </div>
  );
}

export function ReviewPanel({ source }: { source: TextSource }) {
  const { importId, field } = source;
  const [state, setState] = useState(begin(source.waiting > 0));
  const [last, setLast] = useState<Decided | null>(null);
  const { data, error, isFetching, refetch } = useAsk(
    'text.review',
    { importId, field, page: state.page, waiting: state.waiting },
    true,
  );
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.scrollIntoView({ block: 'start' }), []);
  const texts = data?.source.field === field && data.source.importId === importId ? data.texts : [];
  const text = texts[state.at];
  const turn = (by: number) =>
    setState((now) => ({ ...now, at: Math.min(Math.max(0, now.at + by), texts.length - 1) }));
  const decide = (decision: Decided) => {
    const decided = { ...state.decided, [decision.row]: decision };
    const next = nextWaiting(texts, decided, state.at + 1);
    setLast(decision);
    setState({ ...state, decided, at: next < 0 ? state.at : next });
  };
  const takeBack = () => {
    if (!last) return;
    const { [last.row]: _, ...decided } = state.decided;
    setState({
      ...state,
      decided,
      at: Math.max(
        0,
        texts.findIndex(({ row }) => row === last.row),
      ),
    });
    setLast(null);
  };
  const restart = (waiting: boolean, page = 1) => {
    const same = waiting === state.waiting && page === state.page;
    setState(begin(waiting, page));
    if (same) void refetch();
  };
  const done = texts.length > 0 && state.waiting && nextWaiting(texts, state.decided, 0) < 0;
  return (
    <section ref={panel} className="block review" aria-label={`Review of ${source.label}`}>
      <div className="title-row">
        <h2>{source.label}</h2>
        <div className="view-bar">
          <Choice
            label="Show"
            value={state.waiting ? 'waiting' : 'all'}
            items={[
              { id: 'waiting', label: 'Those that wait' },
              { id: 'all', label: 'All comments' },
            ]}
            onChange={(id) => restart(id === 'waiting')}
          />
        </div>
      </div>
      <p className="hint">
        Screening finds much, and not all: read each comment whole. That you read these is written down,
        without their words.
      </p>
      {source.enough ? null : (
        <p className="notice">
          {`Only ${numberText(source.base ?? 0)} people answered, and comments need ${numberText(data?.minimumBase ?? 10)}: they can be put aside, not released.`}
        </p>
      )}
      {error ? <ProblemPanel problem={error} /> : null}
      <LastDecision source={source} last={last} onWithdrawn={takeBack} />
      <div aria-busy={isFetching}>
        {done ? <PageDone source={source} more={source.waiting > 0} onMore={() => restart(true)} /> : null}
        {!done && text ? (
          <TextCard
            key={`${text.row} ${text.row in state.decided}`}
            source={source}
            text={text}
            decision={state.decided[text.row] ?? null}
            place={`${numberText(state.at + 1)} of ${numberText(texts.length)} on page ${numberText(data?.page ?? 1)} of ${numberText(data?.pages ?? 1)}`}
            onDecided={decide}
            onTurn={turn}
          />
        ) : null}
        {!isFetching && !error && texts.length === 0 ? <p>No comment of this column waits.</p> : null}
      </div>
      {!state.waiting && data && data.pages > 1 ? (
        <div className="row">
          <Button
            className="button"
            isDisabled={state.page < 2}
            onPress={() => restart(false, state.page - 1)}
          >
            Page before
          </Button>
          <Button
            className="button"
            isDisabled={state.page >= data.pages}
            onPress={() => restart(false, state.page + 1)}
          >
            Next page
          </Button>
        </div>
      ) : null}
    </section>
  );
}
