// Owns which references of a council may be told: codes, never words.

/** A run of letters as long as a name; "MOP/2024/12" and "CC-17b" have none. */
const word = /\p{L}{5,}|\p{Lu}\p{Ll}{2,}/u;

/** The reference, or null where it may hold somebody's name. */
export const wordlessRef = (ref: string | null): string | null =>
  ref === null || word.test(ref) || ref.length > 40 ? null : ref;
