// Reads the small XML parts of a workbook: attributes, texts, and whether the whole is well formed.
// The rule: no entity is expanded but the five of XML and character numbers, and no DOCTYPE is read.

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Text with its entities read. */
export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
        const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null;
        if (code === null) return named[name] ?? whole;
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

const attribute = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of every element of that local name, prefixes dropped. */
export function elements(xml: string, localName: string): Record<string, string>[] {
  const tag = new RegExp(`<(?:[\\w.-]+:)?${localName}(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>`, 'g');
  return [...xml.matchAll(tag)].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(attribute)].map(([, key = '', double, single]) => [
        key,
        unescapeXml(double ?? single ?? ''),
      ]),
    ),
  );
}

/** Comments gone, CDATA as ordinary text. */
export const withoutSections = (xml: string): string =>
  xml.includes('<!')
    ? xml
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
          text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
        )
    : xml;

const tag = /<(\/?)([\w.:-]+)(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|<\?[^>]*\?>|</g;

/** True where one root element holds everything and every element is closed in turn; false with a DOCTYPE. */
export function isWellFormed(text: string): boolean {
  const xml = withoutSections(text.replace(/^\ufeff/, '')).trim();
  const open: string[] = [];
  let at = 0;
  let roots = 0;
  for (const { 0: whole, 1: closing, 2: name, index } of xml.matchAll(tag)) {
    if (open.length === 0 && xml.slice(at, index).trim() !== '') return false;
    at = index + whole.length;
    if (whole.startsWith('<?')) continue;
    if (name === undefined) return false;
    if (closing === '/') {
      if (open.pop() !== name) return false;
      continue;
    }
    if (open.length === 0) roots++;
    if (!whole.endsWith('/>')) open.push(name);
  }
  return open.length === 0 && roots === 1 && at === xml.length;
}
