// The written file as a package: parts, relationships, properties, styles and the rules a sheet must keep.
import { beforeAll, describe, expect, it } from 'vitest';
import { withContents } from '#core/packs/contents.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { demoModel } from './demo-model.ts';
import { brokenTargets, cellsOf, malformed, openPackage } from './open-package.ts';

let published: Map<string, string>;
let committee: Map<string, string>;
beforeAll(async () => {
  published = openPackage(await writeWorkbook(demoModel()));
  committee = openPackage(await writeWorkbook(demoModel('committee')));
});

const part = (name: string, parts = published): string => parts.get(name) ?? '';
const sheetXml = (n: number): string => part(`xl/worksheets/sheet${n}.xml`);
const sheetCount = 9;
const sheets = Array.from({ length: sheetCount }, (_, i) => i + 1);

describe('the package', () => {
  it('holds only well-formed parts', () => {
    const bad = [...published, ...committee].flatMap(([name, xml]) => {
      const problem = malformed(xml);
      return problem === undefined ? [] : [`${name}: ${problem}`];
    });
    expect(bad).toEqual([]);
    expect(malformed('<a><b></a>')).toBeDefined();
    expect(malformed('<a b="1" b="2"/>')).toBeDefined();
  });

  it('has a part for every relationship and a content type for every part', () => {
    expect(brokenTargets(published)).toEqual([]);
    const types = part('[Content_Types].xml');
    const overridden = [...types.matchAll(/PartName="\/([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(overridden).size).toBe(overridden.length);
    const plain = [...published.keys()].filter(
      (name) => name.endsWith('.xml') && name !== '[Content_Types].xml',
    );
    expect(plain.filter((name) => !overridden.includes(name))).toEqual([]);
    expect(overridden.filter((name) => !published.has(name ?? ''))).toEqual([]);
  });

  it('numbers tables and drawing objects once', () => {
    const tables = [...published].filter(([name]) => name.startsWith('xl/tables/')).map(([, xml]) => xml);
    expect(new Set(tables.map((xml) => / id="(\d+)"/.exec(xml)?.[1])).size).toBe(sheetCount);
    expect(new Set(tables.map((xml) => /displayName="([^"]+)"/.exec(xml)?.[1])).size).toBe(sheetCount);
    for (const [name, xml] of published) {
      if (!name.startsWith('xl/drawings/drawing')) continue;
      const ids = [...xml.matchAll(/cNvPr id="(\d+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('has no pictures, comments, macros, external links or formulas', () => {
    const names = [...published.keys()].join('\n');
    expect(names).not.toMatch(/media|comments|vbaProject|externalLink|embeddings|vmlDrawing/);
    for (const n of sheets) expect(sheetXml(n)).not.toMatch(/<f[ >]/);
    for (const [name, xml] of published) if (name.endsWith('.rels')) expect(xml).not.toContain('TargetMode');
  });
});

describe('properties and styles', () => {
  it('says who, what, which language and which marking', () => {
    const core = part('docProps/core.xml');
    expect(core).toContain('<dc:creator>Exampleshire Council</dc:creator>');
    expect(core).toContain('<cp:lastModifiedBy>Exampleshire Council</cp:lastModifiedBy>');
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    expect(core).toContain('2025-06-02T09:30:00Z');
    expect(part('docProps/custom.xml')).toContain('name="Marking"><vt:lpwstr>OFFICIAL</vt:lpwstr>');
  });

  it('is Arial 12 by default, with Excel’s own Heading 1 and Heading 2', () => {
    const styles = part('xl/styles.xml');
    const fonts = [...styles.matchAll(/<font>.*?<\/font>/gs)].map((match) => match[0]);
    expect(fonts[0]).toContain('<sz val="12"/><name val="Arial"/>');
    for (const font of fonts) {
      expect(font).toContain('Arial');
      expect(Number(/sz val="(\d+)"/.exec(font)?.[1])).toBeGreaterThanOrEqual(12);
    }
    expect(styles).toContain('<cellStyle name="Heading 1" xfId="1" builtinId="16"/>');
    expect(styles).toContain('<cellStyle name="Heading 2" xfId="2" builtinId="17"/>');
    const xfs = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(
      (m) => m[0],
    );
    for (const n of sheets) {
      const style = Number(/<c r="A1" s="(\d+)"/.exec(sheetXml(n))?.[1]);
      expect(xfs[style]).toContain('xfId="1"');
    }
  });

  it('draws lines only for a committee, and fills nothing', () => {
    expect(part('xl/styles.xml')).toContain('<borders count="1">');
    expect(part('xl/styles.xml', committee)).not.toContain('<borders count="1">');
    expect(part('xl/styles.xml')).toContain('<fills count="2">');
  });
});

describe('a sheet', () => {
  it('starts with its title, the truth about what it holds, and a link back to Contents', () => {
    withContents(demoModel()).sheets.forEach((sheet, i) => {
      const cells = cellsOf(published, i + 1);
      expect(cells.get('A1')).toBe(sheet.title);
      const drawing = part(`xl/drawings/drawing${i + 1}.xml`);
      const charts = [...drawing.matchAll(/<xdr:graphicFrame /g)].length;
      const words = ['no charts', 'one chart', 'two charts'][charts];
      expect(cells.get('A2')).toBe(`This sheet has one table and ${words}.`);
      if (sheet.kind === 'contents') expect(cells.get('A3')).not.toBe('Go to Contents');
      else {
        expect(cells.get('A3')).toBe('Go to Contents');
        expect(sheetXml(i + 1)).toContain(`<hyperlink ref="A3" location="'Contents'!A1"`);
      }
    });
  });

  it('explains exactly the shorthand it uses, before the source', () => {
    const cells = cellsOf(published, 4);
    const lines = ['A4', 'A5', 'A6'].map((address) => cells.get(address));
    expect(lines[1]).toBe('Shorthand used in this table: [c] means hidden to protect confidentiality.');
    expect(lines[2]).toMatch(/^Source/);
    expect([...cellsOf(published, 1).values()].join(' ')).not.toContain('Shorthand');
  });

  it('has one marked table from column A, without filter or totals, and prints A4 landscape with repeated headers', () => {
    const book = part('xl/workbook.xml');
    for (const n of sheets) {
      const table = part(`xl/tables/table${n}.xml`);
      const [, row] = /ref="A(\d+):[A-Z]+\d+"/.exec(table) ?? [];
      expect(table).toContain('headerRowCount="1" totalsRowShown="0"');
      expect(table).not.toContain('autoFilter');
      expect(book).toMatch(new RegExp(`Print_Titles" localSheetId="${n - 1}">'[^<]+'!\\$${row}:\\$${row}<`));
      expect(book).toMatch(
        new RegExp(
          `Print_Area" localSheetId="${n - 1}">'[^<]+'!\\$A\\$1:\\$[A-Z]+\\$\\d+(,'[^<]+'!\\$[A-Z]+\\$\\d+:\\$[A-Z]+\\$\\d+)*<`,
        ),
      );
      expect(sheetXml(n)).toMatch(
        /<pageSetup paperSize="9" orientation="landscape"[^>]* fitToWidth="1" fitToHeight="0"/,
      );
      expect(sheetXml(n)).not.toMatch(/mergeCell|state="frozen"|hidden="/);
      expect(sheetXml(n)).toContain('activeCell="A1"');
    }
    expect(book).toContain('activeTab="0"');
    const selected = sheets.filter((n) => sheetXml(n).includes('tabSelected="1"'));
    expect(selected).toEqual([1]);
  });

  it('writes the width of every column, 9 characters too', async () => {
    const model = demoModel();
    const sheets9 = model.sheets.map((sheet) =>
      sheet.kind === 'notes'
        ? {
            ...sheet,
            table: { ...sheet.table, columns: sheet.table.columns.map((c) => ({ ...c, width: 9 })) },
          }
        : sheet,
    );
    const parts = openPackage(await writeWorkbook({ ...model, sheets: sheets9 }));
    expect(part('xl/worksheets/sheet8.xml', parts)).toMatch(/<col min="1" max="2" width="9/);
  });

  it('has a page footer for a committee only', () => {
    for (const n of sheets) {
      expect(sheetXml(n)).not.toContain('headerFooter');
      const footer = part(`xl/worksheets/sheet${n}.xml`, committee);
      expect(footer).toContain('<oddFooter>&amp;LSTD-2025-06&amp;RPage &amp;P of &amp;N</oddFooter>');
    }
  });

  it('says what was not loaded, in one row of [x], with no chart', () => {
    const cells = cellsOf(published, 7);
    expect(cells.get('A4')).toBe('No incident log has been loaded. An incident import would supply it.');
    expect([...cells.values()].slice(-3)).toEqual(['[x]', '[x]', '[x]']);
    expect(published.has('xl/drawings/drawing7.xml')).toBe(false);
  });

  it('puts days on whole serial numbers, summer time or not', () => {
    const cells = cellsOf(published, 4);
    expect(['E8', 'E11', 'E13'].map((address) => cells.get(address))).toEqual([43_647, 44_647, 45_657]);
  });
});
