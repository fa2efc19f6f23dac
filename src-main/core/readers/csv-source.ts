// Reads a delimited text file as a stream: decode, find the delimiter, cut into records.
// The rule: memory does not grow with the file.
import { open, stat } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import { CsvScanner, UnclosedQuote } from './csv-scanner.ts';
import { findDelimiter } from './delimiter.ts';
import { findEncoding } from './encoding.ts';
import type { ReaderNote, ReadRequest, RowBatch, SourceTable } from './source-table.ts';
import { TrailingRows } from './trailing-rows.ts';

const chunkBytes = 128 * 1024;
const sampleBytes = 256 * 1024;

/** Opens a CSV or TSV file. Throws AppError `file-not-text`; `batches()` throws `file-damaged`. */
export async function openCsv(request: ReadRequest): Promise<SourceTable> {
  const { path, name, signal } = request;
  const encoding = await findEncoding(path, name, signal);
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
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding: encoding.name,
    delimiter,
    sheet: null,
    sheets: [],
    notes,
    batches: () => readBatches(request, encoding.label, new CsvScanner(delimiter, lineEnd), size),
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

async function* readBatches(
  request: ReadRequest,
  label: string,
  scanner: CsvScanner,
  bytesTotal: number,
): AsyncGenerator<RowBatch> {
  const file = await open(request.path);
  try {
    // Decoded with `stream` throughout: Node 20 decodes Windows-1252 wrongly in one go.
    const decoder = new TextDecoder(label);
    const trailing = new TrailingRows();
    const buffer = Buffer.alloc(chunkBytes);
    for (let bytesRead = 0; ; ) {
      request.signal?.throwIfAborted();
      const got = (await file.read(buffer, 0, chunkBytes, bytesRead)).bytesRead;
      bytesRead += got;
      const text = decoder.decode(buffer.subarray(0, got), { stream: got > 0 });
      const rows = got > 0 ? scanner.push(text) : scanner.push(text).concat(scanner.end());
      const batch = trailing.push(rows);
      if (batch.rows.length > 0) yield { ...batch, bytesRead, bytesTotal };
      if (got === 0) return;
    }
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    throw new AppError('file-damaged', { name: request.name, reason: error.message }, { cause: error });
  } finally {
    await file.close();
  }
}
