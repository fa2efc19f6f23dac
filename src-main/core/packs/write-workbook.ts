// Owns the step from a valid model to bytes; the only importer of exceljs.
// The rule: exceljs writes styles, page set-up and the head of each sheet; what it cannot do right, and the rows
// of tables, is done by finish/.
import ExcelJS from 'exceljs';
import { AppError } from '#shared/errors.ts';
import { type CellLook, cellLooks, looksUsed } from './cell-look.ts';
import { withContents } from './contents.ts';
import { finishWorkbook } from './finish/finish.ts';
import { planForm } from './form-layout.ts';
import { planSheet, type SheetPlan } from './layout.ts';
import { indentOf } from './measure.ts';
import type { ColumnModel, WorkbookModel } from './model.ts';
import { plainHeight } from './page-layout.ts';
import { looksLikeFormula, safeText, storedText } from './safe-text.ts';
import { validateWorkbook } from './validate.ts';

const arial = { name: 'Arial', family: 2, size: 12 } as const;
const bold = { ...arial, bold: true } as const;
const linkFont = { ...arial, underline: true, color: { argb: 'FF0563C1' } } as const;
/** The finishing pass knows headings by their size and guarded text by Excel's text format. */
const lineFonts = {
  heading1: { ...bold, size: 16 },
  heading2: { ...bold, size: 14 },
  plain: arial,
  link: linkFont,
} as const;
const textFormat = '@';
const hairline = { bottom: { style: 'thin', color: { argb: 'FFBFBFBF' } } } as const;
const underHeader = { bottom: { style: 'thin', color: { argb: 'FF3D3D3D' } } } as const;

/** The looks a cell of one column can have. exceljs is quick only when cells share style objects. */
interface ColumnStyles {
  readonly heading: Style;
  readonly plain: Style;
  readonly number: Style;
  readonly link: Style;
}
type Style = Partial<ExcelJS.Style>;

/** Text stands left, indented where it follows numbers; numbers stand right. Only words wrap. */
function stylesOf(
  columns: readonly ColumnModel[],
  index: number,
  format: string,
  ruled: boolean,
): ColumnStyles {
  const words = columns[index]?.type === 'text';
  const indent = indentOf(columns, index) > 0 ? 1 : 0;
  const aligned = (vertical: 'top' | 'bottom'): Partial<ExcelJS.Alignment> =>
    words
      ? { horizontal: 'left', vertical, wrapText: true, indent }
      : { horizontal: 'right', vertical, wrapText: vertical === 'bottom' };
  const body = { alignment: aligned('top'), ...(ruled ? { border: hairline } : {}) };
  return {
    heading: { font: bold, alignment: aligned('bottom'), ...(ruled ? { border: underHeader } : {}) },
    plain: { font: arial, ...body },
    number: { font: arial, ...body, ...(format === 'General' ? {} : { numFmt: format }) },
    link: { font: linkFont, ...body },
  };
}

function putText(cell: ExcelJS.Cell, raw: string, style: Style): void {
  const { text } = safeText(raw);
  cell.value = storedText(text);
  cell.style = looksLikeFormula(text) ? { ...style, numFmt: textFormat } : style;
}

/** The style of each look; text that could be taken for a formula has Excel's text format. */
const patternsOf = ({ plain, number, link }: ColumnStyles): Readonly<Record<CellLook, Style>> => ({
  plain,
  number,
  link,
  guarded: { ...plain, numFmt: textFormat },
  'guarded-link': { ...link, numFmt: textFormat },
});

/** The header of a table, and under it one empty cell of each look that a column has: finish/ writes the rows. */
function startTable(sheet: ExcelJS.Worksheet, plan: SheetPlan, ruled: boolean): void {
  const { columns } = plan.sheet.table;
  columns.forEach((column, c) => {
    const styles = stylesOf(columns, c, plan.formats[c] ?? 'General', ruled);
    putText(sheet.getCell(plan.headerRow, c + 1), column.header, styles.heading);
    const patterns = patternsOf(styles);
    const used = looksUsed(plan.rows, c);
    cellLooks.forEach((look, i) => {
      if (used.has(look)) sheet.getCell(plan.headerRow + 1 + i, c + 1).style = patterns[look];
    });
  });
}

/** Cells that are filled in later look like the others and keep their column's format. */
function styleEntries(sheet: ExcelJS.Worksheet, plan: SheetPlan): void {
  const { columns } = plan.sheet.table;
  columns.forEach((_, c) => {
    sheet.getColumn(c + 1).style = stylesOf(columns, c, plan.formats[c] ?? 'General', false).number;
  });
}

const plainView = { state: 'normal', activeCell: 'A1' } as const;
/** A form's headings stay in sight. */
const formView = { state: 'frozen', ySplit: 1, topLeftCell: 'A2', activeCell: 'A1' } as const;

function fillSheet(sheet: ExcelJS.Worksheet, plan: SheetPlan, ruled: boolean): void {
  plan.widths.forEach((width, i) => {
    // exceljs takes 9 for its own default and leaves such a column out.
    sheet.getColumn(i + 1).width = width === 9 ? 9.01 : width;
  });
  if (plan.sheet.form) styleEntries(sheet, plan);
  plan.heights.slice(0, plan.headerRow).forEach((height, i) => {
    sheet.getRow(i + 1).height = height;
  });
  plan.lines.forEach((line, i) => {
    const cell = sheet.getCell(i + 1, 1);
    const vertical = line.look === 'heading2' ? 'bottom' : 'top';
    putText(cell, line.text, { font: lineFonts[line.look], alignment: { vertical } });
  });
  startTable(sheet, plan, ruled);
}

function describe(book: ExcelJS.Workbook, model: WorkbookModel): void {
  const instant = new Date(model.created);
  const plain = (text: string): string => safeText(text).text;
  book.title = plain(model.title);
  book.subject = plain(model.subject);
  book.description = plain(model.description);
  book.creator = plain(model.creator);
  book.lastModifiedBy = plain(model.creator);
  book.company = plain(model.creator);
  book.category = plain(model.marking);
  Object.assign(book, { language: 'en-GB' });
  book.created = instant;
  book.modified = instant;
  book.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
}

const pageSetup: Partial<ExcelJS.PageSetup> = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
};

/**
 * Writes a workbook as .xlsx bytes; the same model always gives the same bytes. The Contents sheet is added
 * where the model has none. Throws AppError 'pack-invalid' when the model breaks a rule of severity E, and
 * the signal's reason when it is aborted between sheets.
 */
export async function writeWorkbook(given: WorkbookModel, signal?: AbortSignal): Promise<Uint8Array> {
  const model = withContents(given);
  const broken = validateWorkbook(model).filter((problem) => problem.severity === 'E');
  const first = broken[0];
  if (first !== undefined) {
    const more = broken.length > 1 ? `, and ${broken.length - 1} more` : '';
    throw new AppError('pack-invalid', { detail: `${first.rule}, ${first.where}: ${first.message}${more}` });
  }
  const home = model.sheets.find((sheet) => sheet.kind === 'contents' || sheet.form)?.name ?? 'Contents';
  const book = new ExcelJS.Workbook();
  describe(book, model);
  const plans: SheetPlan[] = [];
  for (const [i, sheet] of model.sheets.entries()) {
    signal?.throwIfAborted();
    const plan = sheet.form ? planForm(sheet, i + 1) : planSheet(sheet, i + 1, home);
    plans.push(plan);
    const views = [sheet.form ? formView : plainView];
    const properties = { defaultRowHeight: plainHeight };
    fillSheet(
      book.addWorksheet(sheet.name, { views, pageSetup, properties }),
      plan,
      model.profile === 'committee',
    );
  }
  // Not compressed: the finishing pass takes it apart at once.
  const written = await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  signal?.throwIfAborted();
  return finishWorkbook(new Uint8Array(written), model, plans);
}
