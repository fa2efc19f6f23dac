// Opens a written workbook as a zip of XML parts, and checks that each part is well formed.
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** Part name to text, in the order of the zip. */
export const openPackage = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));

/** The first thing that makes a text not well-formed XML, or undefined. */
export function malformed(xml: string): string | undefined {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
  const tag = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y;
  let at = 0;
  while (at < body.length) {
    const next = body.indexOf('<', at);
    const text = body.slice(at, next === -1 ? body.length : next);
    if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(text))
      return `bare ampersand: ${text.slice(0, 60)}`;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) return 'forbidden character';
    if (next === -1) break;
    tag.lastIndex = next;
    const found = tag.exec(body);
    if (found === null) return `bad tag: ${body.slice(next, next + 80)}`;
    const [whole, closing, name = '', attributes = '', empty] = found;
    const names = [...attributes.matchAll(/([\w:.-]+)="/g)].map((match) => match[1]);
    if (new Set(names).size !== names.length) return `attribute twice: ${whole}`;
    if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(attributes)) return `bare ampersand: ${whole}`;
    if (closing === '/') {
      if (open.pop() !== name) return `unexpected </${name}>`;
    } else if (empty !== '/') open.push(name);
    at = next + whole.length;
  }
  return open.length === 0 ? undefined : `not closed: ${open.join(' ')}`;
}

/** Relationship targets of the package that name no part. */
export function brokenTargets(parts: Map<string, string>): string[] {
  return [...parts].flatMap(([name, xml]) => {
    if (!name.endsWith('.rels')) return [];
    const folder = posix.dirname(posix.dirname(name));
    const targets = [...xml.matchAll(/Target="([^"]+)"/g)].map((match) => match[1] ?? '');
    return targets
      .filter((target) => !parts.has(posix.join(folder, target)))
      .map((target) => `${name} -> ${target}`);
  });
}

/** The text of every string cell of a sheet part, and the number of every number cell, by address. */
export function cellsOf(parts: Map<string, string>, sheet: number): Map<string, string | number> {
  const decode = (text: string): string =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
      .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)];
  const cells = new Map<string, string | number>();
  const xml = parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? '';
  for (const [, address = '', attributes = '', value = ''] of xml.matchAll(
    /<c r="([A-Z]+\d+)"([^>]*)><v>([^<]*)<\/v><\/c>/g,
  )) {
    cells.set(
      address,
      attributes.includes('t="s"') ? decode(shared[Number(value)]?.[1] ?? '') : Number(value),
    );
  }
  return cells;
}
