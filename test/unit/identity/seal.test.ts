// Sealing: what goes in comes out, for the right key, place and bytes only.
import { describe, expect, it } from 'vitest';
import { sealOf } from '#core/identity/seal.ts';
import { openBlock, sealBlock, textSeal } from '#core/identity/text-block.ts';

const key = Buffer.alloc(32, 1);
const text = 'Zürich “quote”, a tab\tand 🙂';

describe('a seal', () => {
  const seal = sealOf(key, 'tests');

  it('opens what it closed, and closes nothing the same way twice', () => {
    const [one, two] = [seal.close(text, 'a'), seal.close(text, 'a')];
    expect(seal.open(one, 'a')).toBe(text);
    expect(seal.open(seal.close('', 'a'), 'a')).toBe('');
    expect(one.nonce).not.toBe(two.nonce);
    expect(one.sealed).not.toBe(two.sealed);
    expect(Buffer.from(one.sealed, 'base64').includes('quote')).toBe(false);
  });

  it('does not open under another key, for another purpose or in another place', () => {
    const closed = seal.close(text, 'a');
    expect(sealOf(Buffer.alloc(32, 2), 'tests').open(closed, 'a')).toBeNull();
    expect(sealOf(key, 'other').open(closed, 'a')).toBeNull();
    expect(seal.open(closed, 'b')).toBeNull();
  });

  it('does not open when any byte was changed or cut off', () => {
    const { nonce, sealed } = seal.close(text, 'a');
    const bytes = Buffer.from(sealed, 'base64');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(seal.open({ nonce, sealed: changed.toString('base64') }, 'a')).toBeNull();
    }
    expect(seal.open({ nonce, sealed: bytes.subarray(1).toString('base64') }, 'a')).toBeNull();
    expect(seal.open({ nonce, sealed: '' }, 'a')).toBeNull();
    expect(seal.open({ nonce: '', sealed }, 'a')).toBeNull();
  });
});

describe('a block of texts', () => {
  const seal = textSeal(key);
  const place = { field: 'narrative', firstRow: 2, lastRow: 9 };
  const rows = [
    { row: 2, text, found: [] },
    {
      row: 9,
      text: 'Ask Jane on 01632 960983',
      found: [
        { start: 4, end: 8, kind: 'name' as const },
        { start: 12, end: 24, kind: 'phone' as const },
      ],
    },
  ];

  it('keeps rows, texts and findings', () => {
    expect(openBlock(seal, place, sealBlock(seal, place, rows))).toEqual(rows);
  });

  it('does not open as the block of another column or of other rows', () => {
    const sealed = sealBlock(seal, place, rows);
    expect(openBlock(seal, { ...place, field: 'lesson' }, sealed)).toBeNull();
    expect(openBlock(seal, { ...place, lastRow: 8 }, sealed)).toBeNull();
  });
});
