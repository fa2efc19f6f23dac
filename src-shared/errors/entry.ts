// Owns what an expected error is made of, and the exit codes that there are.

/** Exit codes of the command line, documented in `candour --help`. */
export const exitCodes = {
  ok: 0,
  fault: 1,
  usage: 2,
  badFile: 3,
  notFound: 4,
  conflict: 5,
  refused: 6,
  cancelled: 7,
  checkFailed: 8,
} as const;

export interface ErrorEntry {
  readonly sentence: string;
  readonly hint: string;
  readonly status: number;
  readonly exit: number;
}

/** One line of a catalogue: HTTP status, exit code, what happened, what to do. */
export const entry = (status: number, exit: number, sentence: string, hint: string): ErrorEntry => ({
  status,
  exit,
  sentence,
  hint,
});
