// A terminal for tests: what is written is kept, Ctrl+C is a call.
import type { Terminal } from '#hosts/cli/terminal.ts';

export interface BufferTerminal extends Terminal {
  printed(): string;
  complained(): string;
  interrupt(): void;
  /** Lines that answer what is asked for in secret, in order. */
  readonly secrets: string[];
}

export function bufferTerminal(
  folder: string,
  environment: Record<string, string> = {},
  redraws = false,
): BufferTerminal {
  const written = { out: '', err: '' };
  const listeners = new Set<() => void>();
  const secrets: string[] = [];
  return {
    secrets,
    secret: async () => secrets.shift() ?? null,
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    redraws,
    environment,
    folder,
    onInterrupt: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    printed: () => written.out,
    complained: () => written.err,
    interrupt: () => {
      for (const listener of listeners) listener();
    },
  };
}
