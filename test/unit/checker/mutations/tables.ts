// One broken rule of tables a mutation (T01 to T14).
import type { Mutation } from './mutation.ts';

const data = 'Cases_and_officers';

/** Gives a column another header, in the cell and in the table. */
const header =
  (sheet: string, cell: string, from: string, to: string): Mutation['change'] =>
  (parts) => {
    parts.setText(sheet, cell, to);
    parts.edit(parts.table(sheet), `name="${from}"`, `name="${to}"`);
  };

const renameTable =
  (to: string): Mutation['change'] =>
  (parts) =>
    parts.edit(parts.table(data), 'displayName="cases_and_officers"', `displayName="${to}"`);

export const tableMutations: readonly Mutation[] = [
  {
    rule: 'T01',
    what: 'a range that is no table',
    change: (parts) => {
      parts.inSheet(data, /<tableParts.*<\/tableParts>/, '');
      const rels = parts.sheet(data).replace('worksheets/', 'worksheets/_rels/').concat('.rels');
      parts.edit(rels, /<Relationship [^>]*table[^>]*>/, '');
      parts.setText(data, 'A2', 'This sheet has the cases and the officers of each directorate.');
      parts.remove(`xl/tables/table${/(\d+)\.xml$/.exec(parts.sheet(data))?.[1]}.xml`);
    },
  },
  {
    rule: 'T01',
    what: 'a table without a header row',
    change: (parts) => {
      parts.edit(parts.table('Method_and_quality'), 'headerRowCount="1"', 'headerRowCount="0"');
      parts.edit(parts.table('Method_and_quality'), 'ref="A6:G8"', 'ref="A7:G8"');
      for (const column of 'ABCDEFG') parts.clear('Method_and_quality', `${column}6`);
    },
  },
  { rule: 'T02', what: 'a blank in a name', change: renameTable('cases and officers') },
  { rule: 'T02', what: 'a name like a cell', change: renameTable('AB12') },
  { rule: 'T02', what: 'the name r', change: renameTable('r') },
  { rule: 'T02', what: 'two tables of one name', change: renameTable('Cases_by_directorate') },
  {
    rule: 'T02',
    what: 'a defined name like a table',
    change: (parts) =>
      parts.edit(
        'xl/workbook.xml',
        '</definedNames>',
        `<definedName name="Cases_And_Officers">'${data}'!$A$8</definedName></definedNames>`,
      ),
  },
  { rule: 'T03', what: 'a name that says nothing', change: renameTable('Table8') },
  {
    rule: 'T04',
    what: 'a header differs from its column',
    change: (parts) => parts.setText(data, 'C7', 'Officers in post'),
  },
  { rule: 'T04', what: 'two headers alike but for case', change: header(data, 'C7', 'Officers', 'CASES') },
  { rule: 'T04', what: 'a blank header', change: (parts) => parts.clear(data, 'C7') },
  { rule: 'T04', what: 'a header that is a number', change: (parts) => parts.setNumber(data, 'C7', 2025) },
  {
    rule: 'T05',
    what: 'a table of a header alone',
    change: (parts) => {
      parts.edit(parts.table('Incidents'), 'ref="A8:C9"', 'ref="A8:C8"');
      for (const column of 'ABC') parts.clear('Incidents', `${column}9`);
      parts.setText('Incidents', 'A6', 'Nothing was reported.');
    },
  },
  {
    rule: 'T06',
    what: 'merged cells',
    change: (parts) =>
      parts.inSheet(
        'Incidents',
        '</sheetData>',
        '</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
      ),
  },
  {
    rule: 'T07',
    what: 'a blank row',
    change: (parts) => {
      for (const column of 'ABC') parts.clear(data, `${column}11`);
    },
  },
  {
    rule: 'T07',
    what: 'a blank column',
    change: (parts) => {
      for (let row = 8; row <= 14; row++) parts.clear(data, `C${row}`);
    },
  },
  { rule: 'T08', what: 'a blank cell', change: (parts) => parts.clear(data, 'C11') },
  {
    rule: 'T08',
    what: 'a cell of blanks',
    change: (parts) => parts.setText('Method_and_quality', 'G8', '  '),
  },
  {
    rule: 'T09',
    what: 'filter buttons',
    change: (parts) =>
      parts.edit(parts.table(data), '<tableColumns', '<autoFilter ref="A7:C14"/><tableColumns'),
  },
  {
    rule: 'T10',
    what: 'frozen panes in a published pack',
    change: (parts) =>
      parts.inSheet(
        data,
        /<selection[^>]*>/,
        '<pane ySplit="7" topLeftCell="A8" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A1" sqref="A1"/>',
      ),
  },
  {
    rule: 'T10',
    what: 'frozen panes that column A says nothing of',
    profile: 'committee',
    change: (parts) =>
      parts.inSheet(
        data,
        /<selection[^>]*>/,
        '<pane ySplit="7" state="frozen"/><selection activeCell="A1" sqref="A1"/>',
      ),
  },
  {
    rule: 'T11',
    what: 'a totals row that is not there',
    change: (parts) => parts.edit(parts.table(data), 'totalsRowShown="0"', 'totalsRowShown="1"'),
  },
  {
    rule: 'T11',
    what: 'a totals row without the word',
    change: (parts) => {
      parts.edit(
        parts.table('Cases_by_directorate'),
        'totalsRowShown="0"',
        'totalsRowShown="1" totalsRowCount="1"',
      );
      parts.setText('Cases_by_directorate', 'A15', 'Whole council');
    },
  },
  {
    rule: 'T12',
    what: 'words among numbers',
    change: (parts) => parts.setText(data, 'C9', 'about a hundred'),
  },
  {
    rule: 'T12',
    what: 'numbers stored as text',
    change: (parts) => {
      for (let row = 8; row <= 14; row++) parts.setText(data, `C${row}`, String(100 + row));
    },
  },
  { rule: 'T13', what: 'a sign for a unit', change: header(data, 'C7', 'Officers', 'Officers (%)') },
  {
    rule: 'T13',
    what: 'two formats in a column',
    change: (parts) => parts.restyle(data, 'C9', { format: '0.00' }),
  },
  {
    rule: 'T13',
    what: 'per cent in the format alone',
    change: (parts) => {
      for (let row = 8; row <= 14; row++) parts.restyle(data, `C${row}`, { format: '0%' });
    },
  },
  {
    rule: 'T14',
    what: 'a dash for nothing',
    change: (parts) => parts.setText('Complaints_by_period', 'G8', '-'),
  },
  { rule: 'T14', what: 'an asterisk', change: (parts) => parts.setText('Complaints_by_period', 'G8', '*') },
];
