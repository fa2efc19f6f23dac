// Owns the one envelope in which every door answers: ok with a value, or an error.
import type { ShownError } from './errors.ts';

export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ShownError };
