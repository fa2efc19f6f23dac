// The words of the pack screens: cells by their Excel names, what is hidden, why a draft is not released, findings.
import { describe, expect, it } from 'vitest';
import { byRule, reportText, verdictText, whereOf } from '../../../src-renderer/views/packs/check-words.ts';
import { cellName, hiddenText, letterOf, placeOf } from '../../../src-renderer/views/packs/pack-words.ts';
import { whyNot } from '../../../src-renderer/views/packs/why-not.ts';
import { pinOf } from '../../../src-renderer/views/pin-question.ts';
import type { CheckFinding, CheckReport } from '../../../src-shared/schemas/check.ts';
import type { Pin } from '../../../src-shared/schemas/pin.ts';

describe('cells', () => {
  it('names a place as Excel does, and finds it again', () => {
    expect([0, 25, 26, 51, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
    for (const place of [
      { row: 0, column: 0 },
      { row: 41, column: 27 },
      { row: 9999, column: 702 },
    ])
      expect(placeOf(cellName(12, place.row, place.column), 12)).toEqual(place);
  });

  it('takes the first cell of a range, and has no place for what stands above the table', () => {
    expect(placeOf('B14:C20', 12)).toEqual({ row: 1, column: 1 });
    expect(placeOf('$b$14', 12)).toEqual({ row: 1, column: 1 });
    expect(placeOf('A3', 12)).toBeNull();
    expect(placeOf('the chart', 12)).toBeNull();
  });
});

describe('what is hidden', () => {
  it('is said with both reasons, or that nothing is', () => {
    expect(hiddenText({ own: 0, others: 0 })).toBe('No cell is hidden.');
    expect(hiddenText({ own: 4, others: 7 })).toMatch(
      /^11 cells are hidden: 4 show .*; 7 are hidden so that/,
    );
    expect(hiddenText({ own: 0, others: 1 })).toMatch(/^1 cell is hidden: 1 is hidden so that/);
  });
});

const finding = (
  rule: string,
  severity: CheckFinding['severity'],
  more: Partial<CheckFinding> = {},
): CheckFinding => ({
  rule,
  severity,
  sheet: 'Summary',
  cell: 'B4',
  part: null,
  message: 'It is blank.',
  hint: 'Fill it in.',
  ...more,
});

const report = (findings: CheckFinding[]): CheckReport => ({
  file: 'pack.xlsx',
  sha256: 'a'.repeat(64),
  profile: 'published',
  sheets: [],
  rules: [],
  findings,
  counts: {
    errors: findings.filter(({ severity }) => severity === 'E').length,
    warnings: findings.filter(({ severity }) => severity === 'W').length,
    information: findings.filter(({ severity }) => severity === 'I').length,
  },
});

describe('the check', () => {
  const found = [
    finding('F05', 'W'),
    finding('T10', 'E'),
    finding('D07', 'I'),
    finding('T04', 'E'),
    finding('T04', 'E', { cell: 'C4' }),
  ];

  it('has errors first, each rule once', () => {
    expect(byRule(found).map((own) => [own[0]?.rule, own.length])).toEqual([
      ['T04', 2],
      ['T10', 1],
      ['F05', 1],
      ['D07', 1],
    ]);
  });

  it('says in a sentence what it comes to', () => {
    expect(verdictText(report([]))).toBe('Every rule of the published form holds.');
    expect(verdictText(report(found))).toMatch(
      /^3 errors: it may not be released\. Besides: 1 warning and 1 line/,
    );
    expect(verdictText(report([finding('F05', 'W')]))).toBe('No error. 1 warning.');
  });

  it('is copied with the fingerprint and each place', () => {
    const text = reportText(report(found), found);
    expect(text).toContain('a'.repeat(64));
    expect(text).toContain('T04 Error. Summary C4: It is blank. Fill it in.');
    expect(whereOf(finding('S01', 'E', { sheet: null, cell: null }))).toBe('The whole workbook');
    expect(whereOf(finding('C01', 'E', { part: 'Chart 1' }))).toBe('Summary B4 (Chart 1)');
  });
});

describe('the release', () => {
  const clean = report([]);
  const open = { key: true, unlocked: true };

  it('is there for a fresh draft without errors and an unlocked key', () => {
    expect(whyNot({ stale: false }, clean, open)).toEqual([]);
  });

  it('says every reason that stands against it', () => {
    const all = whyNot({ stale: true }, report([finding('T04', 'E')]), { key: true, unlocked: false });
    expect(all).toHaveLength(3);
    expect(all.join(' ')).toMatch(/changed since .* 1 error: .* locked/);
    expect(whyNot({ stale: false }, clean, { key: false, unlocked: false })).toEqual([
      'No Monitoring Officer’s key is set yet.',
    ]);
    expect(whyNot({ stale: false }, undefined, open)).toEqual(['It is being checked.']);
  });
});

describe('a pin', () => {
  const pin = {
    id: 'p1',
    request: { metric: 'incidents', filters: { tier: 'Parish', stage: 'Open' } },
  } as unknown as Pin;

  it('is known by its question, whatever the order of its filters', () => {
    expect(pinOf([pin], { metric: 'incidents', filters: { stage: 'Open', tier: 'Parish' } })).toBe(pin);
    expect(pinOf([pin], { metric: 'incidents', filters: { stage: 'Open' } })).toBeUndefined();
    expect(pinOf([pin], { metric: 'incidents', split: 'tier' })).toBeUndefined();
  });
});
