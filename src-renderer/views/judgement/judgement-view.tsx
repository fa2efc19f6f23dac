// The Annual Governance Statement judgement: what Council can honestly say this year, and on what.
// The rule: nothing is added up, nothing is overwritten, and what speaks against stands beside what speaks for.
import { useState } from 'react';
import type { FigureRequest } from '../../../src-shared/schemas/figure.ts';
import type { JudgementAnswer, JudgementEvidence } from '../../../src-shared/schemas/judgement.ts';
import type { SignOffStageId } from '../../../src-shared/vocabulary/judgement.ts';
import { useAsk } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';
import { DecisionList } from '../health/decision-list.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { AnswerSection } from './answer-section.tsx';
import { EvidenceDialog, type EvidenceWish } from './evidence-dialog.tsx';
import { NotHeard } from './not-heard.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { SignTrail } from './sign-trail.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Asked =
  | { readonly about: 'answer'; readonly answer: JudgementAnswer }
  | { readonly about: 'evidence'; readonly wish: EvidenceWish }
  | { readonly about: 'withdraw'; readonly evidence: JudgementEvidence }
  | { readonly about: 'sign'; readonly stage: SignOffStageId };

/** The figure that another screen hands over to be linked. */
function handedOver(text: string | undefined): EvidenceWish | null {
  if (text === undefined) return null;
  try {
    const figure = JSON.parse(text) as FigureRequest;
    return typeof figure?.metric === 'string' ? { question: 'use', side: 'for', figure } : null;
  } catch {
    return null;
  }
}

function Year({ year }: { year: string }) {
  const { place, pick } = usePlace();
  const { data, error } = useAsk('judgement.read', { year }, true);
  const [chosen, setChosen] = useState<Asked | null>(null);
  const wish = handedOver(place.pick.figure);
  const asked: Asked | null = chosen ?? (wish ? { about: 'evidence', wish } : null);
  const close = () => {
    setChosen(null);
    if (wish) pick({ figure: null });
  };
  if (error) return <ProblemPanel problem={error} />;
  if (data?.record.year !== year) return <p>Reading the record…</p>;
  const { record, screened, log } = data;
  return (
    <>
      <p className="finding">{record.reading}</p>
      {record.next && !record.next.ready ? <p>{record.next.text}</p> : null}
      <p className="guard">{record.guard}</p>
      {record.answers.every(({ current, evidence }) => current === null && evidence.length === 0) ? (
        <EmptyState
          title="Nothing is recorded yet"
          text="Begin with the evidence: what speaks for, what speaks against, and what was looked for and is not there. Link the figures it rests on. Then say each answer in words, with how sure you are and why."
        />
      ) : null}
      {record.answers.map((answer) => (
        <AnswerSection
          key={answer.question}
          answer={answer}
          screened={screened}
          onAnswer={() => setChosen({ about: 'answer', answer })}
          onAdd={(side) =>
            setChosen({ about: 'evidence', wish: { question: answer.question, side, figure: null } })
          }
          onWithdraw={(evidence) => setChosen({ about: 'withdraw', evidence })}
        />
      ))}
      <SignTrail
        record={record}
        screened={screened}
        onSign={(stage) => setChosen({ about: 'sign', stage })}
      />
      <NotHeard silence={record.notHeard} year={year} />
      <DecisionList decisions={log} />
      {asked?.about === 'answer' ? <AnswerDialog year={year} answer={asked.answer} onClose={close} /> : null}
      {asked?.about === 'evidence' ? (
        <EvidenceDialog record={record} wish={asked.wish} onClose={close} />
      ) : null}
      {asked?.about === 'withdraw' ? (
        <WithdrawDialog year={year} evidence={asked.evidence} onClose={close} />
      ) : null}
      {asked?.about === 'sign' ? <SignDialog record={record} stage={asked.stage} onClose={close} /> : null}
    </>
  );
}

export function JudgementView() {
  const { place, pick } = usePlace();
  const { data: years, error } = useAsk('judgement.years', {}, true);
  const usual =
    years?.find(({ answers }) => answers > 0) ??
    years?.find(({ whole }) => whole) ??
    years?.find(({ data }) => data) ??
    years?.[0];
  const year = years?.find((one) => one.year === place.pick.year)?.year ?? usual?.year;
  return (
    <>
      <div className="title-row">
        <h1>AGS judgement</h1>
        {years && year ? (
          <Choice
            label="Financial year"
            value={year}
            items={years.map((one) => ({
              id: one.year,
              label: one.answers > 0 ? `${one.year} (${one.answers} of 3 answers)` : one.year,
            }))}
            onChange={(id) => pick({ year: id })}
          />
        ) : null}
      </div>
      {error ? <ProblemPanel problem={error} /> : null}
      {year ? <Year key={year} year={year} /> : error ? null : <p>Reading the years…</p>}
    </>
  );
}
