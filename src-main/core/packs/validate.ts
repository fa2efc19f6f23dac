// Owns the check of a workbook model against the pack rules before a byte is written.
// The rule: a problem names its rule, its place and what is wrong, never the value of a cell.
import { withContents } from './contents.ts';
import type { PackProblem, WorkbookModel } from './model.ts';
import { cellRules } from './rules/cells.ts';
import { chartRules } from './rules/charts.ts';
import { documentRules } from './rules/document.ts';
import { noteRules } from './rules/notes.ts';
import { sheetRules } from './rules/sheets.ts';
import { tableRules } from './rules/tables.ts';

const rules = [documentRules, sheetRules, tableRules, cellRules, noteRules, chartRules];

/** What a form cannot keep: it opens at its own table, so it has no cover and no contents … */
const coverRules = new Set(['S01', 'S07', 'D02', 'D03']);
/** … and that table stands in row 1, has cells to be filled in, and may hold a person's own entries. */
const filledRules = new Set(['T07', 'T08', 'T12', 'T13', 'N05']);

const holdsForm = (model: WorkbookModel, { rule, where }: PackProblem): boolean => {
  const form = model.sheets.find((sheet) => sheet.form);
  if (!form) return true;
  return !coverRules.has(rule) && !(filledRules.has(rule) && where.startsWith(form.name));
};

/** Every rule the model breaks, errors first; an empty list means that it may be written. */
export function validateWorkbook(given: WorkbookModel): PackProblem[] {
  const model = withContents(given);
  const problems = rules.flatMap((rule) => rule(model)).filter((problem) => holdsForm(model, problem));
  return problems.sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'E' ? -1 : 1));
}
