// Rows that are read the quick way give what the strict reader gives, wherever the text is cut, and hide no fault.
import { describe, expect, it } from 'vitest';
import { sheetListener } from '#core/checker/book/read-sheet.ts';
import { emptyPool } from '#core/checker/book/strings.ts';
import { type Listener, xmlReader } from '#core/checker/package/xml.ts';

const sheet = (rows: string, head = '<sheetData>'): string =>
  `<?xml version="1.0"?><worksheet xmlns="m"><sheetViews><sheetView/></sheetViews>${head}${rows}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`;

/** What a sheet says, or what is wrong with it, read in pieces of a size. */
function read(text: string, quick: boolean, size = text.length) {
  const pool = emptyPool();
  pool.texts.push('First', 'Second', ' ');
  pool.shared = 3;
  const { listener, part } = sheetListener(pool, 20);
  const strict: Listener = {
    open: (name, attributes) => listener.open(name, attributes),
    close: (name) => listener.close?.(name),
    text: (words) => listener.text?.(words),
  };
  const reader = xmlReader(quick ? listener : strict);
  let wrong: string | null = null;
  try {
    // The start of the rows comes whole, so that they are read the quick way however small the pieces are.
    const start = text.indexOf('<sheetData>') + '<sheetData>'.length;
    reader.write(text.slice(0, start));
    for (let at = start; at < text.length; at += size) reader.write(text.slice(at, at + size));
    reader.close();
  } catch (cause) {
    wrong = String(cause);
  }
  part.cells.finish();
  const cells = [...part.cells].map(({ row, column, style, kind, number, text: words, formula, shows }) => ({
    row,
    column,
    style,
    kind,
    number,
    words,
    formula,
    shows,
  }));
  const { rows, odd, formulas, merges, beyond } = part;
  return { wrong, cells, rows: [...rows], odd, formulas, merges, beyond, repeated: part.cells.repeated };
}

const plain =
  '<row r="1" ht="26" customHeight="1" spans="1:2"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"/></row>';
const more =
  '<row r="2" hidden="1" x14ac:dyDescent="0.25"><c r="A2" s="2"><v>42.5</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="s"><v>2</v></c></row><row r="3"/><row r="4"></row>';
const sheets = {
  'plain rows': sheet(plain + more),
  'no row': sheet(''),
  'a formula in the midst': sheet(`${plain}<row r="2"><c r="A2"><f>A1&gt;1</f><v>1</v></c></row>${more}`),
  'an inline text': sheet(`${plain}<row r="2"><c r="A2" t="inlineStr"><is><t>Words</t></is></c></row>`),
  'cells without addresses': sheet('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'),
  'a text, a style and a number that are none': sheet(
    '<row r="1"><c r="A1" t="s"><v>9</v></c><c r="B1" s="99"><v>1</v></c><c r="C1"><v>x1</v></c></row>',
  ),
  'cells out of order and twice': sheet(
    '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c><c r="A1"><v>4</v></c></row>',
  ),
  'a cell beyond the sheet': sheet('<row r="9999999"><c r="ZZZ9999999"><v>1</v></c></row>'),
  'a row in a comment': sheet(`${plain}<!-- <row r="7"><c r="A7"><v>7</v></c></row> -->${more}`),
  'rows begun in a comment': sheet(plain, '<!-- <sheetData><row r="7"></row> --><sheetData>'),
  'a comment after the start': sheet(`<!-- <sheetData>${more} -->${plain}`, '<sheetData x="1">'),
  'white space between': sheet(`\n  ${plain}\n  ${more}\n`),
  'an attribute twice': sheet('<row r="1" r="2"><c r="A1"><v>1</v></c></row>'),
  'an unclosed cell': sheet('<row r="1"><c r="A1"><v>1</v></row>'),
  'an unescaped sign': sheet('<row r="1"><c r="A1"><v>1 & 2</v></c></row>'),
  'an end of CDATA': sheet('<row r="1"><c r="A1"><v>]]></v></c></row>'),
  'an unknown element': sheet(`${plain}<rowX r="2"></rowX>${more}`),
  'an end too early': `<worksheet><sheetData>${plain}`,
  'an end within a row': `<worksheet><sheetData>${plain}<row r="2"><c r="A2">`,
} as const;

describe('a sheet read the quick way', () => {
  it.each(Object.entries(sheets))('is as it is read strictly: %s', (_, text) => {
    const strict = read(text, false);
    for (const size of [text.length, 97, 13, 1]) expect(read(text, true, size)).toEqual(strict);
  });

  it('is what it is for: plain rows never come to the strict reader', () => {
    const { listener } = sheetListener(emptyPool(), 1);
    const left: string[] = [];
    let begun = false;
    const skim = listener.skim;
    skim?.read(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'), (text) => {
      left.push(text);
      if (text === '<sheetData>' && !begun) {
        begun = true;
        listener.open('sheetData', {});
      }
    });
    expect(left.join('')).toBe(sheet(''));
  });
});
