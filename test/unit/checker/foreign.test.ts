// Workbooks of other makers get a report: Excel's, LibreOffice's, Google's, openpyxl's, hucre's, and odd ones.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { checkWorkbook } from '#core/checker/index.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { AppError } from '#shared/errors.ts';
import type { CheckReport } from '#shared/schemas/check.ts';
import { Parts } from './parts.ts';
import { soundModel, soundName } from './sound-model.ts';

const project = resolve(import.meta.dirname, '../../..');
const fixtures = join(project, 'test/fixtures/readers');
const real = resolve(project, '../shared/data/real');

const check = (bytes: Uint8Array, fileName = soundName): CheckReport =>
  checkWorkbook(bytes, { fileName, sha256: '', profile: 'published' });
const rulesOf = ({ findings }: CheckReport): Set<string> => new Set(findings.map(({ rule }) => rule));
const fixture = (name: string): CheckReport =>
  check(new Uint8Array(readFileSync(join(fixtures, name))), name);

function workbooks(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return workbooks(path);
    return entry.name.endsWith('.xlsx') ? [path] : [];
  });
}

describe('workbooks of the fixtures', () => {
  it('counts days from 1904, and that is told', () => expect(rulesOf(fixture('1904.xlsx'))).toContain('X06'));

  it('has broken XML, and that is told with the part', () => {
    const found = fixture('invalid-xml.xlsx').findings.find(({ rule }) => rule === 'X08');
    expect(found?.part).toBe('xl/worksheets/sheet1.xml');
  });

  it('comes from Google Sheets: no properties, a small font, no table style', () => {
    const found = rulesOf(fixture('google-sheets.xlsx'));
    for (const rule of ['S01', 'S05', 'F01', 'F02', 'D01']) expect(found, rule).toContain(rule);
    for (const rule of ['X08', 'X04', 'X05', 'P01', 'P02', 'P03', 'P05'])
      expect(found, rule).not.toContain(rule);
  });

  it('has parts missing, and is refused', () => expect(() => fixture('missing-bits.xlsx')).toThrow(AppError));

  it('has pale text, and that is told', () =>
    expect(rulesOf(fixture('test-row-styles.xlsx'))).toContain('F08'));
});

describe('real workbooks', () => {
  it.skipIf(!existsSync(real))(
    'all get a report within seconds (skipped where the real data are not there)',
    () => {
      const paths = workbooks(real);
      expect(paths.length).toBeGreaterThan(20);
      for (const path of paths) {
        try {
          const report = check(new Uint8Array(readFileSync(path)), path);
          expect(report.rules).toHaveLength(75);
          expect(report.counts.errors, path).toBeGreaterThan(0);
        } catch (cause) {
          expect(cause, path).toBeInstanceOf(AppError);
        }
      }
    },
    60_000,
  );
});

describe('a workbook written by hucre', () => {
  it('is read: its cells, its type errors, its formulas', async () => {
    const rows = [
      ['Ward', 'Cases'],
      ['North', 12],
      ['South', 'about nine'],
    ];
    const bytes = new Uint8Array(await writeXlsx({ sheets: [{ name: 'Cases by ward', rows }] }));
    const report = check(bytes);
    expect(report.sheets).toEqual([{ name: 'Cases by ward', kind: 'data' }]);
    const found = rulesOf(report);
    for (const rule of ['S01', 'S03', 'T01', 'D01']) expect(found, rule).toContain(rule);
    expect(found).not.toContain('X08');
  });
});

const python = ['/usr/bin/python3', 'python3'].find((one) => {
  try {
    execFileSync(one, ['-c', 'import openpyxl'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

const script = `
import sys, openpyxl
from openpyxl.worksheet.table import Table
book = openpyxl.Workbook()
sheet = book.active
sheet.title = 'Cases'
for row in [['Cases by team'], ['One table.'], ['Team', 'Cases', 'Open'], ['A', 12, '=B4-3'], ['B', 9, 4], ['C', None, 5]]:
    sheet.append(row)
sheet.add_table(Table(displayName='Table1', ref='A3:C6'))
sheet.merge_cells('A1:C1')
sheet['A4'].comment = openpyxl.comments.Comment('who?', 'me')
book.save(sys.argv[1])
`;

describe('a workbook written by openpyxl', () => {
  it.skipIf(python === undefined)('is read (skipped where openpyxl is not there)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'candour-checker-'));
    try {
      const path = join(folder, 'book.xlsx');
      execFileSync(python ?? '', ['-c', script, path]);
      const report = check(new Uint8Array(readFileSync(path)));
      const told = report.findings.map(({ rule, cell, part }) => `${rule} ${cell ?? part ?? ''}`);
      for (const wanted of ['T06 A1:C1', 'X01 C4', 'T03 Table1', 'T08 B6']) expect(told).toContain(wanted);
      const found = rulesOf(report);
      for (const rule of ['F12', 'F01', 'F02', 'D01', 'S01']) expect(found, rule).toContain(rule);
      for (const rule of ['X08', 'T02', 'T04', 'T11', 'P03']) expect(found, rule).not.toContain(rule);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a sound pack in other spellings', () => {
  const rewritten = async (change: (name: string, text: string) => string): Promise<CheckReport> => {
    const parts = new Parts(await writeWorkbook(soundModel('published')));
    for (const [name, text] of [...parts.files]) parts.add(name, change(name, text));
    return check(parts.pack());
  };

  it('is as sound with a prefix on every element of its sheets', async () => {
    const report = await rewritten((name, text) => {
      if (!/worksheets\/sheet|tables\/|sharedStrings|styles|workbook\.xml$/.test(name)) return text;
      return text
        .replace(/<(\/?)([a-zA-Z]\w*)(?=[ />])/g, '<$1x:$2')
        .replace(
          / xmlns="http:\/\/schemas.openxmlformats.org\/spreadsheetml/,
          ' xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
        );
    });
    expect(report.findings).toEqual([]);
  });

  it('is as sound with the strict kinds of relationships, and targets from the root', async () => {
    const report = await rewritten((name, text) =>
      name.endsWith('.rels')
        ? text
            .replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
              'http://purl.oclc.org/ooxml/officeDocument/relationships',
            )
            .replaceAll('Target="../', 'Target="/xl/')
        : text,
    );
    expect(report.findings).toEqual([]);
  });

  it('is as sound with its texts in the cells and in runs', async () => {
    const parts = new Parts(await writeWorkbook(soundModel('published')));
    const shared = [...parts.get('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(
      (found) => found[1] ?? '',
    );
    for (const [name, text] of [...parts.files]) {
      if (!name.includes('worksheets/sheet')) continue;
      parts.add(
        name,
        text.replace(
          / t="s"><v>(\d+)<\/v>/g,
          (_, at) => ` t="inlineStr"><is><r>${shared[Number(at)]}</r></is>`,
        ),
      );
    }
    expect(check(parts.pack()).findings).toEqual([]);
  });
});
