// Corrects the question registry: "this question continues the line of…", wave by wave.
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { SurveyQuestion } from '../../../src-shared/schemas/survey.ts';
import { useDo } from '../../ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { WindowDialog } from '../../parts/window-dialog.tsx';
import { dayText, numberText } from '../../wording.ts';

interface QuestionLinkProps {
  readonly line: string;
  readonly questions: readonly SurveyQuestion[];
}

function WaveRow({
  question,
  questions,
}: {
  question: SurveyQuestion;
  questions: readonly SurveyQuestion[];
}) {
  const link = useDo('survey.link');
  const reverse = useDo('survey.reverse');
  const lines = [...new Map(questions.map((own) => [own.line, own.lineTitle]))];
  return (
    <li>
      <p>
        <strong>{dayText(question.wave)}</strong>
        {`: “${question.wording}”`}
      </p>
      <p className="aside">
        {[
          question.scale ?? 'No answer scale',
          question.base === null ? null : `${numberText(question.base)} answers`,
          question.linkedBy === 'person' ? 'joined by a person' : 'joined by its wording',
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <Choice
        label="This question continues the line of"
        value={question.line}
        items={lines.map(([id, label]) => ({ id, label }))}
        onChange={(line) => link.mutate({ question: question.question, line })}
      />
      {link.error ? <ProblemPanel problem={link.error} /> : null}
      {question.scale === null ? null : (
        <Choice
          label="Agreeing, or a high score, is"
          value={question.reversed ? 'unfavourable' : 'favourable'}
          items={[
            { id: 'favourable', label: 'Favourable' },
            { id: 'unfavourable', label: 'Unfavourable (negatively worded)' },
          ]}
          onChange={(side) =>
            reverse.mutate({ question: question.question, reversed: side === 'unfavourable' })
          }
        />
      )}
      {reverse.error ? <ProblemPanel problem={reverse.error} /> : null}
    </li>
  );
}

export function QuestionLink({ line, questions }: QuestionLinkProps) {
  const [shown, setShown] = useState<readonly string[] | null>(null);
  const inLine = questions.filter((question) => question.line === line);
  const listed = shown === null ? [] : questions.filter(({ question }) => shown.includes(question));
  return (
    <>
      <Button className="button" onPress={() => setShown(inLine.map(({ question }) => question))}>
        <Link2 aria-hidden="true" /> Correct this line
      </Button>
      <WindowDialog
        title="Which questions make this line"
        open={shown !== null}
        onClose={() => setShown(null)}
        className="wide"
      >
        <p>
          Candour joins questions of several waves by their wording. Where a question was reworded, say which
          line it continues; where two only sound alike, send one elsewhere.
        </p>
        <ul className="waves">
          {listed.map((question) => (
            <WaveRow key={question.question} question={question} questions={questions} />
          ))}
        </ul>
        <div className="row end">
          <Button className="button primary" onPress={() => setShown(null)}>
            Close
          </Button>
        </div>
      </WindowDialog>
    </>
  );
}
