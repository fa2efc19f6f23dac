// What differs between two packs and why, from manifests made by hand: matching, hiding, every cause.
import { describe, expect, it } from 'vitest';
import { packDiff } from '#core/packs/diff.ts';
import type { PackManifest } from '#shared/schemas/manifest.ts';
import { cell, hidden, log, manifest, source } from './manifests.ts';

const one = (before: PackManifest, after: PackManifest) => {
  const lines = packDiff(before, after).sheets.flatMap((sheet) => sheet.lines);
  expect(lines).toHaveLength(1);
  const [line] = lines;
  if (line === undefined) throw new Error('no line');
  return line;
};
const codes = (before: PackManifest, after: PackManifest) => one(before, after).why.map(({ code }) => code);
const plus = (value: number) => cell({ value, of: [source({ shown: String(value), base: value })] });
const hid = cell({ value: '[c]', of: [hidden()] });

describe('matching', () => {
  it('finds the same place of the same figure wherever its row has moved', () => {
    const moved = { ...plus(18), cell: 'B9', row: 'Respect for others' };
    expect(one(manifest([cell()]), manifest([moved]))).toMatchObject({
      kind: 'changed',
      cellBefore: 'B6',
      cell: 'B9',
      before: '17',
      after: '18',
    });
  });

  it('finds a period of a series in packs that begin on different days', () => {
    const later = manifest([plus(18)], { pack: { period: '2025/26' } });
    const [figure] = later.figures;
    if (figure === undefined) throw new Error('no figure');
    const moved = {
      ...later,
      figures: [{ ...figure, id: 'incidents-2', request: { ...figure.request, from: '2024-04-01' } }],
      cells: later.cells.map((own) => ({
        ...own,
        row: '2024/25',
        of: own.of.map((of) => ({ ...of, figure: 'incidents-2' })),
      })),
    };
    // The same year in both packs: no other period is the cause.
    const line = one(manifest([cell()]), moved);
    expect(line).toMatchObject({ kind: 'changed', before: '17', after: '18', why: [{ code: 'unknown' }] });
  });

  it('tells what appeared, went, and stayed', () => {
    const extra = cell({ cell: 'B7', row: 'Interests', of: [source({ group: 'Interests' })] });
    const gone = cell({ cell: 'B8', row: 'Gifts', of: [source({ group: 'Gifts' })] });
    const diff = packDiff(manifest([cell(), gone]), manifest([cell(), extra]));
    expect(diff.counts).toEqual({ changed: 0, appeared: 1, gone: 1, hidden: 0, shown: 0, same: 1 });
    expect(diff.reading).toContain('1 appeared, 1 went; 1 say the same');
    expect(diff.sheets.map(({ sheet, lines }) => [sheet, lines.length])).toEqual([
      ['Cover', 0],
      ['By_allegation', 2],
    ]);
  });

  it('is the other way round for the other order', () => {
    const [a, b] = [manifest([cell()]), manifest([plus(18)])];
    const line = one(a, b);
    expect(one(b, a)).toMatchObject({ before: line.after, after: line.before });
    expect(packDiff(a, a).counts).toMatchObject({ same: 1, changed: 0 });
  });
});

describe('a number that one of the packs hides', () => {
  it.each([
    ['hidden', [cell()], [hid], 'a number', '[c]'],
    ['shown', [hid], [plus(18)], '[c]', 'a number'],
  ] as const)('became %s, and is told in neither', (kind, before, after, from, to) => {
    const diff = packDiff(manifest(before), manifest(after));
    expect(diff.sheets.flatMap((sheet) => sheet.lines)).toMatchObject([{ kind, before: from, after: to }]);
    const told = JSON.stringify(diff.sheets);
    expect(told).not.toContain('17');
    expect(told).not.toContain('18');
  });

  it('hides the words that are made from it, too', () => {
    const words = (value: string, of = source({ part: 'words' })) =>
      cell({ column: 'Change', value, of: [of] });
    const line = one(
      manifest([words('Up from 14')]),
      manifest([words('Not told: a number is hidden', hidden({ part: 'words' }))]),
    );
    expect(line).toMatchObject({ kind: 'hidden', before: 'words made from a number' });
  });

  it('may be hidden because packs were released in between', () => {
    const before = manifest([cell()], { settled: { 'Released packs': 'one' } });
    const after = manifest([hid], { settled: { 'Released packs': 'two' } });
    expect(codes(before, after)).toEqual(['issued-packs']);
  });
});

describe('why', () => {
  it('new data, corrected data and data that was taken back', () => {
    const before = manifest([cell()]);
    expect(
      one(before, manifest([plus(20)], { imports: [log('i1'), log('i2', 3, 'd'.repeat(64), 'q2.csv')] })).why,
    ).toEqual([{ code: 'new-data', text: 'New data: q2.csv (3 rows).' }]);
    expect(one(before, manifest([plus(20)], { imports: [log('i9', 90, 'e'.repeat(64))] })).why).toEqual([
      {
        code: 'corrected-data',
        text: 'log.csv was imported again with other content: 84 rows before, 90 now.',
      },
    ]);
    const two = manifest([cell()], { imports: [log('i1'), log('i2', 1, 'd'.repeat(64), 'q2.csv')] });
    expect(one(two, manifest([plus(16)])).why).toEqual([
      { code: 'undone-data', text: 'An import was taken back: q2.csv (1 row).' },
    ]);
  });

  it('says nothing of imports that both packs rest on, where a cell came or went', () => {
    const imports = [log('i1'), log('i2', 3, 'd'.repeat(64), 'survey.csv')];
    const own = (cells: Parameters<typeof manifest>[0]) => {
      const made = manifest(cells, { imports });
      return { ...made, figures: made.figures.map((figure) => ({ ...figure, imports: ['i1'] })) };
    };
    expect(codes(own([]), own([cell()]))).toEqual(['unknown']);
    expect(codes(own([cell()]), own([]))).toEqual(['unknown']);
    expect(codes(own([cell({ value: '', of: [] })]), own([cell()]))).toEqual(['unknown']);
  });

  it('a setting, from what to what; what was settled; another definition', () => {
    const before = manifest([cell()]);
    const set = manifest([plus(20)], { settings: { ...before.settings, smallCount: 8, closeDays: 20 } });
    expect(one(before, set).why.map(({ text }) => text)).toEqual([
      'A setting changed: the smallest split count that is shown, from 5 to 8.',
      'A setting changed: the target for closing a case, from none to 20.',
    ]);
    expect(
      one(before, manifest([plus(20)], { settled: { 'Series breaks': 'x', Judgement: 'y' } })).why,
    ).toEqual([{ code: 'settled', text: 'What was settled changed: series breaks.' }]);
    const defined = before.figures.map((figure) => ({ ...figure, metric: { ...figure.metric, version: 2 } }));
    expect(codes(before, manifest([plus(20)], { figures: defined }))).toEqual(['definition']);
  });

  it('another period, for a number of another period', () => {
    const after = manifest([cell({ value: 9, of: [source({ from: '2025-04-01', shown: '9' })] })], {
      pack: { period: '2025/26' },
    });
    expect(codes(manifest([cell()]), after)).toEqual(['period']);
  });

  it('for the cover: what was typed, or the issue itself', () => {
    const entry = (row: string, value: string) =>
      cell({ sheet: 'Cover', row, column: 'Detail', value, of: [] });
    const typed = [{ settled: { 'Cover entries': 'one' } }, { settled: { 'Cover entries': 'two' } }] as const;
    expect(
      codes(
        manifest([entry('Agenda item', 'Item 7')], typed[0]),
        manifest([entry('Agenda item', 'Item 8')], typed[1]),
      ),
    ).toEqual(['typed']);
    expect(codes(manifest([entry('Version', 'Issue 1')]), manifest([entry('Version', 'Issue 2')]))).toEqual([
      'issue',
    ]);
  });

  it('says so where nothing tells, and counts how many lines each cause is behind', () => {
    expect(codes(manifest([cell()]), manifest([plus(20)]))).toEqual(['unknown']);
    const many = (add: number) =>
      Array.from({ length: 3 }, (_, index) =>
        cell({
          cell: `B${index}`,
          row: `Row ${index}`,
          value: index + add,
          of: [source({ group: `Group ${index}` })],
        }),
      );
    const diff = packDiff(
      manifest(many(0)),
      manifest(many(5), { imports: [log('i1'), log('i2', 2, 'd'.repeat(64), 'q.csv')] }),
    );
    expect(diff.causes).toEqual([{ code: 'new-data', text: 'New data: q.csv (2 rows).', lines: 3 }]);
  });

  it('lists 500 lines of a sheet and says how many more there are', () => {
    const many = (add: number) =>
      Array.from({ length: 620 }, (_, index) =>
        cell({ cell: `B${index + 6}`, row: `Row ${index}`, value: index + add, of: [] }),
      );
    const [, sheet] = packDiff(manifest(many(0)), manifest(many(1))).sheets;
    expect([sheet?.lines.length, sheet?.more, sheet?.counts.changed]).toEqual([500, 120, 620]);
  });
});
