// Writes the cells of a worksheet: what stands between `<c …>` and `</c>`, by its type and its number format.
// The rule: a formula reads as its stored result, an error as its text, and nothing is longer than a cell can be.
import {
  cellString,
  dateText,
  elapsedText,
  isoDateText,
  type NumberStyle,
  numberText,
  percentText,
  textOfRuns,
} from './cell-text.ts';
import type { CellWriter, StoredTexts } from './cell-writer.ts';
import {
  greater,
  inlineText,
  isShort,
  less,
  letterB,
  letterC,
  letterD,
  letterN,
  letterV,
  nextMark,
  SheetDamage,
  SheetTooLarge,
  shared,
  slash,
  wholeNumber,
} from './sheet-bytes.ts';

/** What a sheet's cells refer to. */
export interface CellContext {
  readonly shared: StoredTexts;
  readonly styles: readonly NumberStyle[];
  readonly epoch1904: boolean;
}

/** Excel itself stops at 32,767 characters. */
const longestCell = 100_000;

export class CellValues {
  /** Formulas for which the file stores no result: their cells read as empty. */
  formulasWithoutResult = 0;
  readonly #context: CellContext;
  readonly #writer: CellWriter;
  /** Exports repeat the same dates. */
  readonly #dates = new Map<string, string>();

  constructor(context: CellContext, writer: CellWriter) {
    this.#context = context;
    this.#writer = writer;
  }

  /** Writes the cell whose inside begins here; gives the place of the next mark. */
  write(bytes: Buffer, start: number, end: number, type: number, style: number): number {
    if (bytes[start] === less && bytes[start + 1] === letterV && bytes[start + 2] === greater) {
      const from = start + 3;
      const to = nextMark(bytes, from);
      // `</v></c>`
      if (bytes[to + 2] === letterV && bytes[to + 5] === slash && bytes[to + 6] === letterC) {
        this.#typed(bytes, from, to, type, style);
        return nextMark(bytes, to + 7);
      }
    }
    const close = bytes.indexOf('</c>', start);
    if (close < 0 || close > end) throw new SheetDamage('has a cell that is not closed');
    this.#unusual(bytes.toString('utf8', start, close), type, style);
    return nextMark(bytes, close + 4);
  }

  /** A cell with a formula, with text in itself, or with attributes on its value. */
  #unusual(inside: string, type: number, style: number): void {
    if (type === inlineText) {
      this.#text(textOfRuns(/<is(?:\s[^>]*)?>([\s\S]*)<\/is>/.exec(inside)?.[1] ?? ''));
      return;
    }
    const stored = /<v(?:\s[^>]*)?>([^<]*)<\/v>/.exec(inside)?.[1];
    if (stored !== undefined) {
      const bytes = Buffer.from(stored);
      this.#typed(bytes, 0, bytes.length, type, style);
      return;
    }
    if (/<f[\s/>]/.test(inside)) this.formulasWithoutResult++;
    this.#writer.blank();
  }

  #text(value: string): void {
    if (value.length > longestCell) throw new SheetTooLarge('a cell of more than 100,000 characters');
    this.#writer.text(value);
  }

  #typed(bytes: Buffer, from: number, to: number, type: number, style: number): void {
    if (type === shared) {
      const index = wholeNumber(bytes, from, to);
      if (!(index < this.#context.shared.count))
        throw new SheetDamage('refers to a text that the workbook does not hold');
      this.#writer.copy(this.#context.shared, index);
      return;
    }
    const kind = this.#context.styles[style] ?? 'plain';
    if (type === letterN && (from === to || (kind === 'plain' && isShort(bytes, from, to)))) {
      this.#writer.bytes(bytes, from, to);
      return;
    }
    const stored = bytes.toString(type === letterN ? 'latin1' : 'utf8', from, to);
    if (type === letterN) this.#text(this.#number(stored, kind));
    else if (type === letterB) this.#text(/^(1|true)$/i.test(stored) ? 'TRUE' : 'FALSE');
    else this.#text(type === letterD ? isoDateText(stored) : cellString(stored));
  }

  #number(stored: string, style: NumberStyle): string {
    if (style === 'plain') return numberText(stored);
    if (style === 'percent') return percentText(stored);
    if (style === 'elapsed') return elapsedText(stored);
    const known = this.#dates.get(stored);
    if (known !== undefined) return known;
    const text = dateText(stored, this.#context.epoch1904);
    if (this.#dates.size < 50_000) this.#dates.set(stored, text);
    return text;
  }
}
