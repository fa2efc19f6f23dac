// Owns telling a workbook from everything else: what is locked, old, or no workbook is refused in words.
import { AppError } from '#shared/errors.ts';
import { openPackage, type Package } from './package.ts';
import { ZipBroken } from './zip-broken.ts';

const save = 'Open it in a spreadsheet program and save it as .xlsx.';
const starts = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** Whether an old container holds an encrypted workbook: its directory names the stream in UTF-16. */
function isLocked(bytes: Uint8Array): boolean {
  const wanted = [...'EncryptedPackage'].flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(0x45, 512); at !== -1; at = bytes.indexOf(0x45, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

const others: readonly (readonly [part: string, format: string])[] = [
  ['xl/workbook.bin', 'a binary Excel workbook (.xlsb)'],
  ['word/document.xml', 'a Word document'],
  ['ppt/presentation.xml', 'a presentation'],
  ['Index/Document.iwa', 'an Apple Numbers document'],
  ['content.xml', 'an OpenDocument file (.ods)'],
];

/** The part that is the workbook: by its relationship, else by its usual name. */
export function mainPart(pack: Package): string | null {
  const named = pack.relations('').find(({ type }) => type === 'officeDocument')?.target;
  if (named !== undefined && pack.has(named)) return named;
  return pack.has('xl/workbook.xml') ? 'xl/workbook.xml' : null;
}

/**
 * Opens the package of a workbook.
 * @throws AppError file-empty, file-protected, file-format-refused, file-damaged, file-too-large
 */
export function openWorkbookPackage(bytes: Uint8Array, name: string): { pack: Package; main: string } {
  const refuse = (format: string): never => {
    throw new AppError('file-format-refused', { name, format, hint: save });
  };
  if (bytes.length === 0) throw new AppError('file-empty', { name });
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (isLocked(bytes)) throw new AppError('file-protected', { name });
    refuse('an old Excel workbook (.xls) or another old Office file');
  }
  if (!starts(bytes, 0x50, 0x4b)) refuse('no workbook (.xlsx)');
  const pack = whole(name, () => openPackage(bytes, name));
  for (const [part, format] of others) if (pack.has(part)) refuse(format);
  const main = whole(name, () => mainPart(pack));
  return { pack, main: main ?? refuse('a zip archive without a workbook in it') };
}

/** Runs what reads the zip. @throws AppError file-damaged where the zip itself is broken */
export function whole<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof ZipBroken)) throw cause;
    throw new AppError('file-damaged', { name, reason: cause.message }, { cause });
  }
}
