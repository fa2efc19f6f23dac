// Owns how a door itself says no, or that it broke: in the same envelope as the core.
import { randomUUID } from 'node:crypto';
import {
  type ErrorCode,
  type ErrorParams,
  expectedError,
  type ShownError,
  showError,
} from '#shared/errors.ts';

export interface Refusal {
  readonly ok: false;
  readonly error: ShownError;
}

/** The reply of a door that refuses before the core is asked. */
export const refusal = (code: ErrorCode, params: ErrorParams = {}): Refusal => ({
  ok: false,
  error: showError(code, params),
});

/** What was thrown at a door, as a reply. A fault's stack goes to `log` under the number shown. */
export function refusalOf(error: unknown, log: (line: string) => void): Refusal {
  const expected = expectedError(error);
  if (expected) return refusal(expected.code, expected.params);
  const id = randomUUID().slice(0, 8);
  log(
    `${new Date().toISOString()} fault ${id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return refusal('fault', { id });
}
