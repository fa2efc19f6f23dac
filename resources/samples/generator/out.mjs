// Writing files byte for byte the same every time: delimited text streamed to disk, workbooks re-zipped with a fixed date.

import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';

const CP1252 = new Map([['‘', 0x91], ['’', 0x92], ['“', 0x93], ['”', 0x94], ['–', 0x96], ['…', 0x85], ['€', 0x80]]);

function toCp1252(/** @type {string} */ text) {
  return Buffer.from(Array.from(text, (ch) => {
    const byte = CP1252.get(ch) ?? ch.charCodeAt(0);
    if (byte > 255) throw new Error(`No Windows-1252 byte for ${ch}`);
    return byte;
  }));
}

/** @typedef {{ delimiter?: string, eol?: string, encoding?: 'utf8' | 'utf8-bom' | 'cp1252' | 'utf16le', quoteAll?: boolean }} TextStyle */

/**
 * A delimited text file, written in chunks.
 * @param {string} path
 * @param {TextStyle} [style]
 */
export function textFile(path, { delimiter = ',', eol = '\r\n', encoding = 'utf8', quoteAll = false } = {}) {
  const file = openSync(path, 'w');
  let chunk = encoding === 'utf8-bom' || encoding === 'utf16le' ? '\ufeff' : '';
  const flush = () => {
    writeSync(file, encoding === 'cp1252' ? toCp1252(chunk) : Buffer.from(chunk, encoding === 'utf16le' ? 'utf16le' : 'utf8'));
    chunk = '';
  };
  const field = (/** @type {unknown} */ value) => {
    const text = String(value ?? '');
    const quoted = quoteAll || text.includes('"') || text.includes(delimiter) || text.includes('\n');
    return quoted ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return {
    /** @param {readonly unknown[][]} rows */
    append(rows) {
      for (const row of rows) {
        chunk += row.map(field).join(delimiter) + eol;
        if (chunk.length > 1 << 16) flush();
      }
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

/** @param {string} path @param {readonly unknown[][]} rows @param {TextStyle} [style] */
export function writeText(path, rows, style) {
  const file = textFile(path, style);
  file.append(rows);
  file.close();
}

/**
 * A workbook of one sheet.
 * @param {string} path
 * @param {{ sheet: string, rows: readonly unknown[][], dateFormat?: string, widths?: number[], table?: string, boldRows?: number }} book
 *   Dates are UTC instants; `table` names an Excel table over all rows, the first being its header.
 */
export async function writeWorkbook(path, { sheet, rows, dateFormat = 'dd/mm/yyyy', widths, table, boldRows = 0 }) {
  const book = new ExcelJS.Workbook();
  book.creator = 'Aldermere sample';
  book.lastModifiedBy = 'Aldermere sample';
  book.created = new Date(Date.UTC(2025, 3, 30));
  book.modified = new Date(Date.UTC(2025, 3, 30));
  const page = book.addWorksheet(sheet);
  const [head, ...body] = rows.map((row) => row.map((value) => (value === '' ? null : value)));
  if (table !== undefined) {
    page.addTable({ name: table, ref: 'A1', headerRow: true, columns: head.map((name) => ({ name: String(name) })), rows: /** @type {any[][]} */ (body) });
  } else {
    for (const row of [head, ...body]) page.addRow(row);
  }
  for (let i = 1; i <= boldRows; i++) page.getRow(i).font = { bold: true };
  widths?.forEach((width, i) => {
    page.getColumn(i + 1).width = width;
  });
  page.eachRow((row) => row.eachCell((cell) => {
    if (cell.value instanceof Date) cell.numFmt = dateFormat;
  }));
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  const fixed = Object.fromEntries(Object.keys(parts).sort().map((name) => [name, /** @type {const} */ ([parts[name], { mtime: new Date(2025, 3, 30), level: 9 }])]));
  writeFileSync(path, zipSync(/** @type {any} */ (fixed)));
}
