// Owns what a command may know of the outside: two streams, the environment, Ctrl+C.
// A test gives its own; nothing else in cli/ reads `process`.
import { exitCodes } from '#shared/errors.ts';
import type { Environment } from '../places.ts';
import { secretReader } from './secret.ts';

export interface Terminal {
  /** Writes to standard output: the value, and nothing but the value. */
  out(text: string): void;
  /** Writes to standard error: progress and errors for people. */
  err(text: string): void;
  /** Whether standard error is a screen on which a line can be redrawn. */
  readonly redraws: boolean;
  readonly environment: Environment;
  readonly folder: string;
  /** Asks for a secret: typed unseen at a keyboard, else the next line of standard input; null at its end. */
  secret(question: string): Promise<string | null>;
  /** Calls `listener` at Ctrl+C; answers how to stop listening. */
  onInterrupt(listener: () => void): () => void;
}

/** The terminal of this process. A second Ctrl+C ends it at once. */
export function processTerminal(): Terminal {
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    redraws: process.stderr.isTTY === true,
    environment: process.env,
    folder: process.cwd(),
    secret: secretReader(process.stdin, (text) => process.stderr.write(text)),
    onInterrupt(listener) {
      let asked = false;
      const heard = () => {
        if (asked) process.exit(exitCodes.cancelled);
        asked = true;
        listener();
      };
      process.on('SIGINT', heard);
      process.on('SIGTERM', heard);
      return () => {
        process.off('SIGINT', heard);
        process.off('SIGTERM', heard);
      };
    },
  };
}
