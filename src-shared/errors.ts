// Owns every expected error: its sentence, its hint, its HTTP status and its exit code; a room's own are in errors/.
// The rule: a code is thrown with parameters, the words are made here and nowhere else.
import { type ErrorEntry, entry, exitCodes } from './errors/entry.ts';
import { governanceErrors } from './errors/governance.ts';
import { importErrors } from './errors/imports.ts';
import { judgementErrors } from './errors/judgement.ts';
import { officerErrors } from './errors/officer.ts';
import { packErrors } from './errors/packs.ts';
import { requestErrors } from './errors/requests.ts';
import { workspaceErrors } from './errors/workspaces.ts';

export { exitCodes } from './errors/entry.ts';

/** Words in braces are filled from the error's parameters. */
export const errorCatalogue = {
  ...requestErrors,
  ...workspaceErrors,
  ...governanceErrors,
  ...importErrors,
  ...officerErrors,
  ...judgementErrors,
  ...packErrors,
  // Bugs
  fault: entry(
    500,
    exitCodes.fault,
    'Something went wrong inside Candour. Nothing was changed.',
    'Quote the number {id} when you report it; the log has the details.',
  ),
} satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;
export type ErrorParams = Readonly<Record<string, string | number>>;

const fill = (text: string, params: ErrorParams): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '?'));

/** What a door shows of an error: the code, a sentence and a hint, with no path, SQL or stack. */
export interface ShownError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

/** The words of an error code with its parameters filled in. */
export function showError(code: ErrorCode, params: ErrorParams = {}): ShownError {
  const { sentence, hint } = errorCatalogue[code];
  return { code, message: fill(sentence, params), hint: fill(hint, params) };
}

/** An expected failure. Anything else that is thrown is a fault: a bug. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(showError(code, params).message, options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}

/** What the file system says no with, in words. */
const diskReasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not read or write there',
  EPERM: 'you may not do that there',
  EROFS: 'it can only be read',
  ENOSPC: 'it is full',
  EDQUOT: 'your share of it is used up',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'it could not be read or written',
};

/** What was thrown as an expected error; null for a bug. */
export function expectedError(cause: unknown): AppError | null {
  if (cause instanceof AppError) return cause;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  const reason = diskReasons[code];
  return reason === undefined ? null : new AppError('disk-refused', { reason }, { cause });
}
