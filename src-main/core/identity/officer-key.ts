// Owns the file of the Monitoring Officer's key: an X25519 pair whose private half opens by a passphrase only.
// The rule: scrypt (N 2^17, r 8, p 1: 128 MB and some tenths of a second a try), then AES-256-GCM.
import {
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  type ScryptOptions,
  scrypt,
} from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { type OfficerKeyFile, officerKeyFile } from '#shared/schemas/officer.ts';
import { replaceFile } from './replace-file.ts';
import { sealOf } from './seal.ts';
import { publicText } from './sealed-to.ts';

const cost = { N: 2 ** 17, r: 8, p: 1 } as const;
const pathOf = (folder: string): string => join(folder, 'officer.key');

function stretch(passphrase: string, salt: Buffer, { N, r, p }: Pick<OfficerKeyFile, 'N' | 'r' | 'p'>) {
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise<Buffer>((resolve, reject) =>
    // One spelling of an accented letter is as good as the other.
    scrypt(passphrase.normalize('NFC'), salt, 32, options, (cause, key) =>
      cause ? reject(cause) : resolve(key),
    ),
  );
}

/** The key file of a workspace; null where there is none. @throws AppError officer-key-changed when damaged */
export async function readOfficerKey(folder: string): Promise<OfficerKeyFile | null> {
  const text = await readFile(pathOf(folder), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (text === null) return null;
  try {
    return officerKeyFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError('officer-key-changed', {}, { cause });
  }
}

/** A private key closed under a passphrase, with a new salt. */
async function closeKey(
  privateKey: KeyObject,
  publicKey: string,
  passphrase: string,
): Promise<OfficerKeyFile> {
  const salt = randomBytes(16);
  const key = await stretch(passphrase, salt, cost);
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' });
  const closed = sealOf(key, 'officer key').close(secret.toString('base64'), publicKey);
  key.fill(0);
  secret.fill(0);
  return { version: 1, publicKey, kdf: 'scrypt', ...cost, salt: salt.toString('base64'), ...closed };
}

/** The private key; null where the passphrase is another, or the file was changed. */
export async function openKey(file: OfficerKeyFile, passphrase: string): Promise<KeyObject | null> {
  const key = await stretch(passphrase, Buffer.from(file.salt, 'base64'), file);
  const text = sealOf(key, 'officer key').open(file, file.publicKey);
  key.fill(0);
  if (text === null) return null;
  const der = Buffer.from(text, 'base64');
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}

const write = (folder: string, file: OfficerKeyFile): Promise<void> =>
  replaceFile(pathOf(folder), `${JSON.stringify(file)}\n`);

/** Makes a key pair and its file; answers the public key. The caller has seen that there is none. */
export async function makeOfficerKey(folder: string, passphrase: string): Promise<string> {
  const pair = generateKeyPairSync('x25519');
  const publicKey = publicText(pair.publicKey);
  await write(folder, await closeKey(pair.privateKey, publicKey, passphrase));
  return publicKey;
}

/** Closes the same private key under another passphrase: what was sealed to it still opens. */
export async function rewriteOfficerKey(
  folder: string,
  privateKey: KeyObject,
  publicKey: string,
  passphrase: string,
): Promise<void> {
  await write(folder, await closeKey(privateKey, publicKey, passphrase));
}
