// The trail of sign-offs: Monitoring Officer, Standards, Audit, Council; who is next, and all there ever were.
import { Check, Circle, CircleDot } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { JudgementRecord, ScreenedText, SignOff } from '../../../src-shared/schemas/judgement.ts';
import type { SignOffStageId } from '../../../src-shared/vocabulary/judgement.ts';
import { judgementQuestionIds, judgementQuestions } from '../../../src-shared/vocabulary/judgement.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { dayText } from '../../wording.ts';
import { ScreenedNote } from './screened-note.tsx';

const icons = { signed: Check, next: CircleDot, waiting: Circle } as const;
const words = { signed: 'Signed', next: 'Next', waiting: 'Waits' } as const;

const coverText = ({ covers }: SignOff): string =>
  judgementQuestionIds
    .flatMap((id) =>
      covers[id] === undefined ? [] : [`${judgementQuestions[id].title} version ${covers[id]}`],
    )
    .join('; ');

const columnsOf = (screened: readonly ScreenedText[]): TableColumn<SignOff>[] => [
  { id: 'who', header: 'Who', names: true, show: ({ title }) => title },
  { id: 'date', header: 'Day', whole: true, show: ({ date }) => dayText(date) },
  { id: 'reference', header: 'Reference', show: ({ reference }) => reference },
  {
    id: 'note',
    header: 'Note',
    show: ({ id, note }) => (
      <>
        {note ?? ''}
        <ScreenedNote of={id} screened={screened} />
      </>
    ),
  },
  { id: 'covers', header: 'It covers', show: coverText },
  { id: 'stands', header: 'Stands', show: ({ stands, reopened }) => (stands ? 'Yes' : (reopened ?? 'No')) },
  { id: 'recorded', header: 'Recorded', show: ({ role, at }) => `${role}, ${dayText(at)}` },
];

interface SignTrailProps {
  readonly record: JudgementRecord;
  readonly screened: readonly ScreenedText[];
  readonly onSign: (stage: SignOffStageId) => void;
}

export function SignTrail({ record, screened, onSign }: SignTrailProps) {
  const { stages, signOffs, next } = record;
  return (
    <section className="block" aria-label="Sign-offs">
      <h2>Sign-offs</h2>
      <ol className="sign-trail">
        {stages.map(({ stage, title, state, reading }) => {
          const Icon = icons[state];
          return (
            <li key={stage} className={`sign-stage ${state}`}>
              <p className="sign-title">
                <Icon aria-hidden="true" />
                <strong>{title}</strong>
                <span className="sign-word">{words[state]}</span>
              </p>
              <p>{reading}</p>
              {next?.stage === stage && next.ready ? (
                <Button
                  className="button primary small"
                  onPress={() => onSign(stage)}
                  aria-label={`Record the sign-off: ${title}`}
                >
                  Record the sign-off
                </Button>
              ) : null}
            </li>
          );
        })}
      </ol>
      {signOffs.length > 0 ? (
        <Fold title="Every sign-off, and what it covered">
          <DataTable
            caption="Sign-offs in the order in which they were recorded"
            quietCaption
            columns={columnsOf(screened)}
            rows={signOffs}
            rowKey={({ id }) => id}
          />
        </Fold>
      ) : null}
    </section>
  );
}
