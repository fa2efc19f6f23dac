import { describe, expect, it } from 'vitest';
import { bytesText, countText, dayText, idText, numberText } from '../../../src-renderer/wording.ts';

describe('wording', () => {
  it('writes days, counts and sizes as people here do', () => {
    expect(dayText('2026-03-31')).toBe('31 March 2026');
    expect(countText(1, 'row')).toBe('1 row');
    expect(countText(1204, 'row')).toBe('1,204 rows');
    expect(countText(2, 'sheet says', 'sheets say')).toBe('2 sheets say');
    expect(numberText(4.126)).toBe('4.13');
    expect(bytesText(512)).toBe('512 bytes');
    expect(bytesText(4_210_000)).toBe('4.2 MB');
    expect(idText('absence-spell')).toBe('Absence spell');
  });
});
