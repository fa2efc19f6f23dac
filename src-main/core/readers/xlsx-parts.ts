// Looks into a workbook's zip before it is read: what it is, how large it grows, which sheets it has.
// The rule: nothing is inflated whose declared size has not been checked. The row reader then holds
// every part to its declared size, so a part that lies about it fails there.
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { AppError } from '#shared/errors.ts';

const mebibyte = 1024 * 1024;
/** Above this in all, or above these for one part kept in memory, a workbook is refused. */
const mostInflated = 1024 * mebibyte;
const mostInMemory = 128 * mebibyte;
/** Honest sheets shrink 10 to 30 times; something that shrinks more than this is a trap. */
const mostShrunk = 150;

/** A worksheet as the workbook lists it; `bytes` is the inflated size of its XML. */
export interface WorksheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
  readonly bytes: number;
}

/** The worksheets of a workbook, in order. Throws AppError `file-format-refused`, `-too-large`, `-damaged`. */
export function listWorksheets(bytes: Uint8Array, name: string): WorksheetPart[] {
  const entries = listEntries(bytes, name);
  refuseOtherArchives(entries, bytes, name);
  checkSizes(entries, bytes.length, name);
  const damaged = new AppError('file-damaged', { name, reason: 'parts of the workbook are missing' });
  const workbook = relationships(bytes, entries, '_rels/.rels', '').find(
    ({ type }) => type === 'officeDocument',
  );
  if (!workbook || !entries.has(workbook.target) || !entries.has('[Content_Types].xml')) throw damaged;
  const folder = workbook.target.slice(0, workbook.target.lastIndexOf('/') + 1);
  const relsPath = `${folder}_rels/${workbook.target.slice(folder.length)}.rels`;
  const parts = new Map(
    relationships(bytes, entries, relsPath, folder)
      .filter(({ type }) => type === 'worksheet')
      .map(({ id, target }) => [id, target]),
  );
  const sheets = elements(textOf(bytes, workbook.target), 'sheet').flatMap((sheet): WorksheetPart[] => {
    const part = parts.get(sheet.id ?? '');
    const entry = part === undefined ? undefined : entries.get(part);
    if (part === undefined || entry === undefined) return [];
    const hidden = sheet.state === 'hidden' || sheet.state === 'veryHidden';
    return [{ name: sheet.name ?? '', hidden, part, bytes: entry.originalSize }];
  });
  if (sheets.length === 0) throw damaged;
  return sheets;
}

/** How many rows a worksheet's XML holds and how many of them are hidden; null above 128 MiB. */
export function countRows(bytes: Uint8Array, sheet: WorksheetPart): { rows: number; hidden: number } | null {
  if (sheet.bytes > mostInMemory) return null;
  const xml = textOf(bytes, sheet.part, 'latin1');
  let rows = 0;
  let hidden = 0;
  for (const [, attributes = ''] of xml.matchAll(/<(?:\w+:)?row(?=[\s/>])([^>]*)>/g)) {
    rows++;
    if (/\shidden="(?:1|true)"/.test(attributes)) hidden++;
  }
  return { rows, hidden };
}

function listEntries(bytes: Uint8Array, name: string): Map<string, UnzipFileInfo> {
  const entries = new Map<string, UnzipFileInfo>();
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        entries.set(entry.name, entry);
        return false;
      },
    });
  } catch (error) {
    throw new AppError(
      'file-damaged',
      { name, reason: 'the archive inside it is cut short' },
      { cause: error },
    );
  }
  return entries;
}

function refuseOtherArchives(entries: Map<string, UnzipFileInfo>, bytes: Uint8Array, name: string): void {
  if (
    [...entries.keys()].some((entry) => /^xl\/(?!workbook\.bin$)/.test(entry)) &&
    !entries.has('xl/workbook.bin')
  )
    return;
  const refuse = (format: string, hint: string): never => {
    throw new AppError('file-format-refused', { name, format, hint });
  };
  const save = 'Open it and save it as .xlsx, or as CSV.';
  if (entries.has('xl/workbook.bin')) refuse('a binary Excel workbook (.xlsb)', save);
  const mimetype = entries.has('mimetype') ? textOf(bytes, 'mimetype') : '';
  if (mimetype.includes('opendocument.spreadsheet')) refuse('an OpenDocument spreadsheet (.ods)', save);
  if (mimetype.includes('opendocument'))
    refuse('an OpenDocument document', 'Save the table in it as .xlsx or CSV.');
  if (entries.has('word/document.xml')) refuse('a Word document', 'Copy the table in it to a workbook.');
  if (entries.has('ppt/presentation.xml')) refuse('a presentation', 'Copy the table in it to a workbook.');
  if (entries.has('[Content_Types].xml') || entries.has('_rels/.rels')) return;
  refuse('a zip archive', 'Unpack it and import the .xlsx or CSV file inside.');
}

function checkSizes(entries: Map<string, UnzipFileInfo>, fileBytes: number, name: string): void {
  const tooLarge = (reason: string): never => {
    throw new AppError('file-too-large', { name, reason });
  };
  let total = 0;
  for (const entry of entries.values()) {
    total += entry.originalSize;
    if (entry.originalSize === 0 && entry.size > 64) tooLarge('a part hides its size');
    const isSheet = /(^|\/)worksheets\//.test(entry.name);
    if (!isSheet && /\.(xml|rels)$/.test(entry.name) && entry.originalSize > mostInMemory) {
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

function relationships(
  bytes: Uint8Array,
  entries: Map<string, UnzipFileInfo>,
  path: string,
  folder: string,
): Relationship[] {
  if (!entries.has(path)) return [];
  return elements(textOf(bytes, path), 'Relationship').map((element) => ({
    id: element.Id ?? '',
    type: (element.Type ?? '').replace(/^.*\//, ''),
    target: resolve(folder, element.Target ?? ''),
  }));
}

const resolve = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : new URL(target, `zip://x/${folder}`).pathname.slice(1);

function textOf(bytes: Uint8Array, part: string, encoding: BufferEncoding = 'utf8'): string {
  const found = unzipSync(bytes, { filter: (entry) => entry.name === part })[part] ?? new Uint8Array();
  return Buffer.from(found.buffer, found.byteOffset, found.byteLength).toString(encoding);
}

/** The attributes of every element of that local name, prefixes dropped. */
function elements(xml: string, localName: string): Record<string, string>[] {
  const tag = new RegExp(`<(?:[\\w.-]+:)?${localName}(?=[\\s/>])([^>]*)>`, 'g');
  return [...xml.matchAll(tag)].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
        ([, key = '', double, single]) => [key, unescapeXml(double ?? single ?? '')],
      ),
    ),
  );
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null;
    if (code === null) return named[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
