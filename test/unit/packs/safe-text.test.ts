// Hostile and odd text: what is removed, what is kept to the letter, what is guarded.
import { describe, expect, it } from 'vitest';
import type { Cell, WorkbookModel } from '#core/packs/model.ts';
import { cellTextLimit, looksLikeFormula, safeText, storedText } from '#core/packs/safe-text.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { demoModel } from './demo-model.ts';
import { cellsOf, malformed, openPackage } from './open-package.ts';

/** Text and whether it must be guarded. */
const nasty: readonly [string, boolean][] = [
  ['=1+1', true],
  ["=cmd|' /C calc'!A0", true],
  ['=HYPERLINK("https://example.org","x")', true],
  ['+44 1234 567890', true],
  ['-not a number', true],
  ['@SUM(A1)', true],
  ['\t=1+1', true],
  ['\n=1+1', true],
  ['＝1+1', true],
  ['＋1', true],
  ['－1', true],
  ['＠x', true],
  [' =1+1', false],
  ['_x0041_ stays as written', false],
  ['_x005F_x0041_', false],
  ['<b>&amp; "quoted" \'single\'</b> ]]>', false],
  ['two\nlines', false],
  ['emoji 👩‍⚖️ and Gàidhlig, Cymraeg ŵ ŷ', false],
  ['مرحبا', false],
  ['$& $1 $` dollar signs', false],
  ['{rule} %s', false],
  ['trailing space ', false],
];

const withNasty = (): WorkbookModel => {
  const model = demoModel();
  const rows: Cell[][] = nasty.map(([text], i) => [text, `row ${i}`]);
  return {
    ...model,
    sheets: model.sheets.map((sheet) =>
      sheet.name !== 'Incidents'
        ? sheet
        : {
            name: "O'Brien & co",
            kind: 'data' as const,
            title: '=Title & <more> _x0041_',
            lines: ['@line with $& and _x0041_'],
            table: {
              name: 'nasty_strings',
              columns: [
                { header: '=Header & "_x0041_"', type: 'text' as const },
                { header: 'Row', type: 'text' as const },
              ],
              rows,
            },
            charts: [],
          },
    ),
  };
};

describe('text', () => {
  it('loses only what XML forbids, and says how much', () => {
    expect(safeText('a\u0000b\u0008c\u001fd\ufffee\ud800f')).toEqual({ text: 'abcdef', removed: 5 });
    expect(safeText('👍 ok')).toEqual({ text: '👍 ok', removed: 0 });
    expect(safeText('a\r\nb\rc')).toEqual({ text: 'a\nb\nc', removed: 0 });
  });

  it('is cut with a note at the limit of a cell, never through a character', () => {
    expect(safeText('x'.repeat(cellTextLimit)).cutFrom).toBeUndefined();
    for (const raw of ['x'.repeat(40_000), `x${'👍'.repeat(20_000)}`, '_x0041_'.repeat(5_000)]) {
      const { text, cutFrom } = safeText(raw);
      expect(cutFrom).toBe(raw.length);
      expect(text).toMatch(/ \[cut from \d+ characters\]$/);
      expect(storedText(text).length).toBeLessThanOrEqual(cellTextLimit);
      expect(safeText(text).removed).toBe(0);
    }
  });

  it('is known for a possible formula by its first character', () => {
    for (const [text, guarded] of nasty) expect([text, looksLikeFormula(text)]).toEqual([text, guarded]);
  });

  it('comes out of the workbook unharmed and inert', async () => {
    const parts = openPackage(await writeWorkbook(withNasty()));
    for (const [name, xml] of parts) expect([name, malformed(xml)]).toEqual([name, undefined]);
    const sheet = parts.get('xl/worksheets/sheet7.xml') ?? '';
    const styles = parts.get('xl/styles.xml') ?? '';
    const xfs = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(
      (m) => m[0],
    );
    const guardOf = (address: string): boolean => {
      const style = new RegExp(`<c r="${address}" s="(\\d+)" t="s">`).exec(sheet)?.[1];
      return (xfs[Number(style)] ?? '').includes('quotePrefix="1"');
    };
    const cells = cellsOf(parts, 7);
    expect(sheet).not.toContain('<f');
    const header = [...cells.keys()].findIndex((address) => cells.get(address) === '=Header & "_x0041_"');
    expect([cells.get('A1'), guardOf('A1'), guardOf('A2')]).toEqual(['=Title & <more> _x0041_', true, false]);
    expect([cells.get('A4'), guardOf('A4'), header]).toEqual(['@line with $& and _x0041_', true, 4]);
    nasty.forEach(([text, guarded], i) => {
      expect([cells.get(`A${6 + i}`), guardOf(`A${6 + i}`)]).toEqual([text, guarded]);
    });
    expect(parts.get('xl/tables/table7.xml')).toContain('name="=Header &amp; &quot;_x005F_x0041_&quot;"');
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain(`location="'O''Brien &amp; co'!A1"`);
  });
});
