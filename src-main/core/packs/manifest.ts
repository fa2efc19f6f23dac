// Owns a pack's manifest: where each cell of the finished workbook stands, and what stands behind it.
// The rule: it is made from the same model and layout as the workbook, and from the figures that its cells show
// and no others; a public manifest does not say why a number is hidden, as the workbook does not.
import type { ImportRecord } from '#shared/schemas/import.ts';
import type {
  CellSource,
  ManifestCell,
  ManifestFigure,
  ManifestImport,
  ManifestPack,
  ManifestSheet,
  ManifestSource,
  PackManifest,
} from '#shared/schemas/manifest.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { drawnCharts } from './contents.ts';
import type { DescribedPack } from './describe.ts';
import { columnLetter, planSheet, type SheetPlan } from './layout.ts';
import { type Cell, isDate, isLink, isShorthand } from './model.ts';
import { safeText } from './safe-text.ts';
import type { PackPoint } from './sheets/draft.ts';
import type { PackFigure } from './sheets/sheet.ts';

/** What a manifest is made from; `pack.sha256` is that of the finished workbook. */
export interface ManifestFacts {
  readonly pack: ManifestPack;
  readonly settings: WorkspaceSettings;
  readonly settled: Readonly<Record<string, string>>;
  readonly imports: readonly ImportRecord[];
}

/** What the cells of one sheet are of, by row and column. */
type Traces = ReadonlyMap<number, readonly ManifestSource[]>;

/** The manifest of a pack as it leaves the house beside its workbook. */
export function packManifest(described: DescribedPack, facts: ManifestFacts): PackManifest {
  const traces = tracesOf(described);
  const plans = plansOf(described);
  const cells = plans.flatMap((plan) => cellsOf(plan, traces.get(plan.sheet.name)));
  const shown = new Set(cells.flatMap(({ of }) => of.map(({ figure }) => figure)));
  const figures = described.figures.filter(({ id }) => shown.has(id));
  const read = new Set(
    figures.flatMap(({ provenance }) => provenance.imports.map(({ importId }) => importId)),
  );
  return {
    version: 1,
    pack: facts.pack,
    settings: facts.settings,
    settled: { ...facts.settled },
    imports: facts.imports.filter(({ importId }) => read.has(importId)).map(importOf),
    figures: figures.map(figureOf),
    sheets: plans.map(sheetOf),
    cells,
  };
}

/** The sheets as they are laid out in the workbook. */
function plansOf({ model }: DescribedPack): SheetPlan[] {
  const contents = model.sheets.find(({ kind }) => kind === 'contents')?.name ?? 'Contents';
  return model.sheets.map((sheet, index) => planSheet(sheet, index + 1, contents));
}

const mostColumns = 16_384;
const placeIn = (row: number, column: number): number => row * mostColumns + column;

/** What each traced cell of each sheet is of, with what its figure says of the place. */
function tracesOf({ figures, traces }: DescribedPack): ReadonlyMap<string, Traces> {
  const pointOf = pointsOf(figures);
  const sheets = new Map<string, Map<number, ManifestSource[]>>();
  for (const { sheet, row, column, of } of traces) {
    const sources = of.map((source): ManifestSource => {
      const point = pointOf(source);
      return { ...source, period: point?.period ?? source.from, interval: point?.interval ?? null };
    });
    const cells = sheets.get(sheet) ?? new Map<number, ManifestSource[]>();
    sheets.set(sheet, cells.set(placeIn(row, column), sources));
  }
  return sheets;
}

type Place = Pick<CellSource, 'from' | 'group' | 'across'>;
const placeOf = ({ from, group, across }: Place): string => JSON.stringify([from, group, across]);

/** Finds the point of a figure that a cell shows; the points of a figure are gone through once it is asked for. */
function pointsOf(figures: readonly PackFigure[]): (source: CellSource) => PackPoint | undefined {
  const points = new Map(figures.map((figure) => [figure.id, figure.points]));
  const places = new Map<string, ReadonlyMap<string, PackPoint>>();
  return (source) => {
    const { figure } = source;
    const known = places.get(figure) ?? new Map(points.get(figure)?.map((point) => [placeOf(point), point]));
    places.set(figure, known);
    return known.get(placeOf(source));
  };
}

function cellsOf({ sheet, headerRow, rows }: SheetPlan, traces: Traces | undefined): ManifestCell[] {
  const { name, table } = sheet;
  const traced = table.rows.length > 0;
  return rows.flatMap((cells, row) =>
    table.columns.map(({ header }, column) => ({
      sheet: name,
      cell: `${columnLetter(column + 1)}${headerRow + 1 + row}`,
      column: header,
      row: String(contentOf(cells[0] ?? null) ?? ''),
      value: contentOf(cells[column] ?? null),
      of: [...((traced ? traces?.get(placeIn(row, column)) : undefined) ?? [])],
    })),
  );
}

/** A cell as it stands in the workbook. */
function contentOf(cell: Cell): ManifestCell['value'] {
  if (typeof cell === 'string') return safeText(cell).text;
  if (isShorthand(cell)) return `[${cell.symbol}]`;
  if (isDate(cell)) return cell.date;
  return isLink(cell) ? safeText(cell.text).text : cell;
}

const figureOf = ({ id, request, metric, warnings, reading, provenance }: PackFigure): ManifestFigure => ({
  id,
  request,
  metric,
  method: provenance.method,
  filters: provenance.filters,
  imports: provenance.imports.map(({ importId }) => importId),
  suppression: provenance.suppression,
  warnings,
  reading,
});

const importOf = ({
  importId,
  file,
  sha256,
  kind,
  accepted,
  rejected,
  importedAt,
}: ImportRecord): ManifestImport => ({
  importId,
  file,
  sha256,
  kind,
  rows: accepted,
  rejected,
  importedAt,
});

function sheetOf(plan: SheetPlan): ManifestSheet {
  const { sheet, lines, headerRow, formats, rows } = plan;
  return {
    name: sheet.name,
    kind: sheet.kind,
    title: sheet.title,
    lines: lines.map(({ text }) => safeText(text).text),
    headerRow,
    columns: sheet.table.columns.map(({ header, type }, index) => ({
      header,
      type,
      format: formats[index] ?? 'General',
    })),
    rows: rows.length,
    charts: drawnCharts(sheet).map(
      ({ kind, title, alt, categoryColumn, xTitle, yTitle, series, rows: part }) => ({
        kind,
        title,
        alt,
        categoryColumn,
        xTitle,
        yTitle,
        series: series.map((one) => ({ ...one })),
        ...(part === undefined ? {} : { rows: part }),
      }),
    ),
    missing: sheet.missing ?? null,
  };
}
