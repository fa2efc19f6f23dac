// Owns how a failure leaves the command line: what is shown, and the exit code.
import { errorCatalogue, type ShownError } from '#shared/errors.ts';
import { appendLog } from '../places.ts';
import { refusalOf } from '../refusal.ts';

/** A reply that was an error, thrown on to the end of its command. */
export class Failed extends Error {
  readonly shown: ShownError;

  constructor(shown: ShownError) {
    super(shown.message);
    this.name = 'Failed';
    this.shown = shown;
  }
}

/** What is shown of anything thrown; a bug is logged and shown under its number. */
export const shownOf = (error: unknown): ShownError =>
  error instanceof Failed ? error.shown : refusalOf(error, appendLog).error;

/** The exit code that the error catalogue gives an error. */
export const exitOf = (shown: ShownError): number => errorCatalogue[shown.code].exit;
