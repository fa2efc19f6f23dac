// What a reader of a pack is told of the data: nothing that only somebody at a screen can do, and no ids.
import { describe, expect, it } from 'vitest';
import { ofPaper, warningLines } from '#core/packs/sheets/lines.ts';
import { gapOf } from '#core/packs/sheets/mechanism-gaps.ts';
import { withoutIds } from '#core/packs/sheets/method-and-quality.ts';
import type { PackFigure } from '#core/packs/sheets/sheet.ts';

const figure = (title: string, ...texts: string[]): PackFigure =>
  ({
    metric: { id: title, title },
    points: [],
    warnings: texts.map((text) => ({ code: 'scheme-chosen', text })),
  }) as unknown as PackFigure;

describe('what to know of the data', () => {
  const several =
    'Cases are recorded under several rules: this is “Code”. The filter “scheme” chooses another.';

  it('names no filter and no command', () => {
    expect(ofPaper(several)).toBe('Cases are recorded under several rules: this is “Code”.');
    expect(
      ofPaper('They are never added: this is from the spells. The filter “source” chooses the other.'),
    ).toBe('They are never added: this is from the spells.');
    expect(ofPaper('Set the date in the settings (candour settings --adoption).')).toBe(
      'Set the date in the settings.',
    );
    expect(ofPaper('A filter that stays.')).toBe('A filter that stays.');
  });

  it('names the measures only where it is not true of all of them', () => {
    const both = warningLines([figure('Cases', several), figure('Share', several)], false);
    expect(both).toEqual(['Cases are recorded under several rules: this is “Code”.']);
    const [one] = warningLines([figure('Cases', several), figure('Share')], false);
    expect(one).toBe('Cases: Cases are recorded under several rules: this is “Code”.');
  });
});

describe('the words of sources', () => {
  it('tell files by their names and not by ids', () => {
    expect(
      withoutIds(
        'Its days overlap those of import i95b6786920 (a.xlsx), i44f2f16fba (b.csv) and 2 more; no row is in both.',
      ),
    ).toBe('Its days overlap those of a.xlsx, b.csv and 2 more; no row is in both.');
  });

  it('tell what a mechanism lacks in one sentence', () => {
    const entry = {
      inPlace: 'not-yet',
      lastEvidence: null,
      overdueDays: null,
      cadenceMonths: null,
      owner: null,
    };
    expect(gapOf(entry as unknown as Parameters<typeof gapOf>[0])).toBe(
      'Not yet in place by the register; no evidence imported; how often evidence is due is not set; no owner named',
    );
  });
});
