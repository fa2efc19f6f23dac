// Owns what crosses a boundary of the Monitoring Officer's key: the passphrase in, the state and a name out.
import { z } from 'zod';

/** Long enough that a leaked key file is not opened by guessing; longer than this is no passphrase. */
export const passphrase = z
  .string()
  .min(12, 'a passphrase has at least 12 characters')
  .max(1000, 'a passphrase has at most 1,000 characters');

/** What stands in `officer.key`; the public key is in clear so that anybody can seal to it. */
export const officerKeyFile = z.object({
  version: z.literal(1),
  publicKey: z.string().regex(/^[\w-]{43}$/),
  kdf: z.literal('scrypt'),
  // A file that asks for more than this was not written here.
  N: z
    .int()
    .min(2 ** 15)
    .max(2 ** 19),
  r: z.literal(8),
  p: z.int().min(1).max(4),
  salt: z.string(),
  nonce: z.string(),
  sealed: z.string(),
});

export const officerStatus = z.object({
  /** Whether a key is set. */
  key: z.boolean(),
  unlocked: z.boolean(),
  /** When it locks by itself; null while it is locked. */
  locksAt: z.string().nullable(),
  /** Whether names of people whom incidents are about are kept, sealed, when files are imported. */
  keepsIdentities: z.boolean(),
});

/** With `current`, the passphrase that holds now, the same key gets another passphrase. */
export const officerKeyRequest = z.object({ passphrase, current: z.string().max(1000).optional() });

export const pseudonym = z.string().regex(/^p-[0-9a-f]{20}$/, 'a pseudonym is p- and 20 letters and digits');
export const reidentifyRequest = z.object({
  pseudonym,
  reason: z.string().trim().min(10, 'say why, in 10 characters or more').max(500),
});
export const reidentified = z.object({ pseudonym, name: z.string() });

export type OfficerKeyFile = z.infer<typeof officerKeyFile>;
export type OfficerStatus = z.infer<typeof officerStatus>;
export type Reidentified = z.infer<typeof reidentified>;
