// Owns the texts of a workbook: shared strings, what is raised in them, and `_xHHHH_` runs undone.
import type { Listener } from '../package/xml.ts';

/** A run of a rich text, as far as rules ask: its look where it differs from the cell's. */
export interface Run {
  readonly text: string;
  readonly raised: boolean;
  readonly italic: boolean;
  readonly font: string | null;
  readonly size: number | null;
}

/** Texts by their place, their runs where they have several, and what was odd in how they were spelled. */
export interface TextPool {
  readonly texts: string[];
  readonly runs: Map<number, readonly Run[]>;
  /** Places of texts with a `_xHHHH_` run of a character that needs none: it was meant literally. */
  readonly literal: Set<number>;
  /** Places of texts with an escaped character that XML forbids. */
  readonly control: Set<number>;
  /** How many come from the shared strings; the others stand in cells. */
  shared: number;
}

export const emptyPool = (): TextPool => ({
  texts: [],
  runs: new Map(),
  literal: new Set(),
  control: new Set(),
  shared: 0,
});

const escaped = /_x([0-9A-Fa-f]{4})_/g;
const isControl = (code: number): boolean =>
  (code < 0x20 && ![9, 10, 13].includes(code)) || code >= 0xfffe || (code >= 0xd800 && code <= 0xdfff);

/** A stored text as it is shown, and whether it was spelled as no careful writer spells it. */
export function decoded(stored: string): { text: string; literal: boolean; control: boolean } {
  if (!stored.includes('_x')) return { text: stored, literal: false, control: false };
  let literal = false;
  let control = false;
  const text = stored.replace(escaped, (_, digits: string) => {
    const code = Number.parseInt(digits, 16);
    control ||= isControl(code);
    literal ||= code >= 0x20 && code !== 0x5f && !isControl(code);
    return String.fromCharCode(code);
  });
  return { text, literal, control };
}

/** Puts a stored text into the pool and answers its place. */
export function addText(pool: TextPool, stored: string, runs: readonly Run[]): number {
  const at = pool.texts.length;
  const { text, literal, control } = decoded(stored);
  pool.texts.push(text);
  if (literal) pool.literal.add(at);
  if (control) pool.control.add(at);
  if (runs.length > 0) pool.runs.set(at, runs);
  return at;
}

/** Gathers the text of an `<si>` or `<is>`: phonetic hints are no part of it. */
export class TextGatherer {
  private stored = '';
  private runs: Run[] = [];
  private run: { -readonly [K in keyof Run]: Run[K] } | null = null;
  private inText = false;
  private phonetic = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'rPh') this.phonetic += 1;
    else if (name === 't') this.inText = this.phonetic === 0;
    else if (name === 'r') this.run = { text: '', raised: false, italic: false, font: null, size: null };
    else if (this.run) {
      if (name === 'vertAlign') this.run.raised = attributes.val !== 'baseline';
      else if (name === 'i') this.run.italic = attributes.val !== '0' && attributes.val !== 'false';
      else if (name === 'rFont') this.run.font = attributes.val ?? null;
      else if (name === 'sz') this.run.size = Number(attributes.val) || null;
    }
  }

  text(text: string): void {
    if (!this.inText) return;
    this.stored += text;
    if (this.run) this.run.text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1;
    else if (name === 't') this.inText = false;
    else if (name === 'r' && this.run) {
      this.runs.push(this.run);
      this.run = null;
    }
  }

  /** Puts what was gathered into the pool and starts anew. */
  take(pool: TextPool): number {
    const at = addText(pool, this.stored, this.runs);
    this.stored = '';
    this.runs = [];
    return at;
  }
}

/** Fills the pool from the shared strings part. */
export function sharedStrings(pool: TextPool): Listener {
  const gatherer = new TextGatherer();
  return {
    open: (name, attributes) => gatherer.open(name, attributes),
    text: (text) => gatherer.text(text),
    close: (name) => {
      if (name === 'si') {
        gatherer.take(pool);
        pool.shared += 1;
      } else gatherer.close(name);
    },
  };
}
