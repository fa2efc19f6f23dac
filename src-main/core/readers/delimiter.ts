// Decides which character parts the cells, by the consistency of what each candidate gives.
// The rule: the file's own words win (`sep=;`), then regular width, then the earliest regular record.
import { textsOf } from './cell-batch.ts';
import { CsvScanner, UnclosedQuote } from './csv-scanner.ts';

const candidates = [',', ';', '\t', '|'] as const;
const recordsLookedAt = 200;

interface Reading {
  readonly delimiter: string;
  readonly width: number;
  /** Share of the filled records that have the commonest width. */
  readonly share: number;
  /** Index of the first record of that width. */
  readonly first: number;
}

/**
 * The delimiter of a sample of text: `,` `;` tab or `|`; `,` for a single column.
 * `whole` says that the sample is the whole file, so that its last record counts too.
 */
export function findDelimiter(sample: string, lineEnd: '\n' | '\r', whole: boolean): string {
  const declared = /^sep=([,;|\t])\r?(?:\n|$)/i.exec(sample)?.[1];
  if (declared !== undefined) return declared;
  const readings = candidates
    .map((delimiter) => readWith(sample, delimiter, lineEnd, whole))
    .filter((reading) => reading.width > 1);
  const best = Math.max(0, ...readings.map((reading) => reading.share));
  readings.sort((a, b) => a.first - b.first || b.share - a.share || b.width - a.width);
  return readings.find((reading) => reading.share >= best - 0.1)?.delimiter ?? ',';
}

function readWith(sample: string, delimiter: string, lineEnd: '\n' | '\r', whole: boolean): Reading {
  const rows = scanSample(sample, delimiter, lineEnd, whole).slice(0, recordsLookedAt);
  const counts = new Map<number, number>();
  let filled = 0;
  for (const row of rows) {
    if (row.length === 1 && row[0]?.trim() === '') continue;
    filled++;
    if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  }
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const first = rows.findIndex((row) => row.length === width);
  return { delimiter, width, share: filled === 0 ? 0 : count / filled, first };
}

function scanSample(sample: string, delimiter: string, lineEnd: '\n' | '\r', whole: boolean): string[][] {
  const scanner = new CsvScanner(delimiter, lineEnd);
  try {
    const rows = textsOf(scanner.push(Buffer.from(sample)));
    return whole || rows.length === 0 ? rows.concat(textsOf(scanner.end())) : rows;
  } catch (error) {
    if (error instanceof UnclosedQuote) return [];
    throw error;
  }
}
