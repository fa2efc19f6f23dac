// How far the file under way is: what the core says it does now, with counts, and a bar.
import { ProgressBar } from 'react-aria-components';
import { useJobs } from '../../ask.ts';
import { standingWords } from './standing.ts';

interface RowProgressProps {
  readonly name: string;
  readonly standing: 'reading' | 'importing';
}

const procedures = { reading: 'import.preview', importing: 'import.commit' } as const;

/** The file's name is at the head of its row, so the step is shown without it. */
const stepWords = (step: string, name: string): string => step.replace(` ${name}`, '').trim();

export function RowProgress({ name, standing }: RowProgressProps) {
  const jobs = useJobs(true);
  const job = jobs.find((own) => own.procedure === procedures[standing] && own.step.includes(name));
  const storing = jobs.find((own) => own.procedure === procedures[standing] && own.state === 'running');
  const shown = job ?? (standing === 'importing' ? storing : undefined);
  const words = shown ? stepWords(shown.step, name) : standingWords[standing];
  return (
    <ProgressBar
      className="row-progress"
      aria-label={`${standingWords[standing]} ${name}`}
      value={(shown?.fraction ?? 0) * 100}
      isIndeterminate={shown === undefined || shown.fraction === null}
    >
      {({ percentage, isIndeterminate }) => (
        <>
          <span>{words}</span>
          <div className={isIndeterminate ? 'bar moving' : 'bar'}>
            <div className="bar-fill" style={{ width: isIndeterminate ? '30%' : `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
