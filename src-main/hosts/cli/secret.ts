// Owns how a secret comes in: typed at a keyboard without being shown, or line by line from a pipe.
// The rule: never from the command line's own words, which other users of the machine can list.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

interface Input extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
}

/** A writer that shows nothing, where a line editor would show what is typed. */
const unseen = () => new Writable({ write: (_chunk, _encoding, done) => done() });

function typed(input: Input, say: (text: string) => void, question: string): Promise<string | null> {
  say(`${question}: `);
  const lines = createInterface({ input, output: unseen(), terminal: true });
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    lines.once('close', () => {
      say('\n');
      resolve(null);
    });
  });
}

/** Reads one secret a call; lines of a pipe are given out in their order. */
export function secretReader(input: Input, say: (text: string) => void) {
  let piped: AsyncIterator<string> | null = null;
  return async (question: string): Promise<string | null> => {
    if (input.isTTY === true) return typed(input, say, question);
    piped ??= createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
    const next = await piped.next();
    return next.done === true ? null : next.value;
  };
}
