// A button that has a file made and lets the analyst save it: a template, the rows to mend.
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { wordsOf } from '../../ask.ts';
import { deliverPack } from '../../client.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';

interface TakeAwayProps {
  readonly title: string;
  /** What is heard where the title alone would not say of what. */
  readonly label?: string;
  readonly make: () => Promise<{ readonly file: string; readonly fileName: string }>;
}

export function TakeAway({ title, label, make }: TakeAwayProps) {
  const [state, setState] = useState<'still' | 'making'>('still');
  const [problem, setProblem] = useState<ReturnType<typeof wordsOf> | null>(null);
  const run = async () => {
    setState('making');
    setProblem(null);
    try {
      const { file, fileName } = await make();
      await deliverPack(file, fileName);
    } catch (error) {
      setProblem(wordsOf(error));
    }
    setState('still');
  };
  return (
    <>
      <Button
        className="button small"
        {...(label ? { 'aria-label': label } : {})}
        isDisabled={state === 'making'}
        onPress={() => void run()}
      >
        <Download aria-hidden="true" />
        {state === 'making' ? 'Making the file…' : title}
      </Button>
      {problem ? <ProblemPanel problem={problem} /> : null}
    </>
  );
}
