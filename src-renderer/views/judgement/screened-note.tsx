// Says of words on record what in them may tell who is meant: names loudly, posts that one person holds quietly.
import type { ScreenedText } from '../../../src-shared/schemas/judgement.ts';

const kinds: Readonly<Record<string, string>> = {
  post: 'a post that one person holds',
  'e-mail': 'an e-mail address',
};

export function ScreenedNote({ of, screened }: { of: string; screened: readonly ScreenedText[] }) {
  const own = screened.filter((one) => one.of === of);
  if (own.length === 0) return null;
  const loud = own.some(({ found }) => found.some(({ kind }) => kind !== 'post'));
  const found = own.flatMap((one) => one.found);
  const told = [...new Set(found.map(({ kind, text }) => `“${text}” (${kinds[kind] ?? kind})`))];
  return <p className={loud ? 'notice' : 'aside'}>{`May tell who is meant: ${told.join(', ')}.`}</p>;
}
