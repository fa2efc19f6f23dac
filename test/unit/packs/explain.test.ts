// What can be said of a cell from the manifest alone, for each sort of cell.
import { describe, expect, it } from 'vitest';
import { cellName, explainCell } from '#core/packs/explain.ts';
import { cell, hidden, log, manifest, source } from './manifests.ts';

const interval = { lower: 12, upper: 24, level: 0.95, method: 'Garwood' };
const told = manifest([
  cell({ sheet: 'Cover', cell: 'B6', row: 'Council', column: 'Detail', value: 'Kirkham', of: [] }),
  cell({ cell: 'A6', column: 'Allegation', value: 'Respect', of: [] }),
  cell({ of: [source({ interval })] }),
  cell({
    cell: 'C6',
    column: 'Change',
    value: 'Up from 14',
    of: [source({ part: 'words' }), source({ part: 'words', from: '2023-04-01', shown: '14' })],
  }),
  cell({ cell: 'B7', row: 'Interests', value: '[c]', of: [hidden({ group: 'Interests' })] }),
  cell({
    cell: 'B8',
    row: 'Gifts',
    value: '[x]',
    of: [source({ group: 'Gifts', suppressed: 'x', reason: 'Not asked', shown: '[x]', base: null })],
  }),
  cell({ cell: 'C8', row: 'Gifts', column: 'Change', value: null, of: [] }),
  cell({ cell: 'C9', row: 'Disrepute', column: 'Change', value: 'Agreed by the committee', of: [] }),
]);
const explain = (name: string, sheet = 'By_allegation') => explainCell(told, sheet, name);

describe('explainCell', () => {
  it('tells a number with its figure, interval and imports', () => {
    expect(explain('b6')).toMatchObject({
      kind: 'number',
      shown: '17',
      reading: '“Cases” of “Respect” is 17: the value.',
      sources: [
        {
          metric: 'incidents',
          clause: 'Section VII',
          caveat: 'More reports can mean more trust.',
          version: 1,
          split: 'category',
          grain: 'financial-year',
          interval,
          imports: [log('i1')],
          rule: 'Numbers of 1 to 4 are hidden.',
        },
      ],
    });
  });

  it.each([
    ['C6', 'words', 'Up from 14'],
    ['B7', 'hidden', '[c]'],
    ['B8', 'number', '[x]'],
    ['A6', 'label', 'Respect'],
    ['C8', 'empty', ''],
    ['C9', 'record', 'Agreed by the committee'],
    ['B5', 'heading', 'Cases'],
    ['A1', 'line', 'The sheet By_allegation'],
    ['B1', 'empty', ''],
    ['D6', 'empty', ''],
    ['A99', 'empty', ''],
  ] as const)('knows what %s is: %s', (name, kind, shown) => {
    expect(explain(name)).toMatchObject({ kind, shown });
  });

  it('tells of words all they are made from, and of a hidden number nothing but its reason', () => {
    expect(explain('C6').sources.map(({ from, shown }) => [from, shown])).toEqual([
      ['2024-04-01', '17'],
      ['2023-04-01', '14'],
    ]);
    const { reading, sources } = explain('B7');
    expect(reading).toBe(
      '“Cases” of “Interests” shows [c] in place of the value: Confidential: the group is small.',
    );
    expect(sources[0]).toMatchObject({ base: null, interval: null, shown: '[c]' });
  });

  it('knows an entry of the cover, and no other sheet than those of the pack', () => {
    expect(explain('B6', 'cover')).toMatchObject({ kind: 'entry', sheet: 'Cover', shown: 'Kirkham' });
    expect(() => explain('B6', 'Disclosure_log')).toThrow('no sheet called Disclosure_log');
  });

  it('reads an address as Excel writes it', () => {
    expect(['$b$12', 'AA7', 'c$3'].map(cellName)).toEqual(['B12', 'AA7', 'C3']);
  });
});
