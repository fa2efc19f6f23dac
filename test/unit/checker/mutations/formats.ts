// One broken rule of formatting a mutation (F01 to F12).
import type { Parts } from '../parts.ts';
import type { Mutation } from './mutation.ts';

const data = 'Cases_and_officers';
const png = 'iVBORw0KGgo=';

const size = (points: number) => (font: string) =>
  font.replace(/<sz val="[\d.]+"\/>/, `<sz val="${points}"/>`);
const face = (name: string) => (font: string) =>
  font.replace(/<name val="[^"]+"\/>/, `<name val="${name}"/>`);
const more = (xml: string) => (font: string) => font.replace('<font>', `<font>${xml}`);
const colour = (rgb: string) => (font: string) =>
  font.replace(/<color[^>]*>/, '').replace('<font>', `<font><color rgb="FF${rgb}"/>`);
const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill></fill>`;

/** Puts a drawing with one picture or shape on a sheet that has none. */
function draw(parts: Parts, sheet: string, body: string, from = { column: 9, row: 20 }): void {
  const drawing = 'xl/drawings/drawing90.xml';
  const anchor = `<xdr:twoCellAnchor><xdr:from><xdr:col>${from.column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from.row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${from.column + 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from.row + 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${body}<xdr:clientData/></xdr:twoCellAnchor>`;
  parts.add(
    drawing,
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchor}</xdr:wsDr>`,
  );
  parts.declare(drawing, 'application/vnd.openxmlformats-officedocument.drawing+xml');
  const id = parts.relate(parts.sheet(sheet), 'drawing', '../drawings/drawing90.xml');
  parts.inSheet(sheet, '<tableParts', `<drawing r:id="${id}"/><tableParts`);
  parts.edit('xl/workbook.xml', new RegExp(`'${sheet}'!\\$A\\$1:\\$[A-Z]+\\$\\d+`), `'${sheet}'!$A$1:$Z$99`);
}

const picture = (descr: string): string =>
  `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Logo" descr="${descr}"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId900"/></xdr:blipFill><xdr:spPr/></xdr:pic>`;

function logo(parts: Parts, descr: string, from?: { column: number; row: number }): void {
  draw(parts, data, picture(descr), from);
  parts.add('xl/media/image1.png', png);
  parts.edit(
    '[Content_Types].xml',
    '<Default ',
    '<Default Extension="png" ContentType="image/png"/><Default ',
  );
  parts.relate('xl/drawings/drawing90.xml', 'image', '../media/image1.png');
}

const conditional =
  (range: string, rule: string): Mutation['change'] =>
  (parts) => {
    parts.edit(
      'xl/styles.xml',
      /<dxfs count="0"\/>|<dxfs[^>]*>.*?<\/dxfs>/s,
      '<dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>',
    );
    parts.inSheet(
      data,
      '</sheetData>',
      `</sheetData><conditionalFormatting sqref="${range}">${rule}</conditionalFormatting>`,
    );
  };

/** Adds a part that has no place in a pack. */
const foreign =
  (name: string, type: string, from: string, relation: string): Mutation['change'] =>
  (parts) => {
    parts.add(name, '<root xmlns="urn:x"/>');
    parts.declare(name, type);
    parts.relate(from, relation, `/${name}`);
  };

export const formatMutations: readonly Mutation[] = [
  {
    rule: 'F01',
    what: 'a default font of 11 point',
    change: (parts) => parts.edit('xl/styles.xml', '<sz val="12"/>', '<sz val="11"/>'),
  },
  {
    rule: 'F01',
    what: 'a serif font',
    change: (parts) => parts.restyle(data, 'A9', { font: face('Times New Roman') }),
  },
  {
    rule: 'F01',
    what: 'a cell of 10 point',
    change: (parts) => parts.restyle(data, 'A9', { font: size(10) }),
  },
  {
    rule: 'F01',
    what: 'a title no larger than text',
    change: (parts) => parts.restyle('Incidents', 'A1', { font: size(12) }),
  },
  {
    rule: 'F02',
    what: 'a title that only looks like one',
    change: (parts) => parts.restyle('Incidents', 'A1', { named: 0 }),
  },
  {
    rule: 'F02',
    what: 'a heading on the cover without its style',
    change: (parts) => parts.restyle('Cover', 'A5', { named: 0 }),
  },
  { rule: 'F03', what: 'italics', change: (parts) => parts.restyle(data, 'A9', { font: more('<i/>') }) },
  {
    rule: 'F03',
    what: 'an underline that is no link',
    change: (parts) => parts.restyle(data, 'A9', { font: more('<u/>') }),
  },
  {
    rule: 'F03',
    what: 'blue text',
    change: (parts) => parts.restyle(data, 'A9', { font: colour('0000C0') }),
  },
  {
    rule: 'F03',
    what: 'turned text',
    change: (parts) => parts.restyle(data, 'A9', { alignment: 'textRotation="90"' }),
  },
  {
    rule: 'F04',
    what: 'a row too low for its text',
    change: (parts) =>
      parts.setText(
        'Complaints_by_period',
        'G8',
        'Meetings were remote in this year and many complaints were about what was said in the chat of the meeting',
      ),
  },
  {
    rule: 'F04',
    what: 'a number too wide for its column',
    change: (parts) => {
      for (let row = 8; row <= 14; row++) parts.setNumber(data, `C${row}`, 1234567890123 + row);
    },
  },
  {
    rule: 'F05',
    what: 'a narrow column',
    change: (parts) => parts.inSheet(data, /(?<=<col min="3" max="3" )width="[^"]+"/, 'width="7.6"'),
  },
  {
    rule: 'F05',
    what: 'a broad column',
    change: (parts) => parts.inSheet(data, /(?<=<col min="1" max="1" )width="[^"]+"/, 'width="90"'),
  },
  {
    rule: 'F06',
    what: 'a background',
    change: (parts) => parts.restyle(data, 'A9', { fill: solid('E0E0E0') }),
  },
  {
    rule: 'F06',
    what: 'a border',
    change: (parts) =>
      parts.restyle(data, 'A9', {
        border: '<border><left/><right/><top/><bottom style="thin"/><diagonal/></border>',
      }),
  },
  {
    rule: 'F06',
    what: 'a table style',
    change: (parts) =>
      parts.edit(parts.table(data), '<tableStyleInfo ', '<tableStyleInfo name="TableStyleMedium2" '),
  },
  {
    rule: 'F07',
    what: 'a red cell without a word',
    profile: 'committee',
    change: (parts) => parts.restyle(data, 'C9', { fill: solid('FFC7CE') }),
  },
  {
    rule: 'F07',
    what: 'a scale of colours',
    change: conditional(
      'C8:C14',
      '<cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FFFF0000"/></colorScale></cfRule>',
    ),
  },
  {
    rule: 'F07',
    what: 'a colour by rule on numbers',
    change: conditional(
      'C8:C14',
      '<cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>110</formula></cfRule>',
    ),
  },
  {
    rule: 'F08',
    what: 'dark text on dark',
    profile: 'committee',
    change: (parts) => parts.restyle(data, 'A9', { fill: solid('555555') }),
  },
  {
    rule: 'F08',
    what: 'a pale series',
    change: (parts) => parts.edit(parts.chart('Culture_survey'), '8C8C8C', 'BFBFBF'),
  },
  {
    rule: 'F09',
    what: 'red for minus',
    change: (parts) => {
      for (let row = 8; row <= 14; row++) parts.restyle(data, `C${row}`, { format: '#,##0;[Red]#,##0' });
    },
  },
  {
    rule: 'F10',
    what: 'the month before the day',
    change: (parts) => parts.edit('xl/styles.xml', 'dd/mm/yyyy', 'mm/dd/yyyy'),
  },
  {
    rule: 'F10',
    what: 'dollars',
    change: (parts) => {
      for (let row = 8; row <= 14; row++) parts.restyle(data, `C${row}`, { format: '[$$-409]#,##0' });
    },
  },
  {
    rule: 'F10',
    what: 'a date in words, American',
    change: (parts) => parts.setText('Cover', 'B9', 'June 12, 2025'),
  },
  {
    rule: 'F11',
    what: 'a picture when published',
    change: (parts) => logo(parts, 'The crest of the council'),
  },
  { rule: 'F11', what: 'a picture without words', profile: 'committee', change: (parts) => logo(parts, '') },
  {
    rule: 'F12',
    what: 'a text box',
    change: (parts) =>
      draw(
        parts,
        data,
        '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Box"/></xdr:nvSpPr><xdr:txBody><a:p/></xdr:txBody></xdr:sp>',
      ),
  },
  {
    rule: 'F12',
    what: 'comments',
    change: (parts) =>
      foreign(
        'xl/comments1.xml',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
        parts.sheet(data),
        'comments',
      )(parts),
  },
  {
    rule: 'F12',
    what: 'macros',
    change: foreign(
      'xl/vbaProject.bin',
      'application/vnd.ms-office.vbaProject',
      'xl/workbook.xml',
      'vbaProject',
    ),
  },
  {
    rule: 'F12',
    what: 'a link to another workbook',
    change: foreign(
      'xl/externalLinks/externalLink1.xml',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml',
      'xl/workbook.xml',
      'externalLink',
    ),
  },
  {
    rule: 'F12',
    what: 'an embedded object',
    change: (parts) =>
      foreign(
        'xl/embeddings/oleObject1.bin',
        'application/vnd.openxmlformats-officedocument.oleObject',
        parts.sheet(data),
        'oleObject',
      )(parts),
  },
];
