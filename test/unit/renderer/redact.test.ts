// Findings shown in a text and put out of it.
import { describe, expect, it } from 'vitest';
import { piecesOf, redacted } from '../../../src-renderer/views/texts/redact.ts';

const text = {
  text: 'Ann rang 01632 960983.',
  found: [
    { start: 0, end: 3, kind: 'name' as const },
    { start: 9, end: 21, kind: 'phone' as const },
  ],
};

describe('a held text', () => {
  it('is cut at its findings and joins to itself again', () => {
    expect(piecesOf(text).map(({ text: words, kind }) => [words, kind])).toEqual([
      ['Ann', 'name'],
      [' rang ', null],
      ['01632 960983', 'phone'],
      ['.', null],
    ]);
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text.text);
    expect(piecesOf({ text: 'Plain.', found: [] })).toEqual([{ text: 'Plain.', at: 0, kind: null }]);
  });

  it('is redacted with a mark for each finding', () => {
    expect(redacted(text)).toBe('[name] rang [phone].');
    expect(redacted({ text: 'Plain.', found: [] })).toBe('Plain.');
  });
});
