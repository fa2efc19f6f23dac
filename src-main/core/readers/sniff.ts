// Says what a file is by its first bytes, never by its name, and refuses what Candour does not read.
import { open } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';

const saveAsXlsx = 'open it in Excel and save it as .xlsx, or as CSV.';

const signatures: readonly [magic: string, format: string, hint: string][] = [
  ['%PDF', 'a PDF document', 'Ask for the table behind it as .xlsx or CSV.'],
  ['\x1f\x8b', 'a gzip archive', 'Unpack it and import the file inside.'],
  ['7z\xbc\xaf', 'a 7-Zip archive', 'Unpack it and import the file inside.'],
  ['Rar!', 'a RAR archive', 'Unpack it and import the file inside.'],
  ['$FL2', 'an SPSS file (.sav)', 'Save it in SPSS as CSV or .xlsx, with labels.'],
  ['$FL3', 'a compressed SPSS file (.zsav)', 'Save it in SPSS as CSV or .xlsx, with labels.'],
  ['PAR1', 'a Parquet file', 'Save the table in it as CSV.'],
  ['SQLite format 3', 'a database file', 'Save the table in it as CSV.'],
  ['{\\rtf', 'a rich-text document', 'Save the table in it as .xlsx or CSV.'],
];

/**
 * `zip` (a workbook, perhaps) or `text`. Throws AppError `file-unknown`, `file-empty`,
 * `file-protected` or `file-format-refused` with the file's name, what it is and what to do.
 */
export async function sniff(path: string, name: string): Promise<'zip' | 'text'> {
  const head = await readHead(path, name);
  if (head.length === 0) throw new AppError('file-empty', { name });
  const start = head.toString('latin1');
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw await refuseCompoundFile(path, name);
  const known = signatures.find(([magic]) => start.startsWith(magic));
  if (known) throw new AppError('file-format-refused', { name, format: known[1], hint: known[2] });
  if (/^(\xef\xbb\xbf)?\s*(<!doctype html|<html|<table|<head|<meta|mime-version:)/i.test(start)) {
    const hint = `Some tools give a web page the name .xls: ${saveAsXlsx}`;
    throw new AppError('file-format-refused', { name, format: 'a web page (HTML)', hint });
  }
  if (/^(\xef\xbb\xbf)?\s*<\?xml/i.test(start)) {
    const hint = `If it is a spreadsheet, ${saveAsXlsx}`;
    throw new AppError('file-format-refused', { name, format: 'an XML document', hint });
  }
  if (/^(\xef\xbb\xbf)?\s*(\[\s*[{"\]]|\{\s*")/.test(start)) {
    const hint = 'Ask the program that wrote it for CSV or .xlsx.';
    throw new AppError('file-format-refused', { name, format: 'a JSON document', hint });
  }
  return 'text';
}

async function readHead(path: string, name: string): Promise<Buffer> {
  try {
    return await readStart(path, 4096);
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new AppError('file-unknown', { name }, { cause: error });
  }
}

async function readStart(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(bytes);
    const { bytesRead } = await file.read(buffer, 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Old Office files and encrypted new ones share a container; its directory names tell them apart. */
async function refuseCompoundFile(path: string, name: string): Promise<AppError> {
  const bytes = await readStart(path, 64 * 1024 * 1024);
  const holds = (entry: string): boolean => bytes.includes(Buffer.from(entry, 'utf16le'));
  if (holds('EncryptedPackage')) return new AppError('file-protected', { name });
  if (holds('Workbook') || holds('Book')) {
    const hint = `.xls is the old Excel format: ${saveAsXlsx}`;
    return new AppError('file-format-refused', { name, format: 'an old Excel workbook (.xls)', hint });
  }
  const hint = 'If it holds a table, save the table as .xlsx or CSV.';
  return new AppError('file-format-refused', { name, format: 'an old Office document', hint });
}
