// Owns the picture of a workbook that the rules look at.
// The rule: everything here was read from the finished file; nothing is known of how it was made.
import type { Package, Problem } from '../package/package.ts';
import type { Attributes } from '../package/xml.ts';
import type { Cell, Cells } from './cells.ts';
import type { Colour } from './colours.ts';
import type { Area, Range } from './references.ts';
import type { TextPool } from './strings.ts';
import type { Style, Styles } from './styles.ts';

export type SheetKind = 'cover' | 'contents' | 'summary' | 'data' | 'notes' | 'method';

export interface Table {
  readonly part: string;
  readonly id: string;
  readonly name: string;
  readonly range: Range;
  readonly headerRows: number;
  readonly totalsRows: number;
  /** As the file says it; null where it does not. */
  readonly totalsRowShown: string | null;
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  /** Null where there is no filter; else whether all its buttons are hidden. */
  readonly filter: { readonly buttonsHidden: boolean } | null;
  readonly styleName: string | null;
  /** First and last row of the body; `last` is less than `first` where it has none. */
  readonly first: number;
  readonly last: number;
}

export interface Link {
  readonly range: Range;
  /** A place inside the workbook, or null. */
  readonly location: string | null;
  /** An address outside, or null. */
  readonly target: string | null;
}

/** One run of the values or categories of a series. */
export interface SeriesData {
  /** The reference as written; null where the numbers stand in the chart itself. */
  readonly formula: string | null;
  readonly areas: readonly Area[] | null;
  /** Cached points by their place; null where nothing is cached. */
  readonly cache: ReadonlyMap<number, string> | null;
  readonly pointCount: number | null;
}

export interface Series {
  readonly name: string | null;
  readonly nameData: SeriesData | null;
  readonly categories: SeriesData | null;
  readonly values: SeriesData | null;
  /** Colour of the line, bar or marker; null where it is not drawn or follows no plain colour. */
  readonly colour: Colour | null;
  readonly dash: string;
  readonly marker: string;
  readonly lineDrawn: boolean;
  readonly labelled: boolean;
  readonly patterned: boolean;
  /** The chart type it belongs to, such as "barChart". */
  readonly plot: string;
}

export interface Axis {
  readonly kind: string;
  readonly deleted: boolean;
  readonly title: string;
  readonly min: number | null;
}

/** A corner counts rows and columns from 0; `into` whether it reaches into that cell. */
export interface Anchor {
  readonly from: { readonly row: number; readonly column: number };
  readonly to: {
    readonly row: number;
    readonly column: number;
    readonly intoRow: boolean;
    readonly intoColumn: boolean;
  };
}

export interface Chart {
  readonly part: string;
  readonly name: string;
  readonly alt: string;
  readonly title: string;
  readonly plots: readonly string[];
  readonly solid: boolean;
  readonly axes: readonly Axis[];
  readonly series: readonly Series[];
  readonly blanksAs: string | null;
  readonly background: Colour;
  readonly anchor: Anchor | null;
}

/** Something drawn that is no chart. */
export interface Drawn {
  readonly kind: 'picture' | 'shape';
  readonly name: string;
  readonly alt: string;
  readonly anchor: Anchor | null;
}

export interface ColumnSpan {
  readonly from: number;
  readonly to: number;
  readonly width: number | null;
  readonly hidden: boolean;
}

export interface RowInfo {
  readonly height: number | null;
  readonly fixed: boolean;
  readonly hidden: boolean;
}

export interface ConditionalFormat {
  readonly ranges: readonly Range[];
  /** `colorScale`, `dataBar` and `iconSet` colour by themselves. */
  readonly kinds: readonly string[];
  readonly differentials: readonly number[];
}

export interface Sheet {
  readonly name: string;
  readonly number: number;
  readonly part: string;
  /** A worksheet, or what else the workbook lists as a sheet. */
  readonly type: string;
  readonly state: string;
  kind: SheetKind;
  readonly cells: Cells;
  readonly rows: ReadonlyMap<number, RowInfo>;
  readonly columns: readonly ColumnSpan[];
  readonly defaults: { readonly width: number | null; readonly zeroHeight: boolean };
  readonly merges: readonly Range[];
  readonly links: readonly Link[];
  readonly tables: readonly Table[];
  readonly charts: readonly Chart[];
  readonly drawn: readonly Drawn[];
  readonly conditional: readonly ConditionalFormat[];
  readonly filtered: boolean;
  readonly view: {
    readonly activeCell: string;
    readonly selected: boolean;
    readonly pane: string | null;
    readonly topLeft: string;
  };
  readonly page: Attributes;
  readonly margins: Attributes | null;
  readonly fitToPage: boolean;
  /** Header and footer texts by their element's name. */
  readonly headerFooter: ReadonlyMap<string, string>;
  /** Formulas in cells: address and text. */
  readonly formulas: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** Other elements of the sheet that are there: `picture`, `oleObjects`, `controls`, `legacyDrawing` … */
  readonly extras: ReadonlySet<string>;
  /** Relationships that the sheet part names and that are not there. */
  readonly lostParts: readonly { readonly id: string }[];
  /** Rows or columns beyond what a sheet holds. */
  readonly beyond: boolean;
}

export interface DefinedName {
  readonly name: string;
  readonly formula: string;
  readonly sheet: number | null;
}

export interface Properties {
  readonly core: ReadonlyMap<string, string>;
  readonly app: ReadonlyMap<string, string>;
  readonly custom: ReadonlyMap<string, string>;
}

export interface Book {
  readonly pack: Package;
  readonly main: string;
  readonly sheets: readonly Sheet[];
  readonly styles: Styles;
  readonly texts: TextPool;
  readonly names: readonly DefinedName[];
  readonly properties: Properties;
  readonly view: { readonly activeTab: number; readonly firstSheet: number };
  readonly epoch1904: boolean;
  readonly problems: Problem[];
  /** The look of a cell. */
  style(cell: Cell): Style;
}
