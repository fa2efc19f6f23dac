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

/** Opens the package around a workbook. @throws ZipBroken, AppError file-protected, file-too-large */
export function openPackage(bytes: Uint8Array, name: string): Package {
  const listed = readDirectory(bytes);
  if (listed.some(({ encrypted }) => encrypted)) throw new AppError('file-protected', { name });
  checkSizes(listed, bytes.length, name);
  const entries = listed.filter((entry) => !(entry.name.endsWith('/') && entry.size === 0));
  const parts = new Map<string, Entry>();
  for (const entry of entries) parts.set(entry.name.toLowerCase(), entry);
  const problems: Problem[] = [];
  const read = new Set<Entry>();
  const note = (part: string, message: string, rule: Problem['rule'] = 'X08') => {
    problems.push({ rule, part, message });
  };
  const find = (part: string): Entry | undefined => parts.get(part.toLowerCase());

  const stream = (part: string, listener: Listener): void => {
    const entry = find(part);
    if (!entry) {
      note(part, 'The part is missing.');
      return;
    }
    read.add(entry);
    const reader = xmlReader(listener);
    let text: TextDecoder | null = null;
    let failed: string | null = null;
    let tainted = false;
    const whole = unpack(bytes, entry, (piece) => {
      if (failed !== null) return;
      text ??= decoder(piece);
      try {
        const raw = text.decode(piece, { stream: true });
        const clean = allowed(raw);
        tainted ||= clean.length < raw.length;
        reader.write(clean);
      } catch (cause) {
        failed = String((cause as Error).message);
      }
    });
    try {
      if (failed === null) reader.close();
    } catch (cause) {
      failed = String((cause as Error).message);
    }
    if (tainted) note(part, 'The part holds a character that XML forbids.', 'X05');
    if (!whole) note(part, 'The part is damaged: its checksum does not hold.');
    else if (failed !== null) note(part, `The part is not well-formed XML: ${spoken(failed)}.`);
  };

  const tree = (part: string): Element | null => {
    const builder = treeBuilder();
    stream(part, builder.listener);
    return builder.root();
  };

  const relationCache = new Map<string, readonly Relation[]>();
  const relations = (part: string): readonly Relation[] => {
    const known = relationCache.get(part);
    if (known) return known;
    const path = relationsPart(part);
    const root = find(path) ? tree(path) : null;
    const found = children(root, 'Relationship').map(({ attributes }): Relation => {
      const external = attributes.TargetMode === 'External';
      const target = attributes.Target ?? '';
      return {
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').replace(/^.*\//, ''),
        target: external || target.startsWith('#') ? target : resolveTarget(part, safeDecode(target)),
        external: external || target.startsWith('#'),
      };
    });
    relationCache.set(part, found);
    return found;
  };

  let types: { defaults: Map<string, string>; overrides: Map<string, string> } | null = null;
  const contentTypes = () => {
    if (types) return types;
    const root = tree('[Content_Types].xml');
    const map = (element: string, key: string) =>
      new Map(
        children(root, element).map(({ attributes }) => [
          (attributes[key] ?? '').replace(/^\//, '').toLowerCase(),
          attributes.ContentType ?? '',
        ]),
      );
    types = { defaults: map('Default', 'Extension'), overrides: map('Override', 'PartName') };
    return types;
  };

  return {
    entries,
    problems,
    has: (part) => find(part) !== undefined,
    typeOf: (part) => {
      const { defaults, overrides } = contentTypes();
      const low = part.toLowerCase();
      return overrides.get(low) ?? defaults.get(low.slice(low.lastIndexOf('.') + 1));
    },
    relations,
    allRelations: () =>
      entries
        .filter(({ name }) => name.endsWith('.rels'))
        .flatMap(({ name }) => {
          const source = name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
          return relations(source).map((relation) => ({ source, relation }));
        }),
    stream,
    tree,
    verify: () => {
      for (const entry of entries) {
        if (read.has(entry)) continue;
        read.add(entry);
        if (!unpack(bytes, entry, () => undefined))
          note(entry.name, 'The part is damaged: its checksum does not hold.');
      }
    },
  };
}

function safeDecode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
