// Owns taking a finished workbook apart and putting it together again, for tests that break it in one place.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const fixed = new Date(1980, 0, 1, 12);

/** A workbook as its parts; every change must change something, or the test that makes it is wrong. */
export class Parts {
  readonly files = new Map<string, string>();

  constructor(bytes: Uint8Array) {
    for (const [name, data] of Object.entries(unzipSync(bytes))) this.files.set(name, strFromU8(data));
  }

  get(name: string): string {
    const text = this.files.get(name);
    if (text === undefined) throw new Error(`there is no part ${name}`);
    return text;
  }

  add(name: string, text: string): void {
    this.files.set(name, text);
  }

  remove(name: string): void {
    if (!this.files.delete(name)) throw new Error(`there is no part ${name}`);
  }

  edit(name: string, from: string | RegExp, to: string): void {
    const text = this.get(name);
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`${name} holds nothing like ${from}`);
    this.files.set(name, changed);
  }

  /** The part of a sheet, by the order of the workbook. */
  sheet(name: string): string {
    const names = [...this.get('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]+)"/g)].map((m) => m[1]);
    const at = names.indexOf(name);
    if (at === -1) throw new Error(`there is no sheet ${name}`);
    return `xl/worksheets/sheet${at + 1}.xml`;
  }

  private part(sheet: string, folder: string, kind: string): string {
    const number = /(\d+)\.xml$/.exec(this.sheet(sheet))?.[1];
    return `xl/${folder}/${kind}${number}.xml`;
  }

  table = (sheet: string): string => this.part(sheet, 'tables', 'table');
  drawing = (sheet: string): string => this.part(sheet, 'drawings', 'drawing');

  /** The part of the first chart of a sheet. */
  chart(sheet: string): string {
    const drawing = this.drawing(sheet);
    const rels = this.get(drawing.replace('drawings/', 'drawings/_rels/').concat('.rels'));
    const target = /Target="\.\.\/(charts\/[^"]+)"/.exec(rels)?.[1];
    if (target === undefined) throw new Error(`${sheet} has no chart`);
    return `xl/${target}`;
  }

  /** Edits a sheet's XML. */
  inSheet(name: string, from: string | RegExp, to: string): void {
    this.edit(this.sheet(name), from, to);
  }

  private cell(sheet: string, cell: string): { style: string; whole: RegExp } {
    const whole = new RegExp(`<c r="${cell}"( s="\\d+")?[^>]*?(/>|>.*?</c>)`, 's');
    const found = whole.exec(this.get(this.sheet(sheet)));
    if (!found) throw new Error(`${sheet} has no cell ${cell}`);
    return { style: found[1] ?? '', whole };
  }

  setText(sheet: string, cell: string, text: string): void {
    const { style, whole } = this.cell(sheet, cell);
    const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    this.inSheet(
      sheet,
      whole,
      `<c r="${cell}"${style} t="inlineStr"><is><t xml:space="preserve">${plain}</t></is></c>`,
    );
  }

  /** Puts a number into a cell, in the style of another cell where one is named. */
  setNumber(sheet: string, cell: string, value: string | number, like = cell): void {
    const { whole } = this.cell(sheet, cell);
    const { style } = this.cell(sheet, like);
    if (new RegExp(`<c r="${cell}"${style}><v>${value}</v>`).test(this.get(this.sheet(sheet)))) return;
    this.inSheet(sheet, whole, `<c r="${cell}"${style}><v>${value}</v></c>`);
  }

  setRaw(sheet: string, cell: string, inner: string, attributes = ''): void {
    const { style, whole } = this.cell(sheet, cell);
    this.inSheet(sheet, whole, `<c r="${cell}"${style}${attributes}>${inner}</c>`);
  }

  /** Takes a cell's content away and leaves its style. */
  clear(sheet: string, cell: string): void {
    const { style, whole } = this.cell(sheet, cell);
    this.inSheet(sheet, whole, `<c r="${cell}"${style}/>`);
  }

  /** Adds a cell at the end of a row. */
  append(sheet: string, row: number, cell: string): void {
    this.inSheet(sheet, new RegExp(`(?<=<row r="${row}" .*?)</row>`, 's'), `${cell}</row>`);
  }

  /** Gives a cell a style of its own: the one it has with changes, and a font, fill or border that is added. */
  restyle(sheet: string, cell: string, change: StyleChange): void {
    const { style, whole } = this.cell(sheet, cell);
    const at = Number(/\d+/.exec(style)?.[0] ?? 0);
    const next = this.addStyle(at, change);
    const own = whole.exec(this.get(this.sheet(sheet)))?.[0] ?? '';
    this.inSheet(sheet, own, own.replace(/ s="\d+"/, '').replace('<c ', `<c s="${next}" `));
  }

  private addStyle(at: number, change: StyleChange): number {
    const name = 'xl/styles.xml';
    const place = (group: string, item: string, xml: string | undefined): number | undefined => {
      if (xml === undefined) return undefined;
      const block = new RegExp(`<${group} .*?</${group}>`, 's').exec(this.get(name))?.[0] ?? '';
      const count = [...block.matchAll(new RegExp(`<${item}[ >]`, 'g'))].length;
      this.edit(name, `</${group}>`, `${xml}</${group}>`);
      return count;
    };
    const xfs = /<cellXfs .*?<\/cellXfs>/s.exec(this.get(name))?.[0] ?? '';
    const all = [...xfs.matchAll(/<xf [^>]*?\/>|<xf .*?<\/xf>/gs)].map((m) => m[0]);
    let xf = all[at] ?? '';
    const fonts = [
      ...(/<fonts .*?<\/fonts>/s.exec(this.get(name))?.[0] ?? '').matchAll(/<font>.*?<\/font>/gs),
    ];
    const font = fonts[Number(/fontId="(\d+)"/.exec(xf)?.[1] ?? 0)]?.[0] ?? '';
    const ids: [string, number | undefined][] = [
      ['fontId', place('fonts', 'font', change.font?.(font))],
      ['fillId', place('fills', 'fill', change.fill)],
      ['borderId', place('borders', 'border', change.border)],
      ['numFmtId', change.format === undefined ? undefined : this.addFormat(change.format)],
      ['xfId', change.named],
    ];
    for (const [attribute, id] of ids) {
      if (id !== undefined) xf = xf.replace(new RegExp(`${attribute}="\\d+"`), `${attribute}="${id}"`);
    }
    if (change.alignment !== undefined) xf = xf.replace(/<alignment /, `<alignment ${change.alignment} `);
    if (change.quotePrefix === false) xf = xf.replace(/ quotePrefix="1"/, '');
    this.edit(name, '</cellXfs>', `${xf}</cellXfs>`);
    return all.length;
  }

  private addFormat(code: string): number {
    this.edit('xl/styles.xml', '</numFmts>', `<numFmt numFmtId="190" formatCode="${code}"/></numFmts>`);
    return 190;
  }

  /** Adds a relationship to a part, and answers its id. */
  relate(part: string, type: string, target: string, external = false): string {
    const rels = part.replace(/([^/]+)$/, '_rels/$1.rels');
    const id = 'rId900';
    const mode = external ? ' TargetMode="External"' : '';
    const xml = `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
    if (this.files.has(rels)) this.edit(rels, '</Relationships>', `${xml}</Relationships>`);
    else
      this.add(
        rels,
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${xml}</Relationships>`,
      );
    return id;
  }

  /** Declares the type of a part. */
  declare(part: string, type: string): void {
    this.edit(
      '[Content_Types].xml',
      '</Types>',
      `<Override PartName="/${part}" ContentType="${type}"/></Types>`,
    );
  }

  pack(dates: (name: string) => Date = () => fixed): Uint8Array {
    const files: Zippable = {};
    for (const [name, text] of this.files) files[name] = [strToU8(text), { level: 6, mtime: dates(name) }];
    return zipSync(files);
  }
}

export interface StyleChange {
  /** The font of the cell as XML, changed. */
  readonly font?: (font: string) => string;
  readonly fill?: string;
  readonly border?: string;
  readonly format?: string;
  readonly alignment?: string;
  readonly named?: number;
  readonly quotePrefix?: false;
}
