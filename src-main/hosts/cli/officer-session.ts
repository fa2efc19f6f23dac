// Owns how a command comes by the officer's passphrase and unlocks for itself alone.
// The rule: from a prompt, a pipe or a file, never from the words of the command.
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Option } from 'commander';
import { AppError } from '#shared/errors.ts';
import type { Desk } from './command.ts';
import { inWorkspace, type Session } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface Unlocking {
  readonly passphraseFile?: string;
}

export const passphraseOption = (): Option =>
  new Option('--passphrase-file <file>', 'its first line is the passphrase; asked for unless given');

function firstLine(terminal: Terminal, path: string): string {
  try {
    return readFileSync(resolve(terminal.folder, path), 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch (cause) {
    throw new AppError('file-unknown', { name: basename(path) }, { cause });
  }
}

/** @throws AppError command-usage where nothing is typed or piped, file-unknown */
export async function secretOf(
  terminal: Terminal,
  path: string | undefined,
  question: string,
): Promise<string> {
  if (path !== undefined) return firstLine(terminal, path);
  const secret = await terminal.secret(question);
  if (secret === null) throw new AppError('command-usage', { detail: `${question} is needed` });
  return secret;
}

/** Runs `work` with the officer's key unlocked; it is locked again when the command ends. */
export function unlocked(
  { terminal, common }: Desk,
  { passphraseFile }: Unlocking,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  return inWorkspace(terminal, common(), async (session) => {
    const passphrase = await secretOf(terminal, passphraseFile, 'Passphrase');
    await session.ask('officer.unlock', { passphrase });
    await work(session);
  });
}
