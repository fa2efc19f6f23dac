// Catches a fault in drawing, so that the window is never blank: a sentence, a hint and a way on.
import { Component, type ReactNode } from 'react';
import { ProblemPanel } from './parts/problem-panel.tsx';

export class FaultGuard extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <ProblemPanel
        problem={{
          message: 'This screen could not be drawn.',
          hint: 'Nothing stored was changed. Go back to the first screen and try again.',
        }}
      >
        <button type="button" className="button" onClick={startAgain}>
          Go to the first screen
        </button>
      </ProblemPanel>
    );
  }
}

const startAgain = (): void => {
  location.hash = '#/start';
  location.reload();
};
