// Owns what the database knows of the officer's key: which one was set, how often a wrong passphrase was given,
// whether names are kept. The rule: after five wrong ones each further one has to wait, also in a new process.
import type { Session } from '#core/store/session.ts';
import { AppError } from '#shared/errors.ts';

interface Tries {
  readonly failed: number;
  readonly at: number;
}

const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;

/** How long to wait after so many wrong passphrases, in milliseconds: 30 s after the fifth, then doubling. */
export const waitAfter = (failed: number): number =>
  failed < freeTries ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (failed - freeTries));

export function officerNotes(session: Session) {
  const read = async <T>(key: string): Promise<T | null> => {
    const [row] = await session.all<{ value: string }>('select value from setting where key = $key', {
      key: `officer.${key}`,
    });
    return row ? (JSON.parse(row.value) as T) : null;
  };
  const write = (key: string, value: unknown, by: string): Promise<number> =>
    session.run('insert or replace into setting values ($key, $value, $by, $at::timestamp)', {
      key: `officer.${key}`,
      value: JSON.stringify(value),
      by,
      at: new Date().toISOString(),
    });
  const tries = async (): Promise<Tries> => (await read<Tries>('tries')) ?? { failed: 0, at: 0 };
  return {
    publicKey: () => read<string>('publicKey'),
    setPublicKey: (key: string, by: string) => write('publicKey', key, by),
    keepsIdentities: async () => (await read<boolean>('keepIdentities')) === true,
    setKeepsIdentities: (on: boolean, by: string) => write('keepIdentities', on, by),
    /** @throws AppError officer-wait */
    refuseTooSoon: async (): Promise<void> => {
      const { failed, at } = await tries();
      // A clock that was set back ends no wait early and makes none longer.
      const left = Math.min(waitAfter(failed), at + waitAfter(failed) - Date.now());
      if (left > 0) throw new AppError('officer-wait', { failed, seconds: Math.ceil(left / 1000) });
    },
    /** Counts a try as a wrong one until it has proved right; answers how many there have been. */
    countTry: async (by: string): Promise<number> => {
      const failed = (await tries()).failed + 1;
      await write('tries', { failed, at: Date.now() }, by);
      return failed;
    },
    clearTries: (by: string) => write('tries', { failed: 0, at: 0 }, by),
  };
}
