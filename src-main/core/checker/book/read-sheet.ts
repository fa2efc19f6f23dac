// Owns reading one sheet part as a stream: cells into compact columns, everything else into the picture.
import type { Attributes, Listener } from '../package/xml.ts';
import { isOn } from '../package/xml.ts';
import type { ColumnSpan, ConditionalFormat, RowInfo } from './book.ts';
import { type CellKind, Cells } from './cells.ts';
import { type PlainCell, PlainRows, type PlainTaker } from './plain-rows.ts';
import { columnNumber, mostColumns, mostRows, parseRange, type Range } from './references.ts';
import { addText, TextGatherer, type TextPool } from './strings.ts';

/** A link before its relationship is looked up. */
export interface RawLink {
  readonly range: Range;
  readonly id: string | null;
  readonly location: string | null;
}

/** What the sheet part alone says. */
export interface SheetPart {
  readonly cells: Cells;
  readonly rows: Map<number, RowInfo>;
  readonly columns: ColumnSpan[];
  readonly merges: Range[];
  readonly links: RawLink[];
  readonly conditional: ConditionalFormat[];
  readonly formulas: { row: number; column: number; text: string }[];
  readonly headerFooter: Map<string, string>;
  readonly tableIds: string[];
  readonly extras: Map<string, string>;
  /** Cells whose number, text or style is none: what is wrong, and where. */
  readonly odd: { row: number; column: number; what: 'number' | 'text' | 'style' }[];
  defaults: { width: number | null; zeroHeight: boolean };
  view: { activeCell: string; selected: boolean; pane: string | null; topLeft: string };
  page: Attributes;
  margins: Attributes | null;
  fitToPage: boolean;
  filtered: boolean;
  beyond: boolean;
}

const mostOdd = 1000;
const noticed = new Set([
  'picture',
  'oleObjects',
  'controls',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawing',
  'customSheetViews',
]);
const numberText = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;
const numeric = (text: string | undefined): number | null => {
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
};
const rangesOf = (text: string | undefined): Range[] =>
  (text ?? '').split(/\s+/).flatMap((part) => parseRange(part) ?? []);

class SheetListener implements Listener, PlainTaker {
  readonly part: SheetPart;
  readonly skim: PlainRows = new PlainRows(this);
  private readonly pool: TextPool;
  private readonly styleCount: number;
  private readonly inline = new TextGatherer();
  private last = '';
  private row = 0;
  private column = 0;
  private cell: { row: number; column: number; style: number; type: string; formula: boolean } | null = null;
  private value = '';
  private formula: string | null = null;
  private inInline = false;
  private wanted: 'value' | 'formula' | 'footer' | null = null;
  private footer = '';
  private format: { ranges: Range[]; kinds: string[]; differentials: number[] } | null = null;

  constructor(pool: TextPool, styleCount: number) {
    this.pool = pool;
    this.styleCount = styleCount;
    this.part = {
      cells: new Cells(pool.texts),
      rows: new Map(),
      columns: [],
      merges: [],
      links: [],
      conditional: [],
      formulas: [],
      headerFooter: new Map(),
      tableIds: [],
      extras: new Map(),
      odd: [],
      defaults: { width: null, zeroHeight: false },
      view: { activeCell: 'A1', selected: false, pane: null, topLeft: 'A1' },
      page: {},
      margins: null,
      fitToPage: false,
      filtered: false,
      beyond: false,
    };
  }

  atRows(): boolean {
    return this.last === 'sheetData';
  }

  plainRow(attributes: Attributes, cells: readonly PlainCell[]): void {
    this.openRow(attributes);
    for (const { letters, row, style, type, value } of cells) {
      this.startCell(columnNumber(letters), row, style, type);
      this.value = value;
      this.closeCell();
    }
  }

  open(name: string, attributes: Attributes): void {
    this.last = name;
    if (this.cell) this.openInCell(name, attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes);
    else this.openOther(name, attributes);
  }

  text(text: string): void {
    if (this.inInline) this.inline.text(text);
    else if (this.wanted === 'value') this.value += text;
    else if (this.wanted === 'formula') this.formula = (this.formula ?? '') + text;
    else if (this.wanted === 'footer') this.footer += text;
  }

  close(name: string): void {
    if (this.inInline) {
      if (name === 'is') this.inInline = false;
      else this.inline.close(name);
    } else if (this.cell) {
      if (name === 'c') this.closeCell();
      else if (name === 'v' || name === 'f') this.wanted = null;
    } else if (this.wanted === 'footer') {
      if (this.footer !== '') this.part.headerFooter.set(name, this.footer);
      this.wanted = null;
    } else if (name === 'conditionalFormatting' && this.format) {
      this.part.conditional.push(this.format);
      this.format = null;
    }
  }

  private openRow(attributes: Attributes): void {
    this.row = attributes.r === undefined ? this.row + 1 : Number(attributes.r);
    this.column = 0;
    const { ht, hidden, customHeight } = attributes;
    if (ht === undefined && hidden === undefined) return;
    const height = numeric(ht);
    this.part.rows.set(this.row, { height, fixed: isOn(customHeight), hidden: isOn(hidden) });
  }

  private openCell({ r, s, t }: Attributes): void {
    const at = r === undefined ? -1 : r.search(/\d/);
    const named = at > 0 && r !== undefined;
    const column = named ? columnNumber(r.slice(0, at)) : this.column + 1;
    this.startCell(column, named ? Number(r.slice(at)) : this.row, s === undefined ? 0 : Number(s), t ?? 'n');
  }

  private startCell(column: number, row: number, style: number, type: string): void {
    this.column = column;
    if (row > mostRows || column > mostColumns) this.part.beyond = true;
    if (style >= this.styleCount) this.note(row, column, 'style');
    this.cell = { row, column, style, type, formula: false };
    this.value = '';
    this.formula = null;
  }

  private openInCell(name: string, attributes: Attributes): void {
    if (this.inInline) this.inline.open(name, attributes);
    else if (name === 'v') this.wanted = 'value';
    else if (name === 'is') this.inInline = true;
    else if (name === 'f' && this.cell) {
      this.wanted = 'formula';
      this.cell.formula = true;
      this.formula = '';
    }
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    this.wanted = null;
    if (!cell) return;
    const { row, column, style, formula, type } = cell;
    if (formula) this.part.formulas.push({ row, column, text: this.formula ?? '' });
    const [kind, value] = this.valueOf(row, column, type, formula);
    this.part.cells.add({ row, column, style, kind, value, formula });
  }

  private valueOf(row: number, column: number, type: string, formula: boolean): [CellKind, number] {
    if (type === 'inlineStr') return ['text', this.inline.take(this.pool)];
    if (this.value === '' && (type !== 'str' || !formula)) return ['blank', 0];
    if (type === 'str') return ['text', addText(this.pool, this.value, [])];
    if (type === 'e') return ['error', addText(this.pool, this.value, [])];
    if (type === 's') {
      const at = Number(this.value);
      if (Number.isInteger(at) && at >= 0 && at < this.pool.shared) return ['text', at];
      this.note(row, column, 'text');
      return ['blank', 0];
    }
    if (type === 'b') return ['boolean', isOn(this.value.trim()) ? 1 : 0];
    if (type === 'd') return ['text', addText(this.pool, this.value, [])];
    const number = numberText.test(this.value) ? Number(this.value) : Number.NaN;
    if (!Number.isFinite(number)) this.note(row, column, 'number');
    return ['number', number];
  }

  private note(row: number, column: number, what: 'number' | 'text' | 'style'): void {
    if (this.part.odd.length < mostOdd) this.part.odd.push({ row, column, what });
  }

  private openOther(name: string, attributes: Attributes): void {
    const { part } = this;
    const id = attributes.id ?? '';
    if (name === 'col')
      part.columns.push({
        from: Number(attributes.min),
        to: Number(attributes.max),
        width: numeric(attributes.width),
        hidden: isOn(attributes.hidden),
      });
    else if (name === 'mergeCell') part.merges.push(...rangesOf(attributes.ref));
    else if (name === 'hyperlink')
      for (const range of rangesOf(attributes.ref))
        part.links.push({ range, id: attributes.id ?? null, location: attributes.location ?? null });
    else if (name === 'tablePart') part.tableIds.push(id);
    else if (name === 'autoFilter') part.filtered = true;
    else if (noticed.has(name)) part.extras.set(name, id);
    else if (/^(odd|even|first)(Header|Footer)$/.test(name)) {
      this.wanted = 'footer';
      this.footer = '';
    } else this.openLayout(name, attributes);
  }

  private openLayout(name: string, attributes: Attributes): void {
    const { part } = this;
    if (name === 'sheetView') {
      part.view.selected = isOn(attributes.tabSelected);
      part.view.topLeft = attributes.topLeftCell ?? 'A1';
    } else if (name === 'pane') part.view.pane = attributes.state ?? 'split';
    else if (name === 'selection') part.view.activeCell = attributes.activeCell ?? 'A1';
    else if (name === 'sheetFormatPr')
      part.defaults = { width: numeric(attributes.defaultColWidth), zeroHeight: isOn(attributes.zeroHeight) };
    else if (name === 'pageSetup') part.page = attributes;
    else if (name === 'pageMargins') part.margins = attributes;
    else if (name === 'pageSetUpPr') part.fitToPage = isOn(attributes.fitToPage);
    else if (name === 'conditionalFormatting')
      this.format = { ranges: rangesOf(attributes.sqref), kinds: [], differentials: [] };
    else if (name === 'cfRule' && this.format) {
      this.format.kinds.push(attributes.type ?? '');
      if (attributes.dxfId !== undefined) this.format.differentials.push(Number(attributes.dxfId));
    }
  }
}

/** A listener for a sheet part, and where what it hears is gathered. */
export function sheetListener(pool: TextPool, styleCount: number): { listener: Listener; part: SheetPart } {
  const listener = new SheetListener(pool, styleCount);
  return { listener, part: listener.part };
}
