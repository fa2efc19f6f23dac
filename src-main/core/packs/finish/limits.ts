// Owns the data validation of a form's columns: drop-down lists, dates, numbers, and a word to the reader.
// The rule: only the rows that a form is given are limited; limits over whole columns stall other readers.
import type { EntryLimit } from '../entry-limit.ts';
import { columnLetter, type SheetPlan } from '../layout.ts';
import { serialOf } from '../serial.ts';
import { absoluteRange, xmlText } from './xml.ts';

const firstDay = serialOf('1950-01-01');
const lastDay = serialOf('2099-12-31');

/** The cells of a list: a column of a table on another sheet, as far as it is filled. */
function listRange(plans: readonly SheetPlan[], sheet: string, column: string): string {
  const plan = plans.find((entry) => entry.sheet.name === sheet);
  const index = plan?.sheet.table.columns.findIndex(({ header }) => header === column) ?? -1;
  if (!plan || index < 0) throw new Error(`no list ${column} on ${sheet}`);
  const filled = plan.rows.filter((row) => row[index] !== null).length;
  return absoluteRange(sheet, index + 1, plan.headerRow + 1, plan.headerRow + filled);
}

const between = (low: number, high: number): string =>
  `<formula1>${low}</formula1><formula2>${high}</formula2>`;

function numberLimit({ min, max }: { min?: number; max?: number }): [string, string] {
  if (min !== undefined && max !== undefined) return [' type="decimal"', between(min, max)];
  if (min !== undefined)
    return [' type="decimal" operator="greaterThanOrEqual"', `<formula1>${min}</formula1>`];
  return [' type="decimal"', between(-1_000_000_000, max ?? 1_000_000_000)];
}

function kindOf(limit: EntryLimit, plans: readonly SheetPlan[]): [string, string] {
  if (limit.kind === 'any') return ['', ''];
  if (limit.kind === 'date') return [' type="date"', between(firstDay, lastDay)];
  if (limit.kind === 'number') return numberLimit(limit);
  return [' type="list"', `<formula1>${xmlText(listRange(plans, limit.sheet, limit.column))}</formula1>`];
}

function validation(range: string, limit: EntryLimit, plans: readonly SheetPlan[]): string {
  const [type, formulas] = kindOf(limit, plans);
  const named = xmlText(limit.prompt.title.slice(0, 32));
  const told = xmlText(limit.prompt.text.slice(0, 255));
  // Several values of a list in one cell are no value of the list, so nothing is asked there.
  const free = limit.kind === 'any' || (limit.kind === 'list' && limit.many);
  const style = limit.strict ? '' : ' errorStyle="warning"';
  const refusal = free ? '' : `${style} showErrorMessage="1" errorTitle="${named}" error="${told}"`;
  return `<dataValidation${type} allowBlank="1" showInputMessage="1"${refusal} promptTitle="${named}" prompt="${told}" sqref="${range}">${formulas}</dataValidation>`;
}

/** The `<dataValidations>` of a form's sheet; nothing for another sheet. */
export function limitsXml(plan: SheetPlan, plans: readonly SheetPlan[]): string {
  const { form, table } = plan.sheet;
  if (form === undefined) return '';
  const items = table.columns.flatMap(({ limit }, i) => {
    if (!limit) return [];
    const letter = columnLetter(i + 1);
    const range = `${letter}${plan.headerRow + 1}:${letter}${plan.headerRow + form.rows}`;
    return [validation(range, limit, plans)];
  });
  return items.length === 0
    ? ''
    : `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}
