// Reads a delimited text file as a stream: decode, find the delimiter, cut into records.
// The rule: memory does not grow with the file.
import { open, stat } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import type { CellBatch } from './cell-batch.ts';
import { CsvScanner, UnclosedQuote } from './csv-scanner.ts';
import { findDelimiter } from './delimiter.ts';
import { findEncoding } from './encoding.ts';
import type { ReaderNote, ReadRequest, SourceTable } from './source-table.ts';
import { filledRows } from './trailing-rows.ts';

const chunkBytes = 256 * 1024;
const byteOrderMark = [0xef, 0xbb, 0xbf];
const sampleBytes = 256 * 1024;

/** Opens a CSV or TSV file. Throws AppError `file-not-text`; `batches()` throws `file-damaged`. */
export async function openCsv(request: ReadRequest): Promise<SourceTable> {
  const { path } = request;
  const encoding = await findEncoding(request);
  const { size } = await stat(path);
  const sample = await readSample(path, encoding.label);
  const lineEnd = sample.includes('\r') && !sample.includes('\n') ? '\r' : '\n';
  const delimiter = findDelimiter(sample, lineEnd, size <= sampleBytes);
  const notes: ReaderNote[] = [...encoding.notes];
  if (lineEnd === '\r') {
    notes.push({
      code: 'cr-line-ends',
      text: 'Lines end in a carriage return, as old Mac programs wrote them.',
    });
  }
  const cells = () => readCells(request, encoding.label, new CsvScanner(delimiter, lineEnd), size);
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding: encoding.name,
    delimiter,
    sheet: null,
    sheets: [],
    notes,
    batches: () => filledRows(cells()),
    cells,
  };
}

async function readSample(path: string, label: string): Promise<string> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(sampleBytes);
    const { bytesRead } = await file.read(buffer, 0, sampleBytes, 0);
    return new TextDecoder(label).decode(buffer.subarray(0, bytesRead), { stream: true });
  } finally {
    await file.close();
  }
}

/** The file's bytes as UTF-8, a chunk at a time; each is valid until the next. */
async function* utf8Chunks(
  { path, signal }: ReadRequest,
  label: string,
): AsyncGenerator<{ bytes: Uint8Array; bytesRead: number }> {
  const file = await open(path);
  try {
    // Decoded with `stream` throughout: Node 20 decodes Windows-1252 wrongly in one go.
    const decoder = label === 'utf-8' ? null : new TextDecoder(label);
    // The next chunk is read while the last one is worked on.
    const buffers = [Buffer.alloc(chunkBytes), Buffer.alloc(chunkBytes)] as const;
    let place = 0;
    const readOn = (turn: number) => file.read(buffers[turn % 2 === 0 ? 0 : 1], 0, chunkBytes, place);
    let coming = readOn(0);
    for (let turn = 1; ; turn++) {
      signal?.throwIfAborted();
      const { bytesRead: got, buffer } = await coming;
      const start = place === 0 && byteOrderMark.every((byte, at) => buffer[at] === byte) ? 3 : 0;
      const chunk = buffer.subarray(Math.min(start, got), got);
      place += got;
      if (got > 0) coming = readOn(turn);
      // Refused reading is met in the next round, if there is one.
      coming.catch(() => undefined);
      yield {
        bytes: decoder ? Buffer.from(decoder.decode(chunk, { stream: got > 0 })) : chunk,
        bytesRead: place,
      };
      if (got === 0) return;
    }
  } finally {
    await file.close();
  }
}

async function* readCells(
  request: ReadRequest,
  label: string,
  scanner: CsvScanner,
  bytesTotal: number,
): AsyncGenerator<CellBatch> {
  try {
    for await (const { bytes, bytesRead } of utf8Chunks(request, label)) {
      const cells = scanner.push(bytes);
      if (cells.rows > 0) yield { ...cells, bytesRead, bytesTotal };
    }
    const last = scanner.end();
    if (last.rows > 0) yield { ...last, bytesRead: bytesTotal, bytesTotal };
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    throw new AppError('file-damaged', { name: request.name, reason: error.message }, { cause: error });
  }
}
