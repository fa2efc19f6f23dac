// Owns how one row becomes a staged record: each field's cell is read, converted and checked.
// What a pass learns about its columns on the way (date order, comments in a category) is gathered here.
import { keepingNames, pseudonymiser } from '#core/identity/pseudonym.ts';
import { type Conversion, valueIn } from './conversion.ts';
import { type ConvertContext, converterOf } from './convert.ts';
import type { DateOrder } from './dates.ts';
import { type Field, stagedColumns } from './field.ts';
import type { Importer } from './importer.ts';
import type { CellSource, MappedField } from './match-columns.ts';
import { seriesIn } from './series.ts';
import type { StageTask } from './stage-result.ts';

/** How a pass reads its columns; a pass that learns better is begun again with other settings. */
export interface PassSettings {
  readonly order: DateOrder;
  /** Category fields whose column holds comments or names. */
  readonly heldBack: ReadonlySet<string>;
}

/** One HR system writes one order of dates, so the evidence of all columns is pooled. */
export interface Findings {
  dmy: boolean;
  mdy: boolean;
  either: string | null;
  /** Distinct values of category fields that are in the vocabulary, and that are not. */
  readonly known: Map<string, Set<string>>;
  readonly unknown: Map<string, Set<string>>;
}

type CellReader = (cell: (column: number) => string, rowNo: number) => string;

const ticked = /^(x|y|yes|true|1|✓|✔)$/i;

function cellReader(source: CellSource | undefined): CellReader {
  if (!source) return () => '';
  if (source.kind === 'column') return (cell) => cell(source.column);
  if (source.kind === 'constant') return () => source.value;
  if (source.kind === 'row-number') return (_, rowNo) => `${source.prefix}${rowNo}`;
  if (source.kind === 'series') return (cell) => seriesIn(cell, source.columns);
  return (cell) =>
    source.columns
      .filter(({ column }) => ticked.test(cell(column).trim()))
      .map(({ value }) => value)
      .join(';');
}

export interface PlannedColumn {
  readonly field: Field;
  readonly heading: string;
  readonly mapped: boolean;
  /** The position of its cell in a row, where it is one cell; else -1 and `read` makes the text. */
  readonly at: number;
  readonly read: CellReader;
  readonly convert: (text: string) => Conversion;
}

export interface RowPlan {
  readonly columns: readonly PlannedColumn[];
  /** Headings of the staged file. */
  readonly staged: readonly string[];
  readonly findings: Findings;
  /** Names by pseudonym; empty where none are kept. */
  readonly names: ReadonlyMap<string, string>;
  /** Positions of fields by id; -1 for a field that is not staged. */
  positions(fields: readonly string[]): number[];
}

const longestShown = 60;
const address = /[^\s@]+@[^\s@]+/g;

/** A cell as a problem may quote it: short, and no e-mail address in it. */
export const quoted = (text: string): string => text.replace(address, '(e-mail)').slice(0, longestShown);

/** The cell of a column as it may be kept of a problem or a rejected row: never an identity. */
export function keptCell({ field }: PlannedColumn, text: string, result: Conversion | undefined): string {
  if (field.type.kind === 'identity') return valueIn(result);
  return typeof result === 'object' && result.problem?.code === 'held-back' ? '(held back)' : quoted(text);
}

/**
 * The cell of a rejected row: what was right of it as it would be stored, so that the mended row loses none
 * of it and its dates are read the same way round again.
 */
export function rejectedCell(column: PlannedColumn, text: string, result: Conversion | undefined): string {
  const { kind } = column.field.type;
  const right = typeof result === 'string' || result?.problem === null;
  const asStored = kind === 'text' || kind === 'category' || kind === 'series' || (kind === 'date' && right);
  return asStored ? valueIn(result) : keptCell(column, text, result);
}

export function planRows(
  importer: Importer,
  mapped: readonly MappedField[],
  task: StageTask,
  settings: PassSettings,
): RowPlan {
  const findings: Findings = { dmy: false, mdy: false, either: null, known: new Map(), unknown: new Map() };
  const pseudonymise = pseudonymiser(task.key);
  const names = new Map<string, string>();
  const keeping = task.keepFor ? keepingNames(pseudonymise, names) : pseudonymise;
  const fields = importer.fields.filter((field) => stagedColumns(field).length > 0);
  const columns = fields.map((field): PlannedColumn => {
    const match = mapped.find((entry) => entry.field.id === field.id);
    const heading = match?.heading ?? field.label;
    const known = new Set<string>();
    const unknown = new Set<string>();
    findings.known.set(field.id, known);
    findings.unknown.set(field.id, unknown);
    const context: ConvertContext = {
      pseudonymise: field.type.kind === 'identity' && field.type.nameable ? keeping : pseudonymise,
      order: settings.order,
      sawDate: (kind) => {
        if (kind === 'either') findings.either ??= heading;
        else findings[kind] = true;
      },
      values: task.mapping.values?.[field.id] ?? {},
      sawKnown: (label) => known.add(label),
      // What the analyst wrote into the mapping is no text of the file.
      sawUnknown: (value) => match?.source.kind === 'column' && unknown.add(value),
      heldBack: settings.heldBack.has(field.id),
    };
    return {
      field,
      heading,
      mapped: match !== undefined,
      at: match?.source.kind === 'column' ? match.source.column : -1,
      read: cellReader(match?.source),
      convert: converterOf(field, context),
    };
  });
  const position = new Map(fields.map((field, index) => [field.id, index]));
  return {
    columns,
    staged: ['row_no', ...fields.flatMap(stagedColumns)],
    findings,
    names,
    positions: (ids) => ids.map((id) => position.get(id) ?? -1),
  };
}
