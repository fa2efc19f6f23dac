// Writing as a whole: the same bytes everywhere, cancelling, and two other programs that open the file.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { withContents } from '#core/packs/contents.ts';
import { planSheet } from '#core/packs/layout.ts';
import { type Cell, isDate, isLink, isShorthand } from '#core/packs/model.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { demoModel } from './demo-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'candour-packs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const succeeds = (command: string, args: string[]): boolean => spawnSync(command, args).status === 0;
const hasOpenpyxl = succeeds('/usr/bin/python3', ['-c', 'import openpyxl']);
const hasOffice = succeeds('soffice', ['--version']) && succeeds('pdftotext', ['-v']);

describe('writing', () => {
  it('gives the same bytes in every time zone, and twice', async () => {
    const zone = process.env.TZ;
    const written: Buffer[] = [];
    for (const place of ['Pacific/Auckland', 'Europe/London', 'America/St_Johns']) {
      process.env.TZ = place;
      written.push(Buffer.from(await writeWorkbook(demoModel())));
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(written[1]?.equals(written[0] ?? Buffer.alloc(0))).toBe(true);
    expect(written[2]?.equals(written[0] ?? Buffer.alloc(0))).toBe(true);
  });

  it('stops when it is cancelled', async () => {
    const reason = new Error('enough');
    await expect(writeWorkbook(demoModel(), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

const script = `
import json, sys, datetime, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
def plain(v): return v.date().isoformat() if isinstance(v, datetime.datetime) else v
print(json.dumps([{
  'name': s.title,
  'tables': [[t.displayName, t.ref, [c.name for c in t.tableColumns]] for t in s.tables.values()],
  'charts': [[type(c).__name__, len(c.series)] for c in s._charts],
  'rows': [[plain(v) for v in row] for row in s.iter_rows(values_only=True)],
} for s in book]))
`;

const readBack = (cell: Cell): unknown => {
  if (isShorthand(cell)) return `[${cell.symbol}]`;
  if (isDate(cell)) return cell.date;
  return isLink(cell) ? cell.text : cell;
};

interface Seen {
  readonly name: string;
  readonly tables: [string, string, string[]][];
  readonly charts: [string, number][];
  readonly rows: unknown[][];
}

const openpyxlTitle = hasOpenpyxl
  ? 'openpyxl sees every sheet, table, chart and cell as the model has them'
  : 'openpyxl: skipped, because python3-openpyxl is not installed';

it.skipIf(!hasOpenpyxl)(openpyxlTitle, async () => {
  const file = join(folder, 'demo.xlsx');
  writeFileSync(file, await writeWorkbook(demoModel()));
  const seen: Seen[] = JSON.parse(
    execFileSync('/usr/bin/python3', ['-c', script, file], { encoding: 'utf8' }),
  );
  const sheets = withContents(demoModel()).sheets;
  expect(seen.map((sheet) => sheet.name)).toEqual(sheets.map((sheet) => sheet.name));
  sheets.forEach((sheet, i) => {
    const plan = planSheet(sheet, i + 1, 'Contents');
    const found = seen[i];
    const headers = sheet.table.columns.map((column) => column.header);
    expect(found?.tables.map(([name, , columns]) => [name, columns])).toEqual([[sheet.table.name, headers]]);
    expect(found?.rows[plan.headerRow - 1]).toEqual(headers);
    expect(found?.rows.slice(plan.headerRow)).toEqual(plan.rows.map((row) => row.map(readBack)));
    const kinds = plan.charts.map(({ chart }) => [
      chart.kind === 'line' || chart.kind === 'xmr' ? 'LineChart' : 'BarChart',
      chart.series.length,
    ]);
    expect(found?.charts).toEqual(kinds);
  });
});

const officeTitle = hasOffice
  ? 'LibreOffice turns it into one page a sheet, with the charts drawn'
  : 'LibreOffice: skipped, because soffice or pdftotext is not installed';

it.skipIf(!hasOffice)(
  officeTitle,
  async () => {
    const file = join(folder, 'office.xlsx');
    writeFileSync(file, await writeWorkbook(demoModel('committee')));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'ignore',
    });
    const pages = execFileSync('pdftotext', ['-layout', join(folder, 'office.pdf'), '-'], {
      encoding: 'utf8',
    })
      .split('\f')
      .filter((page) => page.trim() !== '');
    expect(pages).toHaveLength(9);
    pages.forEach((page, i) => {
      expect(page).toContain(`Page ${i + 1} of 9`);
      expect(page).not.toContain('###');
    });
    expect(pages[4]?.match(/Special cause, improving/g)).toHaveLength(1);
    expect(pages[4]).toContain('Complaints per 100 councillors by quarter');
    expect(pages[5]).toContain('Most people say that relationships');
  },
  120_000,
);
