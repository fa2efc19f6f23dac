// Owns the rules of the whole document: properties, marking, reference (D01 to D03).
import type { PackProblem, WorkbookModel } from '../model.ts';
import { safeText } from '../safe-text.ts';
import { error, when } from './problem.ts';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;

const onCover = (model: WorkbookModel, text: string): boolean =>
  model.sheets.some((sheet) => sheet.kind === 'cover' && sheet.table.rows.some((row) => row.includes(text)));

/** Core properties are filled, and what the file's properties and footer say stands on the cover too. */
export function documentRules(model: WorkbookModel): PackProblem[] {
  const filled = (['title', 'subject', 'creator', 'description'] as const).flatMap((key) =>
    when(safeText(model[key]).text.trim() === '', error('D01', 'workbook', `the ${key} property is empty`)),
  );
  const stamped = instant.test(model.created) && !Number.isNaN(Date.parse(model.created));
  return [
    ...filled,
    ...when(!stamped, error('D01', 'workbook', 'the creation time is not an ISO instant in UTC')),
    ...when(model.marking.trim() === '', error('D02', 'workbook', 'there is no marking')),
    ...when(!onCover(model, model.marking), error('D02', 'cover', 'no cell of the cover holds the marking')),
    ...when(
      !onCover(model, model.reference),
      error('D03', 'cover', 'no cell of the cover holds the reference that the footer prints'),
    ),
  ];
}
