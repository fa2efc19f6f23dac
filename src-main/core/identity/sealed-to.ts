// Owns sealing to a public key: anybody can close, only who holds the private key can open.
// The rule: X25519 with a key pair made anew for every text, HKDF-SHA-256, AES-256-GCM; Node's own crypto.
import { createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Sealed, sealOf } from './seal.ts';

/** A text sealed to a public key: with it the public half of the pair that was made for it, in base64url. */
export interface SealedTo extends Sealed {
  readonly ephemeral: string;
}

const agreed = { kty: 'OKP', crv: 'X25519' } as const;

/** The 32 bytes of an X25519 public key in base64url, as they stand in files. */
export function publicText(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' });
  if (x === undefined) throw new Error('not an X25519 key');
  return x;
}

/** @throws where the text is no X25519 public key */
export const publicKeyOf = (text: string): KeyObject =>
  createPublicKey({ key: { ...agreed, x: text }, format: 'jwk' });

/** Both public keys are part of the derived key, so that a text cannot be passed off as sealed to another. */
const sealBetween = (secret: Buffer, ephemeral: string, recipient: string) =>
  sealOf(secret, `officer ${ephemeral} ${recipient}`);

/** Seals a text to a public key (base64url) for one place. */
export function sealTo(recipient: string, text: string, place: string): SealedTo {
  const pair = generateKeyPairSync('x25519');
  const ephemeral = publicText(pair.publicKey);
  const secret = diffieHellman({ privateKey: pair.privateKey, publicKey: publicKeyOf(recipient) });
  return { ephemeral, ...sealBetween(secret, ephemeral, recipient).close(text, place) };
}

/** @returns the text, or null where the key or the place is another, or anything was changed */
export function openSealed(privateKey: KeyObject, sealed: SealedTo, place: string): string | null {
  try {
    const secret = diffieHellman({ privateKey, publicKey: publicKeyOf(sealed.ephemeral) });
    const recipient = publicText(createPublicKey(privateKey));
    return sealBetween(secret, sealed.ephemeral, recipient).open(sealed, place);
  } catch {
    return null;
  }
}
