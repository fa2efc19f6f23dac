// One item of evidence: what it says, how near it is, of what day, and its figure then and today.
import { Button } from 'react-aria-components';
import type { JudgementEvidence, LinkedFigure, ScreenedText } from '../../../src-shared/schemas/judgement.ts';
import { evidenceStrengths } from '../../../src-shared/vocabulary/judgement.ts';
import { Fold } from '../../parts/fold.tsx';
import { toHash } from '../../place.ts';
import { usePlace } from '../../place-context.tsx';
import { dayText, idText, numberText } from '../../wording.ts';
import { useCatalogue } from '../../workspace.tsx';
import { placeOf } from './figure-place.ts';
import { ScreenedNote } from './screened-note.tsx';

type State = LinkedFigure['said'];

const valueText = ({ group, shown, base }: State['values'][number]): string =>
  `${group === null ? '' : `${group} `}${shown}${base === null || numberText(base) === shown ? '' : ` (base ${numberText(base)})`}`;

function StateText({ state, when }: { state: State; when: string }) {
  const marks = new Map(state.values.flatMap(({ mark, reason }) => (mark && reason ? [[mark, reason]] : [])));
  return (
    <div>
      <dt>{when}</dt>
      <dd>
        {`${state.values[0]?.period ?? ''}: ${state.values.map(valueText).join('; ')}`}
        {state.more > 0 ? `; and ${state.more} more` : ''}
        {[...marks].map(([mark, reason]) => (
          <span className="under" key={mark}>{`[${mark}] ${reason}`}</span>
        ))}
        <span className="under">{state.reading}</span>
      </dd>
    </div>
  );
}

/** What narrows the figure, in words. */
const narrowed = ({ request: { filters = {}, split } }: LinkedFigure): string =>
  [
    ...Object.entries(filters).map(([name, value]) => `${idText(name).toLowerCase()} ${value}`),
    ...(split === undefined ? [] : [`by ${idText(split).toLowerCase()}`]),
  ].join(', ');

function Linked({ figure }: { figure: LinkedFigure }) {
  const { go } = usePlace();
  const metric = useCatalogue()?.metrics.find(({ id }) => id === figure.request.metric);
  const { said, now, changed } = figure;
  const place = metric ? placeOf(figure.request, metric) : null;
  const only = narrowed(figure);
  const name = only === '' ? said.title : `${said.title}, ${only}`;
  const data =
    said.dataOf === null || said.dataOf === said.at.slice(0, 10)
      ? ''
      : `, on data imported up to ${dayText(said.dataOf)}`;
  return (
    <div className="linked-figure">
      {place ? (
        <a
          href={toHash(place)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            go(place);
          }}
        >
          {name}
        </a>
      ) : (
        <strong>{name}</strong>
      )}
      {changed.length > 0 ? (
        <div className="notice">
          <p>
            <strong>Has changed since</strong>
          </p>
          <ul className="plain">
            {changed.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <dl className="facts">
        <StateText state={said} when={`Linked ${dayText(said.at)}${data}`} />
        {now && changed.length > 0 ? <StateText state={now} when="Today" /> : null}
      </dl>
      {changed.length === 0 ? <p className="aside">It says the same today.</p> : null}
    </div>
  );
}

interface EvidenceItemProps {
  readonly evidence: JudgementEvidence;
  readonly screened: readonly ScreenedText[];
  /** Came after the answer, which has not weighed it. */
  readonly late: boolean;
  readonly onWithdraw: (evidence: JudgementEvidence) => void;
}

export function EvidenceItem({ evidence, screened, late, onWithdraw }: EvidenceItemProps) {
  const { id, words, strength, date, role, at, figure, withdrawn } = evidence;
  const { title, means } = evidenceStrengths[strength];
  return (
    <li className="evidence-item">
      <p className="evidence-head">
        <span className="strength" title={means}>
          {title}
        </span>
        <span>{dayText(date)}</span>
        {late ? (
          <span className="late">{withdrawn ? 'Gone since the answer' : 'Not weighed yet'}</span>
        ) : null}
      </p>
      <p className="words-on-record">{words}</p>
      {withdrawn ? (
        <p className="notice">{`Withdrawn on ${dayText(withdrawn.at)} by the role ${withdrawn.role}: ${withdrawn.reason}`}</p>
      ) : null}
      <ScreenedNote of={id} screened={screened} />
      {figure && withdrawn ? (
        <Fold title="Its figure">
          <Linked figure={figure} />
        </Fold>
      ) : figure ? (
        <Linked figure={figure} />
      ) : null}
      <p className="evidence-foot">
        <span className="aside">{`Recorded ${dayText(at)}, ${role}`}</span>
        {withdrawn ? null : (
          <Button
            className="button small"
            onPress={() => onWithdraw(evidence)}
            aria-label={`Withdraw the evidence: ${words.slice(0, 60)}`}
          >
            Withdraw
          </Button>
        )}
      </p>
    </li>
  );
}
