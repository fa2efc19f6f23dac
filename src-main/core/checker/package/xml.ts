// Owns reading XML strictly: as a stream of elements, or as a tree for small parts.
// The rule: names lose their prefix, so that every writer's spelling of a part reads alike.
import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

export interface Listener {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Takes out of the text of a part what it can read by itself; the rest goes to `write`, and is read strictly. */
  skim?: {
    read(text: string, write: (text: string) => void): void;
    close(write: (text: string) => void): void;
  };
}

/** An element with its children; `text` is its own text, without that of its children. */
export interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: Element[];
  text: string;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Attributes by their name without a prefix; one without a prefix wins. */
function plain(attributes: Record<string, string>): Attributes {
  let prefixed = false;
  for (const name in attributes) {
    if (name.includes(':')) {
      prefixed = true;
      break;
    }
  }
  if (!prefixed) return attributes;
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const short = local(name);
    if (!name.startsWith('xmlns') && (short === name || !(short in found))) found[short] = value;
  }
  return found;
}

/** A parser to be fed with text; what is not well formed is thrown by `write` or `close`. */
export function xmlReader(listener: Listener): { write(text: string): void; close(): void } {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes }) => listener.open(local(name), plain(attributes)));
  parser.on('closetag', ({ name }) => listener.close?.(local(name)));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('doctype', () => {
    throw new Error('a document type stands in it');
  });
  parser.on('error', (error) => {
    throw error;
  });
  const { skim } = listener;
  const write = (text: string): void => void parser.write(text);
  return {
    write: (text) => (skim ? skim.read(text, write) : write(text)),
    close: () => {
      skim?.close(write);
      parser.close();
    },
  };
}

/** Gathers a tree; `root` is null until the first element was met. */
export function treeBuilder(): { listener: Listener; root(): Element | null } {
  const open: Element[] = [];
  let root: Element | null = null;
  const listener: Listener = {
    open: (name, attributes) => {
      const element: Element = { name, attributes, children: [], text: '' };
      const parent = open.at(-1);
      if (parent) parent.children.push(element);
      else root ??= element;
      open.push(element);
    },
    close: () => void open.pop(),
    text: (text) => {
      const element = open.at(-1);
      if (element) element.text += text;
    },
  };
  return { listener, root: () => root };
}

/** The first child of a name, or undefined. */
export const child = (element: Element | undefined | null, name: string): Element | undefined =>
  element?.children.find((one) => one.name === name);

/** All children of a name. */
export const children = (element: Element | undefined | null, name: string): Element[] =>
  element?.children.filter((one) => one.name === name) ?? [];

/** The elements of a name at any depth, in order, the element itself included. */
export function* within(element: Element | undefined | null, name: string): Generator<Element> {
  if (!element) return;
  if (element.name === name) yield element;
  for (const one of element.children) yield* within(one, name);
}

/** All text at any depth. */
export const textOf = (element: Element | undefined | null): string =>
  element ? element.text + element.children.map(textOf).join('') : '';

/** `val` of a child: how charts and styles write most of what they say. */
export const valOf = (element: Element | undefined | null, name: string): string | undefined =>
  child(element, name)?.attributes.val;

/** An XML boolean that is true. */
export const isOn = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';

/** An XML boolean that is false. */
export const isOff = (value: string | undefined): boolean =>
  value === '0' || value === 'false' || value === 'off';
