// One broken rule of notes and shorthand a mutation (N01 to N06).
import type { Mutation } from './mutation.ts';

const data = 'Complaints_by_period';

export const noteMutations: readonly Mutation[] = [
  {
    rule: 'N01',
    what: 'a raised figure in a rich text',
    change: (parts) =>
      parts.setRaw(
        'Incidents',
        'A5',
        '<is><r><t>Incidents that officers reported</t></r><r><rPr><vertAlign val="superscript"/><sz val="12"/><rFont val="Arial"/></rPr><t>1</t></r></is>',
        ' t="inlineStr"',
      ),
  },
  {
    rule: 'N01',
    what: 'an asterisk in a header',
    change: (parts) => {
      parts.setText('Cases_and_officers', 'C7', 'Officers*');
      parts.edit(parts.table('Cases_and_officers'), 'name="Officers"', 'name="Officers*"');
    },
  },
  {
    rule: 'N01',
    what: 'a title that ends in [1]',
    change: (parts) => parts.setText('Incidents', 'A1', 'Incidents reported by category [1]'),
  },
  {
    rule: 'N01',
    what: 'a number left out',
    change: (parts) => {
      parts.setText(data, 'G12', '[note 3]');
      parts.setText('Notes', 'A7', 'note 3');
    },
  },
  {
    rule: 'N01',
    what: 'numbers out of reading order',
    change: (parts) => {
      parts.setText(
        data,
        'A4',
        'Complaints under the code of conduct, counted in the year they were received [note 2].',
      );
      parts.setText(data, 'G12', '[note 1]');
    },
  },
  {
    rule: 'N02',
    what: 'a note that is told nowhere',
    change: (parts) => parts.setText('Incidents', 'A5', 'Incidents reported by officers [note 3].'),
  },
  {
    rule: 'N02',
    what: 'a note that nothing refers to',
    change: (parts) => parts.setText(data, 'G12', 'No notes'),
  },
  {
    rule: 'N03',
    what: 'a marker in a data cell',
    change: (parts) => parts.setText('Summary', 'E8', 'Falling [note 1]'),
    // The summary stands before the sheet that used the marker first, and that is still note 1.
  },
  {
    rule: 'N04',
    what: 'a mark without its meaning',
    change: (parts) => parts.setText('Incidents', 'A6', 'Nothing was loaded.'),
  },
  {
    rule: 'N04',
    what: 'a meaning without its mark',
    change: (parts) =>
      parts.setText(
        'Incidents',
        'A6',
        'Shorthand used in this table: [c] means hidden; [x] means not available.',
      ),
  },
  {
    rule: 'N05',
    what: 'a mark of one’s own',
    change: (parts) => parts.setText('Cases_and_officers', 'C9', '[q]'),
  },
  {
    rule: 'N05',
    what: 'a capital mark',
    change: (parts) => parts.setText('Cases_and_officers', 'C9', '[C]'),
  },
  {
    rule: 'N06',
    what: 'a small number shown as 0',
    change: (parts) => parts.setNumber('Cases_and_officers', 'C9', '0.3'),
  },
];
