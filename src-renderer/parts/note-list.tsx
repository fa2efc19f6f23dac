// Notes that come with data: what a reader has to know of it, in one quiet list.
import type { Note } from '../../src-shared/schemas/import.ts';

export function NoteList({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="warnings">
      {notes.map((note) => (
        <li key={note.code + note.text}>{note.text}</li>
      ))}
    </ul>
  );
}
