// One held-back text: what was found in it, the words that may be shown, and the decision.
// The rule: single keys count only while the card has the focus and nobody types.
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { HeldText, ReleaseStatus, TextSource } from '../../../src-shared/schemas/free-text.ts';
import { useDo } from '../../ask.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { numberText } from '../../wording.ts';
import { piecesOf, redacted } from './redact.ts';

export interface Decided {
  readonly row: number;
  readonly status: ReleaseStatus;
}

interface TextCardProps {
  readonly source: TextSource;
  readonly text: HeldText;
  readonly decision: Decided | null;
  /** "3 of 20 on page 1 of 4" */
  readonly place: string;
  readonly onDecided: (decided: Decided) => void;
  readonly onTurn: (by: number) => void;
}

/** The reason given last is offered again: a reviewer decides on many texts for one reason. */
let lastReason = '';

function Words({ text }: { text: HeldText }) {
  if (text.safeguarded)
    return <p className="held-text">This case went to safeguarding, so its words are not shown here.</p>;
  return (
    <p className="held-text">
      {piecesOf(text).map((piece) =>
        piece.kind === null ? (
          <span key={piece.at}>{piece.text}</span>
        ) : (
          <mark key={piece.at} title={piece.kind}>
            {piece.text}
            <span className="only-heard">{` (${piece.kind})`}</span>
          </mark>
        ),
      )}
    </p>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLInputElement;

export function TextCard({ source, text, decision, place, onDecided, onTurn }: TextCardProps) {
  const ids = { draft: useId(), reason: useId() };
  const card = useRef<HTMLElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const reasonBox = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(text.released ?? text.text);
  const [reason, setReason] = useState(text.reason ?? lastReason);
  const [confirm, setConfirm] = useState(false);
  const [noReason, setNoReason] = useState(false);
  const release = useDo('text.release');
  const needsConfirming = release.error?.code === 'text-needs-confirming';
  const shut = text.safeguarded || !source.enough;
  useEffect(() => card.current?.focus({ preventScroll: true }), []);

  const decide = (status: ReleaseStatus) => {
    const why = reason.trim();
    setNoReason(why.length < 3);
    if (why.length < 3) {
      reasonBox.current?.focus();
      return;
    }
    lastReason = reason;
    release.mutate(
      {
        importId: source.importId,
        field: source.field,
        row: text.row,
        status,
        reason,
        ...(status === 'never' ? {} : { text: draft }),
        ...(confirm ? { confirm } : {}),
      },
      { onSuccess: () => onDecided({ row: text.row, status }) },
    );
  };
  const redact = () => setDraft(redacted(text));
  const keys: Readonly<Record<string, () => void>> = {
    r: redact,
    e: () => box.current?.focus(),
    n: () => onTurn(1),
    p: () => onTurn(-1),
    '1': () => decide('never'),
    '2': () => shut || decide('exempt'),
    '3': () => shut || decide('public'),
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) {
      if (event.key === 'Escape') card.current?.focus();
      return;
    }
    const act = keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const decided = decision?.status ?? (text.status === 'waiting' ? null : text.status);
  return (
    <article ref={card} tabIndex={-1} className="text-card" onKeyDown={press} aria-label={`Row ${text.row}`}>
      <p className="text-place">
        <strong>{`Row ${numberText(text.row)}`}</strong>
        {` · ${place}`}
        {decided ? <span className="tag">{`Decided: ${decided}`}</span> : null}
      </p>
      <div className="text-pair">
        <div className="field">
          <h3>As it was written</h3>
          <Words text={text} />
          <Button className="button small" onPress={redact} isDisabled={shut || text.found.length === 0}>
            Redact what was found <kbd>R</kbd>
          </Button>
        </div>
        <div className="field">
          <label htmlFor={ids.draft}>
            As it may be shown: redacted, or in other words <kbd>E</kbd>
          </label>
          <textarea
            id={ids.draft}
            ref={box}
            rows={6}
            value={draft}
            disabled={shut}
            onChange={(event) => setDraft(event.target.value)}
          />
        </div>
      </div>
      <div className="field">
        <label htmlFor={ids.reason}>Why, for the record</label>
        <input
          id={ids.reason}
          ref={reasonBox}
          value={reason}
          maxLength={500}
          aria-invalid={noReason}
          aria-describedby={noReason ? `${ids.reason}-why` : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        {noReason ? (
          <p id={`${ids.reason}-why`} className="hint" role="alert">
            Say why, in a few words: the reason is kept with the decision.
          </p>
        ) : null}
      </div>
      {release.error ? <ProblemPanel problem={release.error} /> : null}
      {needsConfirming || confirm ? (
        <label className="tick">
          <input type="checkbox" checked={confirm} onChange={(event) => setConfirm(event.target.checked)} />I
          have looked: what was found may stay
        </label>
      ) : null}
      <div className="row">
        <Button className="button" isDisabled={release.isPending} onPress={() => decide('never')}>
          Never show it <kbd>1</kbd>
        </Button>
        <Button className="button" isDisabled={shut || release.isPending} onPress={() => decide('exempt')}>
          Release for exempt papers <kbd>2</kbd>
        </Button>
        <Button className="button" isDisabled={shut || release.isPending} onPress={() => decide('public')}>
          Release to the public <kbd>3</kbd>
        </Button>
        <span className="spring" />
        <Button className="button" onPress={() => onTurn(-1)}>
          Previous <kbd>P</kbd>
        </Button>
        <Button className="button" onPress={() => onTurn(1)}>
          Next <kbd>N</kbd>
        </Button>
      </div>
    </article>
  );
}
