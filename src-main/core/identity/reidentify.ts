// Owns the answer to "who is it?": only while the officer's key is unlocked, for a written reason, and logged.
// The rule: the log gets the pseudonym and the reason, never the name, so a reason that holds it is refused.
import { AppError } from '#shared/errors.ts';
import type { Reidentified } from '#shared/schemas/officer.ts';
import type { Audit } from './audit.ts';
import type { Officer } from './officer.ts';
import type { Vault } from './vault.ts';

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Words of a name that say who it is: titles and initials do not. */
const titles = new Set([
  'cllr',
  'councillor',
  'mrs',
  'miss',
  'the',
  'lord',
  'lady',
  'sir',
  'dame',
  'alderman',
]);
const tellingWords = (name: string): string[] =>
  folded(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3 && !titles.has(word));

/** Whether a text holds a word of a name, in whatever case and with or without accents. */
export function namesInReason(reason: string, name: string): boolean {
  const words = new Set(folded(reason).split(/[^\p{L}\p{N}]+/u));
  return tellingWords(name).some((word) => words.has(word));
}

/** @throws AppError officer-no-key, officer-locked, pseudonym-unknown, officer-reason-names */
export async function reidentify(
  { officer, vault, audit }: { officer: Officer; vault: Vault; audit: Audit },
  { pseudonym, reason }: { pseudonym: string; reason: string },
  by: string,
): Promise<Reidentified> {
  const key = await officer.privateKey();
  const name = await vault.find(pseudonym, key);
  if (name === null) {
    await audit.add(by, 'reidentify-unknown', { pseudonym });
    throw new AppError('pseudonym-unknown', { pseudonym });
  }
  if (namesInReason(reason, name)) throw new AppError('officer-reason-names');
  await audit.add(by, 'reidentify', { pseudonym, reason });
  return { pseudonym, name };
}
