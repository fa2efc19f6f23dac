import { describe, expect, it } from 'vitest';
import { fromHash, home, type Place, toHash } from '../../../src-renderer/place.ts';

const full: Place = {
  view: 'incidents',
  period: 'fy-2024',
  grain: 'quarter',
  filters: { directorate: 'Children’s & Families', grade: 'A=1' },
  pick: { metric: 'incidents', subject: 'q:abc#1' },
};

describe('place', () => {
  it('says everything in the address and reads it back', () => {
    expect(fromHash(toHash(full))).toEqual(full);
    expect(fromHash(toHash(home))).toEqual(home);
  });

  it('writes one place one way', () => {
    const turned = { ...full, filters: { grade: 'A=1', directorate: 'Children’s & Families' } };
    expect(toHash(turned)).toBe(toHash(full));
  });

  it.each(['', '#', '#/nowhere', '#/trends?period=tomorrow&grain=hour', '#/%E0%A4%A'])(
    'falls back from %s to something that can be shown',
    (hash) => {
      const place = fromHash(hash);
      expect(place.period).toBe('all');
      expect(place.grain).toBeNull();
    },
  );
});
