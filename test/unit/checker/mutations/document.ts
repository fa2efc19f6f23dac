// One broken rule of the document and of safety a mutation (D01 to D07, X01 to X10).
import { strToU8 } from 'fflate';
import type { Mutation } from './mutation.ts';

const core = 'docProps/core.xml';
const data = 'Cases_and_officers';
const inCore =
  (from: string | RegExp, to: string): Mutation['change'] =>
  (parts) =>
    parts.edit(core, from, to);

/** Adds a link with an address outside to a cell. */
const link =
  (cell: string, target: string): Mutation['change'] =>
  (parts) => {
    const id = parts.relate(parts.sheet(data), 'hyperlink', target, true);
    parts.inSheet(data, '</hyperlinks>', `<hyperlink ref="${cell}" r:id="${id}"/></hyperlinks>`);
  };

/** A page of rows at the end of a table, with numbers that add up to nothing. */
const longer: Mutation['change'] = (parts) => {
  const rows = Array.from({ length: 120 }, (_, i) => {
    const row = 15 + i;
    return `<row r="${row}" ht="19.5" customHeight="1"><c r="A${row}" s="2" t="inlineStr"><is><t>Team ${row}</t></is></c><c r="B${row}"><v>${40 + ((row * 7) % 31)}</v></c><c r="C${row}"><v>${90 + ((row * 5) % 77)}</v></c></row>`;
  });
  const style = /<c r="B8" s="(\d+)"/.exec(parts.get(parts.sheet(data)))?.[1] ?? '0';
  parts.inSheet(
    data,
    '</sheetData>',
    `${rows.join('').replaceAll(/(<c r="[BC]\d+")>/g, `$1 s="${style}">`)}</sheetData>`,
  );
  parts.edit(parts.table(data), 'A7:C14', 'A7:C134');
  parts.edit('xl/workbook.xml', new RegExp(`('${data}'!\\$A\\$1:\\$[A-Z]+\\$)\\d+`), `'${data}'!$A$1:$Z$200`);
  parts.edit(
    'xl/workbook.xml',
    new RegExp(`<definedName name="_xlnm.Print_Titles"[^>]*>'${data}'![^<]*</definedName>`),
    '',
  );
};

export const documentMutations: readonly Mutation[] = [
  { rule: 'D01', what: 'no title', change: inCore(/<dc:title>.*?<\/dc:title>/, '') },
  { rule: 'D01', what: 'no language', change: inCore(/<dc:language>.*?<\/dc:language>/, '') },
  { rule: 'D01', what: 'American English', change: inCore('en-GB', 'en-US') },
  { rule: 'D01', what: 'no time of creation', change: inCore(/<dcterms:created.*?<\/dcterms:created>/, '') },
  {
    rule: 'D01',
    what: 'a person as the author',
    change: inCore('<dc:creator>Exampleshire Council', '<dc:creator>Margaret Okafor'),
  },
  {
    rule: 'D01',
    what: 'a login',
    change: inCore('<cp:lastModifiedBy>Exampleshire Council', '<cp:lastModifiedBy>j.smith2'),
  },
  {
    rule: 'D02',
    what: 'no marking in the properties',
    change: (parts) => {
      parts.edit(core, '<cp:category>OFFICIAL</cp:category>', '');
      parts.edit('docProps/custom.xml', 'name="Marking"', 'name="Series"');
    },
  },
  {
    rule: 'D02',
    what: 'another marking on the cover',
    change: (parts) => parts.setText('Cover', 'B14', 'PUBLIC'),
  },
  {
    rule: 'D03',
    what: 'a footer when published',
    change: (parts) =>
      parts.inSheet(
        data,
        '<tableParts',
        '<headerFooter><oddFooter>&amp;P</oddFooter></headerFooter><tableParts',
      ),
  },
  {
    rule: 'D03',
    what: 'no page numbers',
    profile: 'committee',
    change: (parts) => parts.inSheet(data, /<headerFooter>.*<\/headerFooter>/, ''),
  },
  {
    rule: 'D03',
    what: 'a footer that says something else',
    profile: 'committee',
    change: (parts) => parts.inSheet(data, 'STD-2025-06', 'STD-2025-07'),
  },
  {
    rule: 'D03',
    what: 'a header',
    profile: 'committee',
    change: (parts) => parts.inSheet(data, '<oddFooter>', '<oddHeader>STD-2025-06</oddHeader><oddFooter>'),
  },
  {
    rule: 'D04',
    what: 'letter paper',
    change: (parts) => parts.inSheet(data, 'paperSize="9"', 'paperSize="1"'),
  },
  {
    rule: 'D04',
    what: 'upright',
    change: (parts) => parts.inSheet(data, 'orientation="landscape"', 'orientation="portrait"'),
  },
  {
    rule: 'D04',
    what: 'one page tall',
    change: (parts) => parts.inSheet(data, 'fitToHeight="0"', 'fitToHeight="1"'),
  },
  {
    rule: 'D04',
    what: 'a print area that cuts off',
    change: (parts) =>
      parts.edit('xl/workbook.xml', new RegExp(`'${data}'!\\$A\\$1:\\$[A-Z]+\\$\\d+`), `'${data}'!$A$1:$B$9`),
  },
  { rule: 'D05', what: 'a long table whose header is not repeated', change: longer },
  {
    rule: 'D05',
    what: 'seven repeated rows',
    change: (parts) => parts.edit('xl/workbook.xml', `'${data}'!$7:$7`, `'${data}'!$1:$7`),
  },
  {
    rule: 'D06',
    what: 'an address for words',
    change: (parts) => {
      parts.setText(data, 'A4', 'https://www.gov.uk/guidance');
      link('A4', 'https://www.gov.uk/guidance')(parts);
    },
  },
  { rule: 'D06', what: 'a message to nobody', change: link('A4', 'mailto:standards@exampleshire.example') },
  { rule: 'D06', what: 'two links in a cell', change: link('A3', 'https://www.gov.uk/guidance') },
  {
    rule: 'D07',
    what: 'capitals in the file’s name',
    fileName: 'Standards-2024-25-v1.xlsx',
    change: () => undefined,
  },
  {
    rule: 'D07',
    what: 'no version in the file’s name',
    fileName: 'standards-2024-25.xlsx',
    change: () => undefined,
  },
];

export const safetyMutations: readonly Mutation[] = [
  { rule: 'X01', what: 'a formula', change: (parts) => parts.setRaw(data, 'C9', '<f>100+13</f><v>113</v>') },
  {
    rule: 'X02',
    what: 'a text like a formula',
    change: (parts) => parts.setText('Complaints_by_period', 'G8', '=SUM(A1:A9)'),
  },
  {
    rule: 'X02',
    what: 'a text that starts with an at sign',
    change: (parts) => parts.setText('Complaints_by_period', 'G8', '@risk of delay'),
  },
  {
    rule: 'X02',
    what: 'a full-width equals sign',
    change: (parts) => parts.setText('Complaints_by_period', 'G8', '\uFF1D1+1 and more'),
  },
  {
    rule: 'X03',
    what: 'a formula that opens an address',
    change: (parts) =>
      parts.setRaw(
        'Complaints_by_period',
        'G8',
        '<f>HYPERLINK("http://example.org","No notes")</f><v>No notes</v>',
        ' t="str"',
      ),
  },
  { rule: 'X03', what: 'a link to a file', change: link('A4', 'file:///C:/shared/register.xlsx') },
  {
    rule: 'X03',
    what: 'a name that calls a program',
    change: (parts) =>
      parts.edit(
        'xl/workbook.xml',
        '</definedNames>',
        '<definedName name="run">cmd|\'/c calc\'!A0</definedName></definedNames>',
      ),
  },
  { rule: 'X04', what: 'no number', change: (parts) => parts.setNumber(data, 'C9', 'NaN') },
  { rule: 'X04', what: 'an endless number', change: (parts) => parts.setNumber(data, 'C9', 'Infinity') },
  { rule: 'X04', what: 'an error', change: (parts) => parts.setRaw(data, 'C9', '<v>#REF!</v>', ' t="e"') },
  {
    rule: 'X04',
    what: 'a text too long for a cell',
    change: (parts) => {
      parts.inSheet('Complaints_by_period', '<row r="8" ht="19.5" customHeight="1"', '<row r="8" ht="409"');
      parts.setText('Complaints_by_period', 'G8', 'word '.repeat(7000).trim());
    },
  },
  {
    rule: 'X05',
    what: 'a control character',
    change: (parts) => parts.setText('Complaints_by_period', 'G8', 'No\u0008 notes'),
  },
  {
    rule: 'X05',
    what: 'a control character in disguise',
    change: (parts) => parts.setText('Complaints_by_period', 'G8', 'No_x0008_ notes'),
  },
  {
    rule: 'X05',
    what: 'a run that Excel reads as a letter',
    change: (parts) => parts.setText('Complaints_by_period', 'G8', 'Field _x0041_ missing'),
  },
  {
    rule: 'X06',
    what: 'a date with a time in it',
    change: (parts) => parts.setNumber('Complaints_by_period', 'E9', '43929.958'),
  },
  {
    rule: 'X06',
    what: 'days counted from 1904',
    change: (parts) => parts.edit('xl/workbook.xml', '<workbookPr ', '<workbookPr date1904="1" '),
  },
  {
    rule: 'X07',
    what: 'a cell beyond the last column',
    change: (parts) => parts.append(data, 9, '<c r="XFE9" s="2"/>'),
  },
  {
    rule: 'X07',
    what: 'too many formats',
    change: (parts) =>
      parts.edit(
        'xl/styles.xml',
        '</cellXfs>',
        `${'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'.repeat(64_001)}</cellXfs>`,
      ),
  },
  {
    rule: 'X08',
    what: 'a relationship to nothing',
    change: (parts) => void parts.relate('xl/workbook.xml', 'theme', 'theme/theme9.xml'),
  },
  { rule: 'X08', what: 'a part without a type', change: (parts) => parts.add('xl/leftover.dat', 'x') },
  {
    rule: 'X08',
    what: 'an id twice',
    change: (parts) =>
      parts.edit(
        'xl/_rels/workbook.xml.rels',
        '</Relationships>',
        `${/<Relationship [^>]*>/.exec(parts.get('xl/_rels/workbook.xml.rels'))?.[0] ?? ''}</Relationships>`,
      ),
  },
  {
    rule: 'X08',
    what: 'broken XML',
    change: (parts) => parts.add('docProps/app.xml', '<Properties><Company>Exampleshire</Properties>'),
  },
  {
    rule: 'X08',
    what: 'two tables of one id',
    change: (parts) => parts.edit(parts.table(data), /(?<=<table [^>]*) id="\d+"/, ' id="1"'),
  },
  {
    rule: 'X08',
    what: 'a cell twice',
    change: (parts) => {
      const cell = /<c r="C9".*?<\/c>/.exec(parts.get(parts.sheet(data)))?.[0] ?? '';
      parts.inSheet(data, cell, cell + cell);
    },
  },
  {
    rule: 'X08',
    what: 'a text that is not there',
    change: (parts) => parts.setRaw('Trends_SPC', 'F9', '<v>99999</v>', ' t="s"'),
  },
  {
    rule: 'X08',
    what: 'a part twice in the zip',
    change: (parts) => {
      parts.add('docProps/zpp.xml', parts.get('docProps/app.xml'));
      const bytes = parts.pack();
      const [from, to] = [strToU8('docProps/zpp.xml'), strToU8('docProps/app.xml')];
      for (let at = 0; at < bytes.length; at++)
        if (from.every((byte, i) => bytes[at + i] === byte)) bytes.set(to, at);
      return bytes;
    },
  },
  {
    rule: 'X08',
    what: 'a part whose checksum does not hold',
    change: (parts) => {
      const bytes = parts.pack();
      const name = strToU8('docProps/app.xml');
      for (let at = 46; at < bytes.length; at++) {
        const listed =
          bytes[at - 46] === 0x50 && bytes[at - 45] === 0x4b && bytes[at - 44] === 1 && bytes[at - 43] === 2;
        if (listed && name.every((byte, i) => bytes[at + i] === byte))
          bytes[at - 30] = (bytes[at - 30] ?? 0) ^ 0xff;
      }
      return bytes;
    },
  },
  {
    rule: 'X09',
    what: 'the time of writing',
    change: (parts) => parts.pack(() => new Date(2026, 5, 1, 9, 30)),
  },
  {
    rule: 'X09',
    what: 'times that differ',
    change: (parts) => parts.pack((name) => new Date(1980, 0, 1, 12, name.length % 60)),
  },
  {
    rule: 'X10',
    what: 'a total that is none',
    change: (parts) => {
      for (const [row, n] of [
        [12, 31],
        [13, 29],
      ] as const) {
        parts.setNumber('Cases_by_directorate', `B${row}`, n, 'B11');
        parts.setNumber(data, `B${row}`, n, 'B11');
      }
      parts.setText(data, 'A5', 'Nothing is hidden here.');
    },
  },
  {
    rule: 'X10',
    what: 'a column that is no sum',
    change: (parts) => {
      parts.setNumber('Complaints_by_period', 'B9', 28);
      const chart = `xl/charts/chart2.xml`;
      parts.edit(chart, '<c:v>27</c:v>', '<c:v>28</c:v>');
    },
  },
  {
    rule: 'X10',
    what: 'a percentage that does not follow',
    change: (parts) => parts.setNumber('Cases_by_directorate', 'E9', 71),
  },
  { rule: 'X10', what: 'two sheets that disagree', change: (parts) => parts.setNumber(data, 'B9', 26) },
];
