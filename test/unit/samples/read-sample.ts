// A plain reader of the sample council for its own tests: records of text, read without any of the product's code.
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { z } from 'zod';

const manifestSchema = z.object({
  settings: z.object({ council: z.string(), adoptionDate: z.string() }),
  files: z.array(
    z.object({
      file: z.string(),
      kind: z.string(),
      instrument: z.string().optional(),
      wave: z.string().optional(),
      tool: z.string().optional(),
      invited: z.number().optional(),
      description: z.string(),
      rows: z.number(),
      expectedRejected: z.number(),
      defects: z.array(z.object({ row: z.number(), what: z.string(), rejected: z.boolean().optional() })),
    }),
  ),
});

export type SampleFile = z.infer<typeof manifestSchema>['files'][number];
export const sampleFolder = 'resources/samples/aldermere';
export const manifest = manifestSchema.parse(
  JSON.parse(readFileSync(`${sampleFolder}/manifest.json`, 'utf8')),
);

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plainText = (xml: string): string =>
  [...xml.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)]
    .map((match) => (match[1] ?? '').replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole))
    .join('');

const columnNumber = (reference: string): number =>
  [...reference.replace(/\d+/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The first sheet as records of text; a number stays as the workbook stores it, so a date is a serial day. */
function readWorkbook(bytes: Uint8Array): string[][] {
  const parts = unzipSync(bytes);
  const part = (name: string): string => new TextDecoder().decode(parts[name]);
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map((one) =>
    plainText(one[1] ?? ''),
  );
  return [...part('xl/worksheets/sheet1.xml').matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map((row) => {
    const cells: string[] = [];
    for (const cell of (row[1] ?? '').matchAll(/<c r="([A-Z]+\d+)"([^>]*?)>(?:<v>([\s\S]*?)<\/v>)?<\/c>/g)) {
      const value = cell[3] ?? '';
      cells[columnNumber(cell[1] ?? '')] = cell[2]?.includes('t="s"') ? (shared[Number(value)] ?? '') : value;
    }
    return Array.from(cells, (value) => value ?? '');
  });
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Records above the data: titles and headings. */
export function headingRecords({ file, tool }: SampleFile): number {
  if (file === 'protocol-incident-log.xlsx' || tool === 'qualtrics') return 3;
  return tool === 'surveymonkey' ? 2 : 1;
}

export interface Sample {
  /** The record that names the columns. */
  readonly headings: string[];
  /** Data records that hold anything at all. */
  readonly rows: string[][];
  /** The value of a named column in a row. */
  readonly cell: (row: string[], heading: string) => string;
}

/** Every record of a file, headings included. */
export function readRecords(file: string, folder = sampleFolder): string[][] {
  const bytes = readFileSync(`${folder}/${file}`);
  if (file.endsWith('.xlsx')) return readWorkbook(bytes);
  return Papa.parse<string[]>(decode(bytes), { skipEmptyLines: true }).data;
}

/** A file of the sample by its manifest entry. */
export function readSample(entry: SampleFile): Sample {
  const records = readRecords(entry.file);
  const above = headingRecords(entry);
  const named = entry.tool === 'qualtrics' ? 1 : above - 1;
  const second = entry.tool === 'surveymonkey' ? (records[1] ?? []) : [];
  const generic = new Set(['', 'Response', 'Open-Ended Response']);
  const headings = (records[entry.tool === 'surveymonkey' ? 0 : named] ?? []).map((heading, i) =>
    generic.has(second[i] ?? '') ? heading : (second[i] ?? ''),
  );
  const rows = records.slice(above).filter((row) => row.some((value) => value.trim() !== ''));
  const cell = (row: string[], heading: string): string => {
    const exact = headings.indexOf(heading);
    const index = exact >= 0 ? exact : headings.findIndex((one) => one.includes(heading));
    if (index < 0) throw new Error(`${entry.file} has no column ${heading}`);
    return row[index] ?? '';
  };
  return { headings, rows, cell };
}

/** The manifest entry of a file. */
export function entryOf(file: string): SampleFile {
  const found = manifest.files.find((one) => one.file === file);
  if (!found) throw new Error(`No ${file} in the manifest`);
  return found;
}

/** `DD/MM/YYYY`, or a workbook's serial day, as a day number since 1970; undefined where no such day exists. */
export function dayOf(text: string): number | undefined {
  const clean = text.replaceAll('\u00a0', ' ').trim();
  if (/^\d{5}$/.test(clean)) return Number(clean) - 25569;
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(clean);
  if (!match) return undefined;
  const [d, m, y] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 ? date.getTime() / 86_400_000 : undefined;
}
