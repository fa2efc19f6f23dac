// Builds the sound pack that every mutation breaks in one place: the demo workbook, with tables whose rows and
// columns add up, whose percentages follow from counts, and which hide small numbers as they should.
import type { Cell, SheetModel, WorkbookModel } from '#core/packs/model.ts';
import { demoModel } from '../packs/demo-model.ts';

const hidden: Cell = { symbol: 'c' };
const directorates = [
  'Adult care',
  'Children',
  'Environment',
  'Finance',
  'Housing',
  'Planning',
  'Public health',
];
const cases: readonly Cell[] = [40, 25, 32, 20, hidden, hidden, 20];
const closed: readonly Cell[] = [30, 20, 24, 15, hidden, hidden, 15];
const open: readonly Cell[] = [10, 5, 8, 5, hidden, hidden, 5];
const shares: readonly Cell[] = [75, 80, 75, 75, hidden, hidden, 75];

const byDirectorate = (): SheetModel => ({
  name: 'Cases_by_directorate',
  kind: 'data',
  title: 'Cases by directorate, 2024/25',
  lines: ['Cases by the directorate of the officer.', 'Source: incident log.'],
  table: {
    name: 'cases_by_directorate',
    columns: [
      { header: 'Directorate', type: 'text' },
      { header: 'Cases', type: 'number' },
      { header: 'Closed', type: 'number' },
      { header: 'Still open', type: 'number' },
      { header: 'Closed (per cent)', type: 'number', format: '0' },
    ],
    rows: [
      ...directorates.map((name, i) => [name, cases[i], closed[i], open[i], shares[i]] as Cell[]),
      ['Total', 153, 114, 39, 75],
    ],
  },
  charts: [],
});

/** The same cases beside their base of officers: what one sheet hides, the other hides too. */
const rates = (): SheetModel => ({
  name: 'Cases_and_officers',
  kind: 'data',
  title: 'Cases beside the number of officers, 2024/25',
  lines: ['Cases and officers of each directorate.', 'Source: incident log; workforce snapshot.'],
  table: {
    name: 'cases_and_officers',
    columns: [
      { header: 'Directorate', type: 'text' },
      { header: 'Cases', type: 'number' },
      { header: 'Officers', type: 'number' },
    ],
    rows: directorates.map((name, i) => [name, cases[i], 100 + 13 * i] as Cell[]),
  },
  charts: [],
});

/** The sound workbook without its Contents sheet, which the writer adds. */
export function soundModel(profile: WorkbookModel['profile']): WorkbookModel {
  const model = demoModel(profile);
  const at = model.sheets.findIndex(({ kind }) => kind === 'notes');
  return { ...model, sheets: model.sheets.toSpliced(at, 0, byDirectorate(), rates()) };
}

/** A name that keeps every rule of file names. */
export const soundName = 'standards-2024-25-v1.xlsx';
