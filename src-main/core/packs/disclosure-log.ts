// Owns the sheet Disclosure_log of exempt packs: each hidden cell of the pack, where it stands and why.
// The rule: it says which rule hid a cell and never which number is the small one: that would narrow both down.
import { columnLetter, planSheet } from './layout.ts';
import { type Cell, isShorthand, type SheetModel } from './model.ts';
import type { CellTrace } from './sheets/draft.ts';
import type { ExemptSheet, PackFigure } from './sheets/sheet.ts';
import { tableSheet, text } from './sheets/table-sheet.ts';

const name = 'Disclosure_log';
const keptBack = 'Kept back: it would point at a case, or its words may tell who is meant';
const ofFigures = 'A small number, or one from which a small number could be worked out';
const none = 'No cell of this pack is hidden';

/** Rules by what a figure counts: answers to surveys, or cases and people. */
const rules = { survey: 'P01, P03, P04', people: 'P02, P03, P04', record: 'P07' } as const;

export const disclosureLog: ExemptSheet = {
  id: name,
  title: 'Disclosure log',
  definition: 'Each hidden cell of the pack with its address, the reason and the rules.',
  exempt: true,
  build: async () =>
    tableSheet({
      name,
      title: 'Disclosure log: the cells that are hidden',
      lines: [
        'One row for each cell of this pack that is marked as hidden to protect confidentiality. Addresses are those of this file.',
        'P01: too few answers. P02: a count that is too small. P03: another hidden number could be worked out from it. P04: it could be worked out from another period or pack. P07: it would point at a person.',
        'Whether a number is small itself (primary) or hidden for the sake of another (secondary) is not told apart, even here: each would narrow the other down. Whoever builds the pack sees it in the preview.',
      ],
      columns: [
        text('Sheet', 28),
        text('Cell'),
        text('Heading of its column', 34),
        text('Reason', 44),
        text('Primary or secondary', 22),
        text('Rule id', 18),
      ],
      rows: [[none, 'None', 'None', 'None', 'None', 'None']],
      missing: '',
    }),
};

/** The figure’s own words say whether it hides by the number of answers, or of cases and people. */
const hidesByAnswers = ({ provenance }: PackFigure): boolean =>
  provenance.suppression.rule.includes('answers are hidden');

const isHidden = (cell: Cell): boolean => isShorthand(cell) && cell.symbol === 'c';

function rowsOf(
  sheet: SheetModel,
  traceOf: (row: number, column: number) => CellTrace | undefined,
  surveys: ReadonlySet<string>,
): Cell[][] {
  if (!sheet.table.rows.some((row) => row.some(isHidden))) return [];
  const { headerRow } = planSheet(sheet, 1, 'Contents');
  return sheet.table.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      if (!isHidden(cell)) return [];
      const source = traceOf(row, column)?.of.find(({ suppressed }) => suppressed === 'c');
      const rule = source === undefined ? 'record' : surveys.has(source.figure) ? 'survey' : 'people';
      return [
        [
          sheet.name,
          `${columnLetter(column + 1)}${headerRow + 1 + row}`,
          sheet.table.columns[column]?.header ?? '',
          source === undefined ? keptBack : ofFigures,
          source === undefined ? 'Primary' : 'Not told apart',
          rules[rule],
        ],
      ];
    }),
  );
}

/** The sheets with the log filled from the others, as they stand; without a log they are as they were. */
export function withDisclosureLog(
  sheets: readonly SheetModel[],
  traces: readonly CellTrace[],
  figures: readonly PackFigure[],
): SheetModel[] {
  if (!sheets.some((sheet) => sheet.name === name)) return [...sheets];
  const placed = new Map(
    traces.map((trace) => [JSON.stringify([trace.sheet, trace.row, trace.column]), trace]),
  );
  const surveys = new Set(figures.filter(hidesByAnswers).map(({ id }) => id));
  const rows = sheets.flatMap((sheet) =>
    sheet.name === name
      ? []
      : rowsOf(sheet, (row, column) => placed.get(JSON.stringify([sheet.name, row, column])), surveys),
  );
  return sheets.map((sheet) =>
    sheet.name === name && rows.length > 0 ? { ...sheet, table: { ...sheet.table, rows } } : sheet,
  );
}
