// The plain baselines, each in a process of its own: node test/bench/plain.mjs read_csv|streamXlsxRows FILE
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [what, path] = process.argv.slice(2);

/** DuckDB's own reading of the file into a table of a database on disk, with the memory that Candour allows it. */
async function readCsv() {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = mkdtempSync(join(tmpdir(), 'candour-plain-'));
  const instance = await DuckDBInstance.create(join(folder, 'plain.duckdb'), {
    memory_limit: '1GB',
    threads: '2',
  });
  const connection = await instance.connect();
  const started = performance.now();
  await connection.run('create table plain as select * from read_csv($file)', { file: path });
  const elapsedMs = performance.now() - started;
  connection.closeSync();
  instance.closeSync();
  rmSync(folder, { recursive: true });
  return elapsedMs;
}

/** The bare workbook reader: every row of the first sheet, and nothing done with it. */
async function streamRows() {
  const { streamXlsxRows } = await import('hucre/xlsx');
  const started = performance.now();
  let cells = 0;
  for await (const row of streamXlsxRows(new Uint8Array(readFileSync(path)))) cells += row.values.length;
  if (cells === 0) throw new Error('no cells read');
  return performance.now() - started;
}

console.log(JSON.stringify({ elapsedMs: await (what === 'read_csv' ? readCsv() : streamRows()) }));
