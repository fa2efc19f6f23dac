// Owns the shape of a workbook before it is written: plain data that survives structured cloning.
// The rule: a sheet author describes; nothing here knows about cells' addresses, styles or XML.
import type { EntryLimit } from './entry-limit.ts';

/** Shorthand marks of the Analysis Function's list; what each means is in shorthand.ts. */
export type Shorthand = 'b' | 'c' | 'e' | 'f' | 'low' | 'p' | 'r' | 'u' | 'w' | 'x' | 'z';

/**
 * One table cell: text, a finite number, nothing (`null`, which needs a "Blank cells" line), a shorthand
 * mark, a calendar day (`YYYY-MM-DD`), or a link to another sheet of the workbook by its name.
 */
export type Cell =
  | string
  | number
  | null
  | { readonly symbol: Shorthand }
  | { readonly date: string }
  | { readonly link: string; readonly text: string };

/** `width` is in characters (8 to 60) and is worked out from the content when left out. */
export interface ColumnModel {
  readonly header: string;
  readonly type: 'text' | 'number' | 'date';
  /** An Excel number format, the same for the whole column; `#,##0`, `#,##0.0` or `dd/mm/yyyy` by default. */
  readonly format?: string;
  readonly width?: number;
  /** What the cells of a form's column may be given. */
  readonly limit?: EntryLimit;
}

/** The one table of a sheet. `name` is Excel's table name: letters, digits and underscores. */
export interface TableModel {
  readonly name: string;
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly (readonly Cell[])[];
}

/** How a series is drawn; colour, marker and dash of each are in finish/palette.ts. */
export type SeriesStyle =
  | 'value'
  | 'mean'
  | 'limit'
  | 'median'
  | 'observed'
  | 'fitted'
  | 'counterfactual'
  | 'band'
  | 'event'
  | 'signal'
  | 'signal-improving'
  | 'signal-concerning'
  | 'favourable'
  | 'neutral'
  | 'unfavourable'
  | 'category1'
  | 'category2'
  | 'category3'
  | 'category4';

/** A series is one number column of the same sheet's table; `label` replaces its header in the legend. */
export interface SeriesModel {
  readonly column: string;
  readonly label?: string;
  readonly style?: SeriesStyle;
}

/**
 * A native chart bound to the sheet's table. `rows` picks table rows `from` (included) to `to` (not).
 * 'xmr' and 'run' are lines with mean and limits, or with a median, and special-cause markers; 'its' is an
 * interrupted series (styles 'observed', 'fitted', 'counterfactual', 'band', and 'event' with one number at the
 * row of the event, drawn as an upright line); 'km' is Kaplan-Meier: one row a step, its category column the
 * time as a number, each series level until the next row (styles 'category1' on, and 'band').
 */
export interface ChartModel {
  readonly kind: 'line' | 'column' | 'stacked-column' | 'stacked-bar' | 'xmr' | 'run' | 'its' | 'km';
  readonly title: string;
  readonly alt: string;
  readonly categoryColumn: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly series: readonly SeriesModel[];
  readonly rows?: { readonly from: number; readonly to: number };
}

/**
 * One sheet. `lines` stand above the table in the order: description, notes line, a "Blank cells mean …"
 * line, "Source: …"; the shorthand line is made by the writer from the marks that the table uses.
 * A table without rows needs `missing`, the sentence that says what was not loaded.
 */
export interface SheetModel {
  readonly name: string;
  readonly kind: 'cover' | 'contents' | 'summary' | 'data' | 'notes' | 'method';
  readonly title: string;
  readonly lines: readonly string[];
  readonly table: TableModel;
  readonly charts: readonly ChartModel[];
  readonly missing?: string;
  /** A sheet to be filled in: its headings stand in row 1, and `rows` rows below take entries. */
  readonly form?: { readonly rows: number };
}

/**
 * A whole workbook. `creator` is an organisation, never a person; `created` an ISO instant; `reference` and
 * `marking` must also stand in cells of the cover. 'published' is the strict profile; 'committee' adds
 * hairlines and a page footer.
 */
export interface WorkbookModel {
  readonly title: string;
  readonly subject: string;
  readonly description: string;
  readonly creator: string;
  readonly marking: string;
  readonly reference: string;
  readonly created: string;
  readonly profile: 'published' | 'committee';
  readonly sheets: readonly SheetModel[];
}

/** A broken rule of the pack rules: an 'E' stops the writing, a 'W' is shown to the person who builds. */
export interface PackProblem {
  readonly rule: string;
  readonly severity: 'E' | 'W';
  readonly where: string;
  readonly message: string;
}

export const isShorthand = (cell: Cell | undefined): cell is { readonly symbol: Shorthand } =>
  typeof cell === 'object' && cell !== null && 'symbol' in cell;

export const isDate = (cell: Cell | undefined): cell is { readonly date: string } =>
  typeof cell === 'object' && cell !== null && 'date' in cell;

export const isLink = (cell: Cell | undefined): cell is { readonly link: string; readonly text: string } =>
  typeof cell === 'object' && cell !== null && 'link' in cell;
