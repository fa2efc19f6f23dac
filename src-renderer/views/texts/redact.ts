// Owns how findings are shown in a text and put out of it. The core found them; nothing is searched here.
import type { HeldText } from '../../../src-shared/schemas/free-text.ts';
import { type FindingKind, redactionMarks } from '../../../src-shared/vocabulary/findings.ts';

export interface Piece {
  readonly text: string;
  /** Where it begins in the text. */
  readonly at: number;
  /** What was found in it; null for words between findings. */
  readonly kind: FindingKind | null;
}

/** The text in order, cut at its findings; joined again the pieces are the text. */
export function piecesOf({ text, found }: Pick<HeldText, 'text' | 'found'>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, kind } of found) {
    if (start > at) pieces.push({ text: text.slice(at, start), at, kind: null });
    pieces.push({ text: text.slice(start, end), at: start, kind });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), at, kind: null });
  return pieces;
}

/** The text with a mark in the place of each finding. */
export const redacted = (text: Pick<HeldText, 'text' | 'found'>): string =>
  piecesOf(text)
    .map((piece) => (piece.kind === null ? piece.text : redactionMarks[piece.kind]))
    .join('');
