// One of the three answers: its words and confidence, evidence for and against in two columns, earlier versions.
import { Button } from 'react-aria-components';
import type {
  AnswerVersion,
  JudgementAnswer,
  JudgementEvidence,
  ScreenedText,
} from '../../../src-shared/schemas/judgement.ts';
import type { EvidenceSide } from '../../../src-shared/vocabulary/judgement.ts';
import { Fold } from '../../parts/fold.tsx';
import { countText, dayText, idText } from '../../wording.ts';
import { EvidenceItem } from './evidence-item.tsx';
import { ScreenedNote } from './screened-note.tsx';

interface AnswerSectionProps {
  readonly answer: JudgementAnswer;
  readonly screened: readonly ScreenedText[];
  readonly onAnswer: () => void;
  readonly onAdd: (side: EvidenceSide) => void;
  readonly onWithdraw: (evidence: JudgementEvidence) => void;
}

function Version({
  one,
  of,
  screened,
}: {
  one: AnswerVersion;
  of: string;
  screened: readonly ScreenedText[];
}) {
  return (
    <div className="answer-version">
      <p className="words-on-record answer-words">{one.words}</p>
      <p>
        <strong>{`${idText(one.confidence)} confidence.`}</strong> {one.confidenceReason}
      </p>
      {one.noneFor === null ? null : <p>{`No evidence for it: ${one.noneFor}`}</p>}
      {one.noneAgainst === null ? null : <p>{`No evidence against it: ${one.noneAgainst}`}</p>}
      <p className="aside">
        {`Version ${one.version}, recorded ${dayText(one.at)}, ${one.role}.${one.reason === null ? '' : ` Changed because: ${one.reason}`}`}
      </p>
      <ScreenedNote of={`${of}-${one.version}`} screened={screened} />
    </div>
  );
}

const sideTitles: Readonly<Record<EvidenceSide, string>> = { for: 'For', against: 'Against' };

function Side({
  side,
  answer,
  screened,
  onAdd,
  onWithdraw,
}: AnswerSectionProps & { readonly side: EvidenceSide }) {
  const { title, evidence, unweighed } = answer;
  const own = evidence.filter((one) => one.side === side && one.withdrawn === null);
  const gone = evidence.filter((one) => one.side === side && one.withdrawn !== null);
  const items = (list: readonly JudgementEvidence[]) =>
    list.map((one) => (
      <EvidenceItem
        key={one.id}
        evidence={one}
        screened={screened}
        late={unweighed.includes(one.id)}
        onWithdraw={onWithdraw}
      />
    ));
  return (
    <section className="side" aria-label={`${sideTitles[side]}: ${title}`}>
      <div className="side-head">
        <h3>{sideTitles[side]}</h3>
        <Button
          className="button small"
          onPress={() => onAdd(side)}
          aria-label={`Add evidence ${side}: ${title}`}
        >
          Add evidence
        </Button>
      </div>
      {own.length === 0 ? (
        <p className="aside">{`No evidence ${side} it is recorded.`}</p>
      ) : (
        <ul className="plain evidence-list">{items(own)}</ul>
      )}
      {gone.length > 0 ? (
        <Fold title={countText(gone.length, 'item withdrawn', 'items withdrawn')}>
          <ul className="plain evidence-list">{items(gone)}</ul>
        </Fold>
      ) : null}
    </section>
  );
}

export function AnswerSection(props: AnswerSectionProps) {
  const { answer, screened, onAnswer } = props;
  const { question, title, asks, standing, current, earlier } = answer;
  return (
    <section className="block judgement-answer" aria-label={title}>
      <div className="title-row">
        <div>
          <h2>{title}</h2>
          <p className="aside">{asks}</p>
        </div>
        <Button
          className={current ? 'button' : 'button primary'}
          onPress={onAnswer}
          aria-label={current ? `Change the answer: ${title}` : `Record the answer: ${title}`}
        >
          {current ? 'Change the answer' : 'Record the answer'}
        </Button>
      </div>
      <p className={answer.unweighed.length > 0 ? 'notice' : 'standing'}>{standing}</p>
      {current ? <Version one={current} of={question} screened={screened} /> : null}
      <div className="two-sides">
        <Side {...props} side="for" />
        <Side {...props} side="against" />
      </div>
      {earlier.length > 0 ? (
        <Fold title={countText(earlier.length, 'earlier version')}>
          {earlier.map((one) => (
            <Version key={one.version} one={one} of={question} screened={screened} />
          ))}
        </Fold>
      ) : null}
    </section>
  );
}
