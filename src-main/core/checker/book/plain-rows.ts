// Owns the quick reading of rows that are written as plainly as nearly all are: cells with a number or the place of
// a text. The rule: a row is taken whole or not at all, right after `<sheetData>` or the row before it; from the
// first that is any different on, the strict reader reads everything, so that nothing ill-formed is overlooked.
import type { Attributes } from '../package/xml.ts';

export interface PlainCell {
  readonly letters: string;
  readonly row: number;
  readonly style: number;
  readonly type: string;
  readonly value: string;
}

/** Who is told of the rows that were read. */
export interface PlainTaker {
  /** Whether the strict reader has come to the rows and no further. */
  atRows(): boolean;
  plainRow(attributes: Attributes, cells: readonly PlainCell[]): void;
}

const start = '<sheetData>';
const end = '</row>';
/** A row that is longer than this is left to the strict reader. */
const longest = 4 * 1024 * 1024;

const opening = /<row((?: [\w:]+="[^"<&]*")*) ?(\/?)>/y;
const attribute = / ([\w:]+)="([^"]*)"/g;
const allowed = new Set(
  'r spans s ht hidden customHeight customFormat outlineLevel collapsed thickTop thickBot x14ac:dyDescent'.split(
    ' ',
  ),
);
const plainCell =
  /<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="(s|n|b|e|str)")?(?: ?\/>|>(?:<v>([^<&\]\r]*)<\/v>)?<\/c>)/y;

/** The attributes of a row; null where one is there twice or is not known. */
function attributesOf(text: string): Attributes | null {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(attribute)) {
    if (!allowed.has(name) || name in found) return null;
    found[name] = value;
  }
  return found;
}

/** The cells of a row that stand between two places of a text; null where one is not plain. */
function cellsBetween(text: string, from: number, to: number): PlainCell[] | null {
  const cells: PlainCell[] = [];
  plainCell.lastIndex = from;
  while (plainCell.lastIndex < to) {
    const found = plainCell.exec(text);
    if (!found) return null;
    const [, letters = '', row, style = '0', type = 'n', value = ''] = found;
    cells.push({ letters, row: Number(row), style: Number(style), type, value });
  }
  return plainCell.lastIndex === to ? cells : null;
}

/** Takes the plain rows out of the text of a sheet; what is left of it goes to `write`. */
export class PlainRows {
  private readonly taker: PlainTaker;
  private state: 'before' | 'rows' | 'over' = 'before';
  private held = '';

  constructor(taker: PlainTaker) {
    this.taker = taker;
  }

  read(text: string, write: (text: string) => void): void {
    if (this.state === 'over') write(text);
    else if (this.state === 'rows') this.readRows(this.held + text, write);
    else {
      const at = text.indexOf(start);
      if (at === -1) {
        write(text);
        return;
      }
      write(text.slice(0, at));
      const early = this.taker.atRows();
      write(start);
      this.state = !early && this.taker.atRows() ? 'rows' : 'over';
      this.read(text.slice(at + start.length), write);
    }
  }

  /** What was held back, as more of it was waited for. */
  close(write: (text: string) => void): void {
    this.state = 'over';
    write(this.held);
  }

  private readRows(text: string, write: (text: string) => void): void {
    let at = 0;
    for (let next = this.takeRow(text, at); next > at; next = this.takeRow(text, at)) at = next;
    const rest = text.slice(at);
    const isPart = !rest.includes('>') || (rest.startsWith('<row') && !rest.includes(end));
    this.held = isPart && rest.length < longest ? rest : '';
    if (this.held !== '' || rest === '') return;
    this.state = 'over';
    write(rest);
  }

  /** Takes the row that begins at a place, and answers where the next begins; the same place where none is taken. */
  private takeRow(text: string, at: number): number {
    opening.lastIndex = at;
    const [, list = '', closed] = opening.exec(text) ?? [];
    const from = opening.lastIndex;
    const to = closed === '' ? text.indexOf(end, from) : from;
    if (closed === undefined || to === -1) return at;
    const attributes = attributesOf(list);
    const cells = attributes && cellsBetween(text, from, to);
    if (!cells) return at;
    this.taker.plainRow(attributes, cells);
    return closed === '' ? to + end.length : from;
  }
}
