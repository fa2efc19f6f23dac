// Owns the linear-programming solver (HiGHS, WebAssembly): loaded once, when it is first needed.
import type { Highs } from 'highs';

export type Solver = Highs;

let loading: Promise<Solver> | undefined;

/** The solver; about 30 ms the first time. It runs offline, from the package's own file. */
export function loadSolver(): Promise<Solver> {
  loading ??= import('highs').then(({ default: load }) => load());
  return loading;
}
