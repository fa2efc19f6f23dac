// Owns how a person becomes a pseudonym before a row reaches the database.
// The rule: HMAC-SHA-256 under the workspace's key, which is kept outside the database.
import { createHmac } from 'node:crypto';

export type Pseudonymise = (identity: string) => string;

/** Spellings of one identity are one person: case, blanks and width do not count. */
const canonical = (identity: string): string =>
  identity.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** A function from an identity to its pseudonym, `p-` and 80 bits in hexadecimal. */
export function pseudonymiser(key: Uint8Array): Pseudonymise {
  return (identity) =>
    `p-${createHmac('sha256', key).update(canonical(identity)).digest('hex').slice(0, 20)}`;
}
