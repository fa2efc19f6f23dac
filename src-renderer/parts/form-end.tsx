// The end of a form in a dialog: what went wrong, then the way back and the way on.
import type { ComponentProps } from 'react';
import { Button } from 'react-aria-components';
import { ProblemPanel } from './problem-panel.tsx';

interface FormEndProps {
  readonly problem: ComponentProps<typeof ProblemPanel>['problem'] | null;
  readonly busy: boolean;
  /** The words on the button that saves. */
  readonly save: string;
  readonly onClose: () => void;
}

export function FormEnd({ problem, busy, save, onClose }: FormEndProps) {
  return (
    <>
      {problem ? <ProblemPanel problem={problem} /> : null}
      <div className="row end">
        <Button className="button" onPress={onClose}>
          Cancel
        </Button>
        <Button className="button primary" type="submit" isDisabled={busy}>
          {save}
        </Button>
      </div>
    </>
  );
}
