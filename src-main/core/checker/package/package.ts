// Owns a workbook's package: its parts by name, their types and their relationships.
// The rule: what would fill memory or is no workbook is refused; what is merely wrong is noted as a problem.
import { AppError } from '#shared/errors.ts';
import { type Entry, readDirectory } from './directory.ts';
import { unpack } from './unpack.ts';
import { children, type Element, type Listener, treeBuilder, xmlReader } from './xml.ts';

const mebibyte = 1024 * 1024;
const mostInflated = 1024 * mebibyte;
const mostInMemory = 128 * mebibyte;
/** Honest sheets shrink 10 to 30 times; something that shrinks more than this is a trap. */
const mostShrunk = 200;

/** What was found wrong while reading, under the rule that it breaks. */
export interface Problem {
  readonly rule: 'X04' | 'X05' | 'X08';
  readonly sheet?: string;
  readonly cell?: string;
  readonly part?: string;
  readonly message: string;
}

/** `type` is the last word of the relationship's type; `target` a part's name, or an address outside. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

export interface Package {
  readonly entries: readonly Entry[];
  readonly problems: Problem[];
  has(part: string): boolean;
  /** Content type of a part, or undefined where none is given. */
  typeOf(part: string): string | undefined;
  relations(part: string): readonly Relation[];
  /** Every relationship of every part. */
  allRelations(): { readonly source: string; readonly relation: Relation }[];
  /** Feeds a part's XML to a listener; a part that is missing or not well formed is noted as a problem. */
  stream(part: string, listener: Listener): void;
  tree(part: string): Element | null;
  /** Unpacks what was not read, so that its checksum is known. */
  verify(): void;
}

/** Where a relative target leads, seen from the folder of a part. */
export function resolveTarget(source: string, target: string): string {
  const path = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

const relationsPart = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};

function checkSizes(entries: readonly Entry[], bytes: number, name: string): void {
  const refuse = (reason: string): never => {
    throw new AppError('file-too-large', { name, reason });
  };
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > mostInflated) refuse('it unpacks to more than 1 GB');
  if (total > 32 * mebibyte && total > mostShrunk * bytes)
    refuse(`it unpacks to ${Math.round(total / bytes)} times its size`);
  for (const { name: part, size } of entries) {
    if (!/(^|\/)worksheets\//.test(part) && size > mostInMemory)
      refuse('a part other than a sheet unpacks to more than 128 MB');
  }
}

/** UTF-8, or UTF-16 where the part starts with its mark; what is not text in it is thrown. */
function decoder(first: Uint8Array): TextDecoder {
  const [a, b] = first;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const forbiddenReference = /&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/gi;

/** Text without what XML forbids, so that the rest of a part can still be read. */
const allowed = (text: string): string => text.replace(forbidden, '').replace(forbiddenReference, '');

/** A parser's complaint without its position and full stop. */
const spoken = (message: string): string => message.replace(/^[\d:]*\s*/, '').replace(/\.$/, '');

class OpenPackage implements Package {
  readonly entries: readonly Entry[];
  readonly problems: Problem[] = [];
  private readonly bytes: Uint8Array;
  private readonly parts: ReadonlyMap<string, Entry>;
  private readonly read = new Set<Entry>();
  private readonly known = new Map<string, readonly Relation[]>();
  private types: { defaults: Map<string, string>; overrides: Map<string, string> } | null = null;

  constructor(bytes: Uint8Array, entries: readonly Entry[]) {
    this.bytes = bytes;
    this.entries = entries;
    this.parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  has(part: string): boolean {
    return this.parts.has(part.toLowerCase());
  }

  typeOf(part: string): string | undefined {
    this.types ??= this.contentTypes();
    const low = part.toLowerCase();
    return this.types.overrides.get(low) ?? this.types.defaults.get(low.slice(low.lastIndexOf('.') + 1));
  }

  relations(part: string): readonly Relation[] {
    const known = this.known.get(part);
    if (known) return known;
    const path = relationsPart(part);
    const root = this.has(path) ? this.tree(path) : null;
    const found = children(root, 'Relationship').map((element) => relationOf(part, element));
    this.known.set(part, found);
    return found;
  }

  allRelations(): { source: string; relation: Relation }[] {
    return this.entries
      .filter(({ name }) => name.endsWith('.rels'))
      .flatMap(({ name }) => {
        const source = name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
        return this.relations(source).map((relation) => ({ source, relation }));
      });
  }

  stream(part: string, listener: Listener): void {
    const entry = this.parts.get(part.toLowerCase());
    if (!entry) {
      this.note(part, 'The part is missing.');
      return;
    }
    this.read.add(entry);
    const { tainted, failed, whole } = parse(this.bytes, entry, listener);
    if (tainted) this.note(part, 'The part holds a character that XML forbids.', 'X05');
    if (!whole) this.note(part, damaged);
    else if (failed !== null) this.note(part, `The part is not well-formed XML: ${spoken(failed)}.`);
  }

  tree(part: string): Element | null {
    const builder = treeBuilder();
    this.stream(part, builder.listener);
    return builder.root();
  }

  verify(): void {
    for (const entry of this.entries) {
      if (this.read.has(entry)) continue;
      this.read.add(entry);
      if (!unpack(this.bytes, entry, () => undefined)) this.note(entry.name, damaged);
    }
  }

  private note(part: string, message: string, rule: Problem['rule'] = 'X08'): void {
    this.problems.push({ rule, part, message });
  }

  private contentTypes() {
    const root = this.tree('[Content_Types].xml');
    const map = (element: string, key: string) =>
      new Map(
        children(root, element).map(({ attributes }) => [
          (attributes[key] ?? '').replace(/^\//, '').toLowerCase(),
          attributes.ContentType ?? '',
        ]),
      );
    return { defaults: map('Default', 'Extension'), overrides: map('Override', 'PartName') };
  }
}

const damaged = 'The part is damaged: its checksum does not hold.';

/** Feeds the text of an entry to a strict reader, without what XML forbids; what went wrong is answered. */
function parse(bytes: Uint8Array, entry: Entry, listener: Listener) {
  const reader = xmlReader(listener);
  let text: TextDecoder | null = null;
  let failed: string | null = null;
  let tainted = false;
  const attempt = (work: () => void): void => {
    try {
      if (failed === null) work();
    } catch (cause) {
      failed = cause instanceof Error ? cause.message : String(cause);
    }
  };
  const whole = unpack(bytes, entry, (piece) =>
    attempt(() => {
      text ??= decoder(piece);
      const raw = text.decode(piece, { stream: true });
      const clean = allowed(raw);
      tainted ||= clean.length < raw.length;
      reader.write(clean);
    }),
  );
  attempt(() => reader.close());
  return { whole, tainted, failed: failed as string | null };
}

function relationOf(part: string, { attributes }: Element): Relation {
  const target = attributes.Target ?? '';
  const external = attributes.TargetMode === 'External' || target.startsWith('#');
  return {
    id: attributes.Id ?? '',
    type: (attributes.Type ?? '').replace(/^.*\//, ''),
    target: external ? target : resolveTarget(part, safeDecode(target)),
    external,
  };
}

/** Opens the package around a workbook. @throws ZipBroken, AppError file-protected, file-too-large */
export function openPackage(bytes: Uint8Array, name: string): Package {
  const listed = readDirectory(bytes);
  if (listed.some(({ encrypted }) => encrypted)) throw new AppError('file-protected', { name });
  checkSizes(listed, bytes.length, name);
  return new OpenPackage(
    bytes,
    listed.filter((entry) => !(entry.name.endsWith('/') && entry.size === 0)),
  );
}

function safeDecode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
