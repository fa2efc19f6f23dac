// Owns what a command is to the program: options read, an answer given, values parsed strictly.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { textEncoding } from '#shared/schemas/import.ts';
import type { CommonOptions } from './session.ts';
import type { Terminal } from './terminal.ts';

/** What a command ends in: the value for `--json`, the same in words, and an exit code when not 0. */
export interface Answer {
  readonly value: unknown;
  readonly text: string;
  readonly exit?: number;
}

/** What a command group is given: where to hang its commands, and where to leave an answer. */
export interface Desk {
  readonly program: Command;
  readonly terminal: Terminal;
  /** The options that every command takes. */
  common(): CommonOptions;
  /** Leaves the answer to be printed when the command has ended. */
  give(answer: Answer): void;
}

/** A whole number of at least `least`, for an option's value. */
export const wholeNumber =
  (least: number, most = 999_999_999) =>
  (text: string): number => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most)
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return Number(text);
  };

/** The same, or the word none. */
export const numberOrNone =
  (least: number) =>
  (text: string): number | 'none' =>
    text === 'none' ? text : wholeNumber(least)(text);

/** How a text file is decoded, for the commands that read one. */
export const encodingOption = (): Option =>
  new Option('--encoding <name>', 'how a text file is decoded, where Candour takes it for another').choices(
    textEncoding.options,
  );

/** Gathers the DIMENSION=VALUE of a repeated option. */
export function gatherPairs(text: string, earlier: Record<string, string>): Record<string, string> {
  const [, key, value] = /^([a-z][a-z0-9-]*)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined) throw new InvalidArgumentError('Write DIMENSION=VALUE.');
  if (Object.hasOwn(earlier, key)) throw new InvalidArgumentError(`${key} is given twice.`);
  return { ...earlier, [key]: value };
}

/** Gathers the values of a repeated option. */
export const gatherList = (text: string, earlier: readonly string[]): string[] => [...earlier, text];

/** An object without the keys whose value is undefined. */
export function given<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
