// Shows work under way: what, how far, how long, and a cancel that cancels.
import { Button, ProgressBar } from 'react-aria-components';
import { useDo, useJobs } from '../../ask.ts';
import { numberText } from '../../wording.ts';

const since = (startedAt: string): string => {
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(startedAt)) / 1000));
  return `${numberText(seconds)} s`;
};

export function WorkPanel() {
  const jobs = useJobs();
  const cancel = useDo('job.cancel');
  return (
    <div aria-live="polite">
      {jobs.map((job) => (
        <div key={job.id} className="work">
          <ProgressBar
            className="progress"
            aria-label={job.title}
            value={(job.fraction ?? 0) * 100}
            isIndeterminate={job.fraction === null}
          >
            {({ percentage, isIndeterminate }) => (
              <div className={isIndeterminate ? 'bar moving' : 'bar'}>
                <div
                  className="bar-fill"
                  style={{ width: isIndeterminate ? '30%' : `${percentage ?? 0}%` }}
                />
              </div>
            )}
          </ProgressBar>
          <p>
            <strong>{job.title}</strong>
            {` ${job.state === 'waiting' ? 'Waiting for its turn' : job.step} · ${since(job.startedAt)}`}
          </p>
          <Button className="button" onPress={() => cancel.mutate({ id: job.id })}>
            Cancel
          </Button>
        </div>
      ))}
    </div>
  );
}
