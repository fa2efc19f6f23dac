// Owns the titles that one person holds in the council's own staff list: sealed, and used to screen texts.
import type { Session } from '#core/store/session.ts';
import type { Seal, Sealed } from './seal.ts';

const place = 'posts';
const plain = (title: string): string =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’&-]+/gu, ' ')
    .trim();

/** Gathers titles with their holders; a title of one word ("Gardener") says too little. */
export function singlePosts() {
  /** The holder of a title, or null once there are two. */
  const holders = new Map<string, string | null>();
  return {
    add: (title: string, holder: string): void => {
      const own = plain(title);
      if (!own.includes(' ') || holder === '') return;
      const before = holders.get(own);
      if (before === undefined) holders.set(own, holder);
      else if (before !== holder) holders.set(own, null);
    },
    single: (): string[] => [...holders].flatMap(([title, holder]) => (holder === null ? [] : [title])),
  };
}

export const sealPosts = (seal: Seal, posts: readonly string[]): Sealed =>
  seal.close(JSON.stringify(posts), place);

/** The titles of the latest staff list that has any. Where they do not open, none: the texts do not, either. */
export async function heldPosts(session: Session, seal: Seal): Promise<ReadonlySet<string>> {
  const [row] = await session.all<Sealed>(
    `select to_base64(nonce) as nonce, to_base64(sealed) as sealed
    from clean.held_post join import using (import_id) order by imported_at desc, import_id desc limit 1`,
  );
  const text = row ? seal.open(row, place) : null;
  return new Set(text === null ? [] : (JSON.parse(text) as string[]));
}
