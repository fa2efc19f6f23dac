// Owns the linear-programming solver (HiGHS, WebAssembly): loaded once, when it is first needed.
import { setFlagsFromString } from 'node:v8';
import type { Highs } from 'highs';

export type Solver = Highs;

let loading: Promise<Solver> | undefined;

/**
 * How much a part of the solver does before it is compiled anew to run faster. By default that is so little that
 * for an ordinary pack compiling takes longer than all its solving; what is solved for long is still compiled.
 */
const COMPILED_FROM = 1_000_000_000;

/** The solver; about 30 ms the first time. It runs offline, from the package's own file. */
export function loadSolver(): Promise<Solver> {
  // The engine reads this when it takes up the solver's module. Electron's engine may have closed its settings.
  if (loading === undefined && process.versions.electron === undefined)
    setFlagsFromString(`--wasm-tiering-budget=${COMPILED_FROM}`);
  loading ??= import('highs').then(({ default: load }) => load());
  return loading;
}
