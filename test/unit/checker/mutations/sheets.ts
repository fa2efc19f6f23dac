// One broken rule of sheets a mutation (S01 to S11).
import type { Mutation } from './mutation.ts';

const data = 'Complaints_by_period';
const plain = (font: string): string => font.replace(/<u\/>|<color[^>]*>/g, '');

/** Renames a sheet everywhere: in the workbook, in links, in references of charts and names. */
const rename =
  (from: string, to: string): Mutation['change'] =>
  (parts) => {
    const shown = to.replaceAll("'", "''").replaceAll('&', '&amp;');
    for (const [name, text] of parts.files) {
      if (/sharedStrings|docProps/.test(name)) continue;
      parts.add(
        name,
        text
          .replaceAll(`<sheet sheetId="`, '<sheet sheetId="')
          .replaceAll(` name="${from}" `, ` name="${to}" `)
          .replaceAll(`'${from}'!`, `'${shown}'!`),
      );
    }
  };

export const sheetMutations: readonly Mutation[] = [
  {
    rule: 'S01',
    what: 'Notes before the tables',
    change: (parts) => {
      const xml = parts.get('xl/workbook.xml');
      const notes = /<sheet [^>]*name="Notes"[^>]*>/.exec(xml)?.[0] ?? '';
      const names = [...xml.matchAll(/<definedName .*?<\/definedName>/g)].map((m) => m[0]);
      const order = [0, 1, 2, 9, 3, 4, 5, 6, 7, 8, 10];
      parts.edit('xl/workbook.xml', notes, '');
      parts.edit('xl/workbook.xml', /(?=<sheet [^>]*name="Complaints_by_period")/, notes);
      const moved = names.map((name) =>
        name.replace(/localSheetId="(\d+)"/, (_, at) => `localSheetId="${order.indexOf(Number(at))}"`),
      );
      parts.edit(
        'xl/workbook.xml',
        /<definedNames>.*<\/definedNames>/s,
        `<definedNames>${moved.join('')}</definedNames>`,
      );
    },
  },
  { rule: 'S01', what: 'no sheet is a cover', change: rename('Cover', 'Front_matter') },
  {
    rule: 'S02',
    what: 'a name of 32 characters',
    change: rename('Incidents', 'Incidents_by_category_and_by_year'),
  },
  { rule: 'S02', what: 'a colon in a name', change: rename('Incidents', 'Incidents:2025') },
  {
    rule: 'S02',
    what: 'two names alike but for case',
    change: (parts) => {
      rename('Cases_and_officers', 'incidents')(parts);
      parts.edit(parts.sheet('Contents'), 'location="\'incidents\'!A1"', 'location="cases_and_officers"');
    },
  },
  { rule: 'S02', what: 'the name History', change: rename('Incidents', 'History') },
  { rule: 'S03', what: 'a blank in a name', change: rename('Incidents', 'Incidents by category') },
  { rule: 'S03', what: 'a name that says nothing', change: rename('Incidents', 'Sheet7') },
  { rule: 'S03', what: 'a name that starts with a digit', change: rename('Incidents', '2025_incidents') },
  {
    rule: 'S04',
    what: 'A1 is blank',
    change: (parts) => parts.clear('Incidents', 'A1'),
  },
  {
    rule: 'S04',
    what: 'two sheets have one title',
    change: (parts) => parts.setText('Incidents', 'A1', 'Cases by directorate, 2024/25'),
  },
  {
    rule: 'S05',
    what: 'a hidden sheet',
    change: (parts) =>
      parts.edit('xl/workbook.xml', /(?<=name="Incidents" )state="visible"/, 'state="hidden"'),
  },
  {
    rule: 'S05',
    what: 'a very hidden sheet',
    change: (parts) =>
      parts.edit('xl/workbook.xml', /(?<=name="Incidents" )state="visible"/, 'state="veryHidden"'),
  },
  {
    rule: 'S05',
    what: 'a hidden row, written 1',
    change: (parts) => parts.inSheet(data, '<row r="9" ', '<row r="9" hidden="1" '),
  },
  {
    rule: 'S05',
    what: 'a hidden row, written true',
    change: (parts) => parts.inSheet(data, '<row r="9" ', '<row r="9" hidden="true" '),
  },
  {
    rule: 'S05',
    what: 'a hidden column',
    change: (parts) => parts.inSheet('Incidents', '<col ', '<col hidden="1" '),
  },
  {
    rule: 'S05',
    what: 'a column of no width',
    change: (parts) =>
      parts.inSheet('Incidents', /(?<=<col min="[2-9]" max="[2-9]" )width="[^"]+"/, 'width="0"'),
  },
  {
    rule: 'S06',
    what: 'opens on the third sheet',
    change: (parts) => parts.edit('xl/workbook.xml', 'activeTab="0"', 'activeTab="2"'),
  },
  {
    rule: 'S06',
    what: 'the cursor is elsewhere',
    change: (parts) => parts.inSheet(data, 'activeCell="A1" sqref="A1"', 'activeCell="C9" sqref="C9"'),
  },
  {
    rule: 'S06',
    what: 'two sheets are selected',
    change: (parts) => parts.inSheet(data, '<sheetView ', '<sheetView tabSelected="1" '),
  },
  {
    rule: 'S06',
    what: 'scrolled away',
    change: (parts) => parts.inSheet(data, '<sheetView ', '<sheetView topLeftCell="A7" '),
  },
  {
    rule: 'S07',
    what: 'Contents leaves a sheet out',
    change: (parts) => {
      parts.inSheet('Contents', /<hyperlink [^>]*'Incidents'[^>]*>/, '');
      parts.restyle('Contents', 'A10', { font: plain });
    },
  },
  {
    rule: 'S07',
    what: 'a link leads nowhere',
    change: (parts) => parts.inSheet('Summary', "'Trends_SPC'!A1", "'Trend'!A1"),
  },
  {
    rule: 'S07',
    what: 'no way back',
    change: (parts) => {
      parts.inSheet('Incidents', /<hyperlinks>.*<\/hyperlinks>/, '');
      parts.restyle('Incidents', 'A3', { font: plain });
    },
  },
  {
    rule: 'S08',
    what: 'two tables on a sheet',
    change: (parts) => {
      parts.edit(parts.table('Incidents'), 'ref="A8:C9"', 'ref="A8:B9"');
      parts.edit(parts.table('Incidents'), /<tableColumns count="3">/, '<tableColumns count="2">');
      parts.edit(parts.table('Incidents'), /<tableColumn id="3"[^>]*>/, '');
      parts.setText('Incidents', 'A2', 'This sheet has two tables and no charts.');
      parts.add(
        'xl/tables/table99.xml',
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="99" name="second_one" displayName="second_one" ref="C8:C9" totalsRowShown="0"><tableColumns count="1"><tableColumn id="1" name="Per 100 officers"/></tableColumns></table>',
      );
      parts.declare(
        'xl/tables/table99.xml',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml',
      );
      const id = parts.relate(parts.sheet('Incidents'), 'table', '../tables/table99.xml');
      parts.inSheet('Incidents', '</tableParts>', `<tablePart r:id="${id}"/></tableParts>`);
    },
  },
  {
    rule: 'S08',
    what: 'the table starts in column B',
    change: (parts) => {
      const sheet = 'Cases_and_officers';
      parts.edit(parts.table(sheet), 'ref="A7:C14"', 'ref="B7:C14"');
      parts.edit(parts.table(sheet), '<tableColumns count="3">', '<tableColumns count="2">');
      parts.edit(parts.table(sheet), /<tableColumn id="1"[^>]*>/, '');
      for (let row = 7; row <= 14; row++) parts.clear(sheet, `A${row}`);
    },
  },
  {
    rule: 'S09',
    what: 'a line below the table',
    change: (parts) => {
      parts.inSheet(
        'Incidents',
        '</sheetData>',
        '<row r="11"><c r="A11" s="2" t="inlineStr"><is><t>As of March</t></is></c></row></sheetData>',
      );
      parts.edit('xl/workbook.xml', /(?<='Incidents'!\$A\$1:\$[A-Z]+\$)\d+/, '11');
    },
  },
  {
    rule: 'S09',
    what: 'blank rows above the table',
    change: (parts) => {
      for (const cell of ['A4', 'A5']) parts.clear('Complaints_by_period', cell);
      parts.setText(
        'Complaints_by_period',
        'A6',
        'Shorthand used in this table: [c] means hidden. About complaints [note 1].',
      );
    },
  },
  {
    rule: 'S10',
    what: 'A2 tells of too few charts',
    change: (parts) => parts.setText(data, 'A2', 'This sheet has one table and one chart.'),
  },
  {
    rule: 'S10',
    what: 'A2 says nothing of tables',
    change: (parts) => parts.setText('Incidents', 'A2', 'Incidents that officers reported.'),
  },
  {
    rule: 'S11',
    what: 'the source before the shorthand',
    change: (parts) => {
      parts.setText(data, 'A5', 'Source: complaints register of the Monitoring Officer.');
      parts.setText(data, 'A6', 'Shorthand used in this table: [c] means hidden to protect confidentiality.');
    },
  },
];
