// Owns a pack's manifest: where each cell of the finished workbook stands, and what stands behind it.
// The rule: it is made from the same model and layout as the workbook, and from the figures that its cells show
// and no others; a public manifest does not say why a number is hidden, as the workbook does not.
import type { ImportRecord } from '#shared/schemas/import.ts';
import type {
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
import type { PackFigure } from './sheets/sheet.ts';

/** What a manifest is made from; `pack.sha256` is that of the finished workbook. */
export interface ManifestFacts {
  readonly pack: ManifestPack;
  readonly settings: WorkspaceSettings;
  readonly settled: Readonly<Record<string, string>>;
  readonly imports: readonly ImportRecord[];
}

type Traces = ReadonlyMap<string, readonly ManifestSource[]>;

/** The manifest of a pack as it leaves the house beside its workbook. */
export function packManifest(described: DescribedPack, facts: ManifestFacts): PackManifest {
  const traces = tracesOf(described);
  const plans = plansOf(described);
  const cells = plans.flatMap((plan) => cellsOf(plan, traces));
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

const nameOf = (sheet: string, row: number, column: number): string => `${row} ${column} ${sheet}`;

/** What each traced cell is of, with what its figure says of the place. */
function tracesOf({ figures, traces }: DescribedPack): Traces {
  const places = new Map(
    figures.flatMap(({ points }) => points.map((point) => [placeOf(point), point] as const)),
  );
  return new Map(
    traces.map(({ sheet, row, column, of }) => [
      nameOf(sheet, row, column),
      of.map((source) => {
        const point = places.get(placeOf(source));
        return { ...source, period: point?.period ?? source.from, interval: point?.interval ?? null };
      }),
    ]),
  );
}

interface Place {
  readonly figure: string;
  readonly from: string;
  readonly group: string | null;
  readonly across: string | null;
}

const placeOf = ({ figure, from, group, across }: Place): string =>
  JSON.stringify([figure, from, group, across]);

function cellsOf({ sheet, headerRow, rows }: SheetPlan, traces: Traces): ManifestCell[] {
  const { name, table } = sheet;
  const traced = table.rows.length > 0;
  return rows.flatMap((cells, row) =>
    table.columns.map(({ header }, column) => ({
      sheet: name,
      cell: `${columnLetter(column + 1)}${headerRow + 1 + row}`,
      column: header,
      row: String(contentOf(cells[0] ?? null) ?? ''),
      value: contentOf(cells[column] ?? null),
      of: [...((traced ? traces.get(nameOf(name, row, column)) : undefined) ?? [])],
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
