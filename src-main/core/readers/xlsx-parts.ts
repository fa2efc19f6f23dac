// Looks into a workbook's zip before it is read: what it is, how large it grows, which sheets it has.
// The rule: nothing is inflated whose declared size has not been checked, and the archive holds every
// part to its declared size and checksum.
import { AppError } from '#shared/errors.ts';
import { elements, isWellFormed } from './xml.ts';
import { ZipArchive, ZipDamage, type ZipEntry } from './zip-archive.ts';

const mebibyte = 1024 * 1024;
/** Above this in all, or above these for a part other than a sheet, a workbook is refused. */
const mostInflated = 1024 * mebibyte;
const mostInMemory = 128 * mebibyte;
/** Honest sheets shrink 10 to 30 times; something that shrinks more than this is a trap. */
const mostShrunk = 150;

/** A worksheet as the workbook lists it. */
export interface WorksheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** A workbook whose parts have been found. `texts` and `styles` are empty where it has none. */
export interface WorkbookParts {
  readonly archive: ZipArchive;
  readonly worksheets: readonly WorksheetPart[];
  /** Serial day numbers count from 1904, as old Mac workbooks do. */
  readonly epoch1904: boolean;
  readonly sharedStrings: string;
  readonly styles: string;
}

/** Runs what reads an archive. Throws AppError `file-damaged` where the archive is not whole. */
export function undamaged<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ZipDamage)) throw error;
    throw new AppError('file-damaged', { name, reason: error.message }, { cause: error });
  }
}

/**
 * The parts of a workbook, its worksheets in order. Throws AppError `file-format-refused`,
 * `file-protected`, `file-too-large` or `file-damaged`.
 */
export function openWorkbook(bytes: Uint8Array, name: string): WorkbookParts {
  return undamaged(name, () => {
    const archive = new ZipArchive(bytes);
    if (archive.entries.some(({ encrypted }) => encrypted)) throw new AppError('file-protected', { name });
    refuseOtherArchives(archive, name);
    checkSizes(archive.entries, bytes.length, name);
    return findParts(archive);
  });
}

function findParts(archive: ZipArchive): WorkbookParts {
  const missing = new ZipDamage('parts of the workbook are missing');
  const main = relationships(archive, '_rels/.rels', '').find(({ type }) => type === 'officeDocument');
  if (!main || !archive.find(main.target) || !archive.find('[Content_Types].xml')) throw missing;
  const folder = main.target.slice(0, main.target.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${main.target.slice(folder.length)}.rels`;
  const related = relationships(archive, path, folder);
  const workbook = textOf(archive, main.target);
  const worksheets = elements(workbook, 'sheet').flatMap((sheet): WorksheetPart[] => {
    const part = related.find(({ id, type }) => type === 'worksheet' && id === sheet.id);
    const entry = part && archive.find(part.target);
    if (entry === undefined) return [];
    const hidden = sheet.state === 'hidden' || sheet.state === 'veryHidden';
    return [{ name: sheet.name ?? '', hidden, entry }];
  });
  if (worksheets.length === 0) throw missing;
  const other = (kind: string): string => {
    const part = related.find(({ type }) => type === kind);
    return part && archive.find(part.target) ? textOf(archive, part.target) : '';
  };
  return {
    archive,
    worksheets,
    epoch1904: elements(workbook, 'workbookPr').some(({ date1904 }) => /^(1|true)$/.test(date1904 ?? '')),
    sharedStrings: other('sharedStrings'),
    styles: other('styles'),
  };
}

function refuseOtherArchives(archive: ZipArchive, name: string): void {
  const has = (part: string): boolean => archive.find(part) !== undefined;
  const refuse = (format: string, hint: string): never => {
    throw new AppError('file-format-refused', { name, format, hint });
  };
  const save = 'Open it and save it as .xlsx, or as CSV.';
  if (has('xl/workbook.bin')) refuse('a binary Excel workbook (.xlsb)', save);
  if (archive.entries.some((entry) => entry.name.startsWith('xl/'))) return;
  const label = archive.find('mimetype');
  const mimetype = label && label.size < 1000 ? archive.read(label).toString('latin1') : '';
  if (mimetype.includes('opendocument.spreadsheet')) refuse('an OpenDocument spreadsheet (.ods)', save);
  if (mimetype.includes('opendocument'))
    refuse('an OpenDocument document', 'Save the table in it as .xlsx or CSV.');
  if (has('word/document.xml')) refuse('a Word document', 'Copy the table in it to a workbook.');
  if (has('ppt/presentation.xml')) refuse('a presentation', 'Copy the table in it to a workbook.');
  if (has('Index/Document.iwa') || has('Index.zip'))
    refuse('an Apple Numbers document', 'Export it from Numbers as Excel (.xlsx) or CSV.');
  if (has('[Content_Types].xml') || has('_rels/.rels')) return;
  refuse('a zip archive', 'Unpack it and import the .xlsx or CSV file inside.');
}

function checkSizes(entries: readonly ZipEntry[], fileBytes: number, name: string): void {
  const tooLarge = (reason: string): never => {
    throw new AppError('file-too-large', { name, reason });
  };
  let total = 0;
  for (const entry of entries) {
    total += entry.size;
    if (entry.size === 0 && entry.packedSize > 64) tooLarge('a part hides its size');
    const isSheet = /(^|\/)worksheets\//.test(entry.name);
    if (!isSheet && /\.(xml|rels)$/.test(entry.name) && entry.size > mostInMemory) {
      tooLarge('its texts unpack to more than 128 MB');
    }
  }
  if (total > mostInflated) tooLarge('it unpacks to more than 1 GB');
  if (total > 32 * mebibyte && total > mostShrunk * fileBytes) {
    tooLarge(`it unpacks to ${Math.round(total / fileBytes)} times its size`);
  }
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relationships(archive: ZipArchive, path: string, folder: string): Relationship[] {
  if (!archive.find(path)) return [];
  return elements(textOf(archive, path), 'Relationship').map((element) => ({
    id: element.Id ?? '',
    type: (element.Type ?? '').replace(/^.*\//, ''),
    target: resolve(folder, element.Target ?? ''),
  }));
}

function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The text of a part that must be there. Throws ZipDamage where its XML is broken. */
function textOf(archive: ZipArchive, part: string): string {
  const entry = archive.find(part);
  if (!entry) throw new ZipDamage('parts of the workbook are missing');
  const xml = archive.read(entry).toString('utf8');
  // The texts of a large workbook are checked as they are read instead.
  if (entry.size <= 4 * mebibyte && !isWellFormed(xml))
    throw new ZipDamage(`its part “${part}” is not well-formed XML`);
  return xml;
}
