// Owns the Monitoring Officer's key of an open workspace: set, unlocked for a while, locked again.
// The rule: the private key is in this process only, for 15 minutes at most, and every try is in the audit log.
import type { KeyObject } from 'node:crypto';
import type { Session } from '#core/store/session.ts';
import { AppError } from '#shared/errors.ts';
import type { OfficerKeyFile, OfficerStatus } from '#shared/schemas/officer.ts';
import type { Audit } from './audit.ts';
import { makeOfficerKey, openKey, readOfficerKey, rewriteOfficerKey } from './officer-key.ts';
import { officerNotes } from './officer-notes.ts';

export interface Officer {
  status(): Promise<OfficerStatus>;
  /** @throws AppError officer-key-there, officer-passphrase, officer-wait, officer-key-changed */
  setKey(passphrase: string, current: string | undefined, by: string): Promise<OfficerStatus>;
  /** @throws AppError officer-no-key, officer-passphrase, officer-wait, officer-key-changed */
  unlock(passphrase: string, by: string): Promise<OfficerStatus>;
  lock(by: string): Promise<OfficerStatus>;
  /** Says whether names are kept from now on. @throws AppError officer-locked */
  keepIdentities(on: boolean, by: string): Promise<OfficerStatus>;
  /** The public key (base64url). @throws AppError officer-no-key, officer-key-changed */
  publicKey(): Promise<string>;
  /** The key that names are sealed to at import; null where none are to be kept. @throws AppError officer-key-changed */
  keepsFor(): Promise<string | null>;
  /** @throws AppError officer-no-key, officer-locked */
  privateKey(): Promise<KeyObject>;
  /** Lets go of the private key without a word, as the workspace closes. */
  forget(): void;
}

/** How long an unlocked key stays in memory. */
export const unlockedMs = 15 * 60 * 1000;

interface Unlocked {
  readonly key: KeyObject;
  readonly until: number;
  readonly timer: NodeJS.Timeout;
}

/** The officer of the workspace in a folder, locked. */
export function createOfficer(folder: string, session: Session, audit: Audit): Officer {
  const notes = officerNotes(session);
  let unlocked: Unlocked | null = null;

  const forget = (): void => {
    if (unlocked) clearTimeout(unlocked.timer);
    unlocked = null;
  };
  const current = (): Unlocked | null => {
    // A machine that slept ran no timer.
    if (unlocked && Date.now() >= unlocked.until) forget();
    return unlocked;
  };
  /** The key file, as long as it is the one that was set here; a file that nobody set is none. */
  const keyFile = async (): Promise<OfficerKeyFile | null> => {
    const known = await notes.publicKey();
    if (known === null) return null;
    const file = await readOfficerKey(folder);
    if (file?.publicKey !== known) throw new AppError('officer-key-changed');
    return file;
  };
  const needKey = async (): Promise<OfficerKeyFile> => {
    const file = await keyFile();
    if (!file) throw new AppError('officer-no-key');
    return file;
  };
  const status = async (): Promise<OfficerStatus> => {
    const held = current();
    return {
      key: (await notes.publicKey()) !== null,
      unlocked: held !== null,
      locksAt: held === null ? null : new Date(held.until).toISOString(),
      keepsIdentities: await notes.keepsIdentities(),
    };
  };
  /** Tries a passphrase; a wrong one is counted and logged, and after some no other is tried for a while. */
  const tryOpen = async (passphrase: string, by: string): Promise<KeyObject> => {
    const file = await needKey();
    await notes.refuseTooSoon();
    // Counted first: a process that is ended while it tries has tried.
    const failed = await notes.countTry(by);
    const key = await openKey(file, passphrase);
    if (!key) {
      await audit.add(by, 'unlock-failed', { failed });
      throw new AppError('officer-passphrase');
    }
    await notes.clearTries(by);
    return key;
  };
  const privateKey = async (): Promise<KeyObject> => {
    const held = current();
    if (held) return held.key;
    throw new AppError((await notes.publicKey()) === null ? 'officer-no-key' : 'officer-locked');
  };

  return {
    status,
    setKey: async (passphrase, now, by) => {
      const known = await keyFile();
      if (!known) {
        const publicKey = await makeOfficerKey(folder, passphrase);
        await notes.setPublicKey(publicKey, by);
        await audit.add(by, 'key-set');
        return status();
      }
      if (now === undefined) throw new AppError('officer-key-there');
      const key = await tryOpen(now, by);
      await audit.add(by, 'passphrase-changed');
      await rewriteOfficerKey(folder, key, known.publicKey, passphrase);
      return status();
    },
    unlock: async (passphrase, by) => {
      const key = await tryOpen(passphrase, by);
      await audit.add(by, 'unlock');
      forget();
      const timer = setTimeout(forget, unlockedMs).unref();
      unlocked = { key, until: Date.now() + unlockedMs, timer };
      return status();
    },
    lock: async (by) => {
      const held = current() !== null;
      forget();
      if (held) await audit.add(by, 'lock');
      return status();
    },
    keepIdentities: async (on, by) => {
      await privateKey();
      await audit.add(by, 'identity-policy', { keepIdentities: on });
      await notes.setKeepsIdentities(on, by);
      return status();
    },
    publicKey: async () => (await needKey()).publicKey,
    keepsFor: async () => ((await notes.keepsIdentities()) ? (await needKey()).publicKey : null),
    privateKey,
    forget,
  };
}
