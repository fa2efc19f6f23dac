// Shows that something did not work: what happened and how to mend it, never blank and never blaming.

interface Words {
  readonly message: string;
  readonly hint: string;
}

/** A sentence, a hint and, where there is one, a way on. */
export function ProblemPanel({ problem, children }: { problem: Words; children?: React.ReactNode }) {
  return (
    <div className="problem-panel" role="alert">
      <p className="problem-sentence">{problem.message}</p>
      <p>{problem.hint}</p>
      {children ? <div className="row">{children}</div> : null}
    </div>
  );
}
