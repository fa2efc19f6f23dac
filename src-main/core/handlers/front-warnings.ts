// Owns what is said of words that stand on a cover or beside a pack and may tell of a person.
import { heldPosts } from '#core/identity/held-posts.ts';
import { ambiguousForenames, forenames } from '#core/identity/screening/forenames.ts';
import { screener } from '#core/identity/screening/screening.ts';
import { textSeal } from '#core/identity/text-block.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { PackFront } from '#shared/schemas/pack.ts';
import type { House } from './context.ts';

const entries: Readonly<Partial<Record<keyof PackFront, string>>> = {
  agendaItem: 'the agenda item',
  owner: 'the report owner',
  contact: 'the contact',
  publicInterest: 'the public interest',
};

/** Parts of an address that a person's has: a first name, or an initial. */
function isOfPerson(address: string): boolean {
  const parts = (address.split('@')[0] ?? '').toLowerCase().split(/[._+-]/);
  return parts.some((part) => part.length === 1 || forenames.has(part) || ambiguousForenames.has(part));
}

/** What in a text names or reaches a person: "name “Ann Archer”". A mailbox of a post is nobody's. */
export async function personsIn(house: House, text: string): Promise<string[]> {
  const { store, key } = house.workspace();
  const found = screener({ posts: await heldPosts(store, textSeal(key)) })(text);
  return found.flatMap(({ kind, start, end }) => {
    const words = text.slice(start, end);
    if (kind === 'post' || kind === 'link') return [];
    if (kind === 'e-mail' && !isOfPerson(words)) return [];
    return [`${kind} “${words}”`];
  });
}

/** A cover names roles and mailboxes; what looks like a person is warned of. */
export async function frontWarnings(house: House, front: PackFront): Promise<Note[]> {
  const notes: Note[] = [];
  for (const [name, title] of Object.entries(entries)) {
    const text = front[name as keyof PackFront];
    if (typeof text !== 'string') continue;
    for (const found of await personsIn(house, text)) {
      notes.push({
        code: 'front-names-somebody',
        text: `In ${title} there is a ${found}: a cover names roles and mailboxes, never a person.`,
      });
    }
  }
  return notes;
}
