// One workbook written in a process of its own, or what another writer needs to write the same:
// node test/config/run-typescript.mjs test/bench/pack-once.ts SHEETS ROWS ours OUT.xlsx | plan OUT.json
import { writeFileSync } from 'node:fs';
import { withContents } from '../../src-main/core/packs/contents.ts';
import { planSheet } from '../../src-main/core/packs/layout.ts';
import { type Cell, isDate, isLink, isShorthand } from '../../src-main/core/packs/model.ts';
import { serialOf } from '../../src-main/core/packs/serial.ts';
import { writeWorkbook } from '../../src-main/core/packs/write-workbook.ts';
import { benchModel } from './pack-model.ts';

const [sheets = '20', rows = '5000', what, path = ''] = process.argv.slice(2);
const model = benchModel(Number(sheets), Number(rows));

const stored = (cell: Cell): string | number | null => {
  if (isShorthand(cell)) return `[${cell.symbol}]`;
  if (isDate(cell)) return serialOf(cell.date);
  return isLink(cell) ? cell.text : cell;
};

/** Every line, cell, width, height, format and chart, worked out beforehand. */
const plan = (): unknown =>
  withContents(model).sheets.map((sheet, i) => {
    const { lines, headerRow, formats, widths, heights, gutter, charts } = planSheet(
      sheet,
      i + 1,
      'Contents',
    );
    const { name, table } = sheet;
    return {
      name,
      table: table.name,
      columns: table.columns.map(({ header, type }) => ({ header, type })),
      rows: table.rows.map((row) => row.map(stored)),
      lines: lines.map(({ text }) => text),
      headerRow,
      formats,
      widths,
      heights,
      gutter,
      charts: charts.map(({ chart }) => chart),
    };
  });

if (what === 'plan') writeFileSync(path, JSON.stringify(plan()));
else {
  const before = process.cpuUsage();
  const started = performance.now();
  const bytes = await writeWorkbook(model);
  const elapsedMs = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  writeFileSync(path, bytes);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ elapsedMs, cpuMs: (user + system) / 1000, peakMb, bytes: bytes.length }));
}
