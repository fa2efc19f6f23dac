// What is no workbook, or a trap, is refused in words; what is merely broken gets a report.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook } from '#core/checker/index.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { AppError } from '#shared/errors.ts';
import { Parts } from './parts.ts';
import { soundModel, soundName } from './sound-model.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/readers');
let sound = new Uint8Array();

beforeAll(async () => {
  sound = new Uint8Array(await writeWorkbook(soundModel('published')));
});

const check = (bytes: Uint8Array) =>
  checkWorkbook(bytes, { fileName: soundName, sha256: '', profile: 'published' });

function codeOf(bytes: Uint8Array): string {
  try {
    check(bytes);
  } catch (cause) {
    if (cause instanceof AppError) return cause.code;
    throw cause;
  }
  return 'none';
}

const utf16 = (text: string): Uint8Array =>
  new Uint8Array([...text].flatMap((char) => [char.charCodeAt(0), 0]));

/** An old container of 4 KB with a name in its directory. */
function container(name: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(utf16(name), 2048);
  return bytes;
}

/** The place of the list entry of a part. */
function listed(bytes: Uint8Array, part: string): number {
  const name = strToU8(part);
  for (let at = 0; at < bytes.length - 46; at++) {
    const entry = bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2;
    if (entry && name.every((byte, i) => bytes[at + 46 + i] === byte)) return at;
  }
  throw new Error(`${part} is not in the list`);
}

describe('a file that is no workbook', () => {
  it.each([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['text', strToU8('Ward,Cases\nNorth,4\n'), 'file-format-refused'],
    ['an old workbook', container('Workbook'), 'file-format-refused'],
    ['a locked workbook', container('EncryptedPackage'), 'file-protected'],
    ['a Word document', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'file-format-refused'],
    ['a plain zip', zipSync({ 'readme.txt': strToU8('hello') }), 'file-format-refused'],
    ['a binary workbook', zipSync({ 'xl/workbook.bin': strToU8('x') }), 'file-format-refused'],
  ])('%s is refused', (_, bytes, code) => expect(codeOf(bytes)).toBe(code));

  it('an old workbook of the fixtures is refused', () => {
    expect(codeOf(new Uint8Array(readFileSync(join(fixtures, 'simple.xls'))))).toBe('file-format-refused');
  });

  it('a workbook that was cut off is refused at every length', () => {
    for (let length = 1; length < sound.length; length += Math.ceil(sound.length / 40))
      expect(['file-damaged', 'file-format-refused']).toContain(codeOf(sound.slice(0, length)));
  });
});

describe('a trap', () => {
  it('that declares more than is read is refused before it is unpacked', () => {
    const bomb = new Parts(sound);
    bomb.add('xl/media/zeros.dat', '\0'.repeat(140 * 1024 * 1024));
    expect(codeOf(bomb.pack())).toBe('file-too-large');
  });

  it('that declares less than it holds is refused where it grows beyond that', () => {
    const parts = new Parts(sound);
    parts.add('xl/worksheets/sheet3.xml', `${parts.get('xl/worksheets/sheet3.xml')}${' '.repeat(1_000_000)}`);
    const bytes = parts.pack();
    new DataView(bytes.buffer).setUint32(listed(bytes, 'xl/worksheets/sheet3.xml') + 24, 500, true);
    expect(codeOf(bytes)).toBe('file-damaged');
  });

  it('with a document type and its entities is told and not expanded', () => {
    const parts = new Parts(sound);
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>';
    parts.add('docProps/app.xml', `${entity}<Properties><Company>&b;</Company></Properties>`);
    const found = check(parts.pack()).findings;
    expect(found.map(({ rule }) => rule)).toEqual(['X08']);
  });
});

describe('a broken workbook', () => {
  it('gets a report whichever part is lost', () => {
    for (const name of new Parts(sound).files.keys()) {
      if (name === 'xl/workbook.xml') continue;
      const parts = new Parts(sound);
      parts.remove(name);
      expect(check(parts.pack()).counts.errors, name).toBeGreaterThan(0);
    }
  });

  it('gets a report whichever part is cut in two', () => {
    for (const [name, text] of new Parts(sound).files) {
      const parts = new Parts(sound);
      parts.add(name, text.slice(0, text.length / 2));
      const { findings } = check(parts.pack());
      expect(
        findings.some(({ rule, part }) => rule === 'X08' && part === name),
        name,
      ).toBe(true);
    }
  });

  it('gets a report, or is refused, whichever byte is changed', () => {
    for (let at = 0; at < sound.length; at += Math.ceil(sound.length / 250)) {
      const bytes = sound.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
      expect(() => codeOf(bytes), `byte ${at}`).not.toThrow();
    }
  });
});
