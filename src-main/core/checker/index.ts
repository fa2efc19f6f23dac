// The checker's door: check a workbook, and the catalogue of rules for docs and screens.
export { type CheckOptions, type CheckTask, checkWorkbook } from './check.ts';
export { families } from './rules/index.ts';
