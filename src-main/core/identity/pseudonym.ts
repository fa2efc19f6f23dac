// Owns how a person becomes a pseudonym before a row reaches the database.
// The rule: HMAC-SHA-256 under the workspace's key, which is kept outside the database.
import { hash } from 'node:crypto';

export type Pseudonymise = (identity: string) => string;

/** ASCII without blanks, as most references of people are. */
const plain = /^[!-~]+$/;

/** Spellings of one identity are one person: case, blanks and width do not count. */
const canonical = (identity: string): string =>
  plain.test(identity)
    ? identity.toLowerCase()
    : identity.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The block of SHA-256, in bytes. */
const block = 64;
const already = /^p-[0-9a-f]{20}$/;

/**
 * A function from an identity to its pseudonym, `p-` and 80 bits in hexadecimal. What is a pseudonym
 * already, as in a file of rejected rows that was mended, stays as it is.
 */
export function pseudonymiser(key: Uint8Array): Pseudonymise {
  // HMAC by its definition (RFC 2104) over one-shot hashes: half the time of an object for each person.
  const secret = key.length > block ? hash('sha256', key, 'buffer') : key;
  const outer = Buffer.alloc(block + 32, 0x5c);
  let inner = Buffer.alloc(1024, 0x36);
  for (const [at, byte] of secret.entries()) {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  return (identity) => {
    const text = canonical(identity);
    if (already.test(text)) return text;
    if (block + text.length * 3 > inner.length) inner = Buffer.concat([inner, Buffer.alloc(text.length * 3)]);
    const end = block + inner.write(text, block);
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), block, 'latin1');
    return `p-${hash('sha256', outer, 'hex').slice(0, 20)}`;
  };
}

/** The same function, which also notes the first spelling of each name it is given; a pseudonym is none. */
export const keepingNames =
  (pseudonymise: Pseudonymise, names: Map<string, string>): Pseudonymise =>
  (identity) => {
    const pseudonym = pseudonymise(identity);
    const name = identity.replace(/\s+/g, ' ').trim();
    if (!names.has(pseudonym) && name.toLowerCase() !== pseudonym) names.set(pseudonym, name);
    return pseudonym;
  };
