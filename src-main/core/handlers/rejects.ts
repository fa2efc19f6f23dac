// Answers with a rejects file: the rejected rows of an import under their own headings, each with its row
// in the file and what is wrong, to be mended and imported again.
import { findImport } from '#core/importers/history.ts';
import { importerOf } from '#core/importers/index.ts';
import type { Cell } from '#core/packs/model.ts';
import type { FormColumn, FormRequest } from '#core/packs/template.ts';
import type { Store } from '#core/store/store.ts';
import { AppError } from '#shared/errors.ts';
import { withMend } from '#shared/problems.ts';
import type { ImportRecord, Mapping, Problem } from '#shared/schemas/import.ts';
import type { HandlersOf } from './context.ts';
import { type RejectedCells, rejectedColumns } from './rejected-columns.ts';
import { makeForm } from './templates.ts';

/** More than anybody mends by hand: what fails so often is mended in the system it comes from. */
const mostRows = 20_000;
const count = new Intl.NumberFormat('en-GB');

interface RejectedRow {
  readonly row: number;
  readonly cells: RejectedCells;
}

async function rejectedRows(store: Store, importId: string): Promise<RejectedRow[]> {
  const rows = await store.all<{ row: number; cells: string }>(
    `select row_no as "row", cells::varchar as cells from rejected_row
     where import_id = $import_id order by row_no limit ${mostRows}`,
    { import_id: importId },
  );
  return rows.map(({ row, cells }) => ({ row, cells: JSON.parse(cells) as RejectedCells }));
}

async function problemsByRow(store: Store, importId: string): Promise<Map<number, Problem[]>> {
  const problems = await store.all<Problem>(
    `select row_no as "row", column_name as "column", code, value, reason, rejects from import_problem
     where import_id = $import_id and row_no in
       (select row_no from rejected_row where import_id = $import_id order by row_no limit ${mostRows})
     order by row_no, rejects desc, column_name`,
    { import_id: importId },
  );
  const byRow = new Map<number, Problem[]>();
  for (const problem of problems) byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem]);
  return byRow;
}

async function mappingOf(store: Store, importId: string): Promise<Mapping> {
  const [row] = await store.all<{ mapping: string }>(
    'select mapping::varchar as mapping from import where import_id = $import_id',
    { import_id: importId },
  );
  return JSON.parse(row?.mapping ?? '{}') as Mapping;
}

/** What was wrong with a row, in the words that the screen uses. */
const wrongWith = (problems: readonly Problem[]): string =>
  problems
    .map(withMend)
    .map(({ column, value, reason, mend }) => `${column}: ${value && `“${value}” `}${reason}. ${mend}`)
    .join('\n');

const ours = { needed: 'No', becomes: 'Left out.', also: '' } as const;
const wrongColumn: FormColumn = {
  ...ours,
  heading: 'What is wrong',
  entry: { kind: 'text' },
  holds: 'Why the row was left out, and how to mend it.',
};
const rowColumn: FormColumn = {
  ...ours,
  heading: 'Row in file',
  entry: { kind: 'number', marks: false },
  holds: 'The row of the file that this row came from.',
};

const guideLines = ({ file, importId, rejected, kind }: ImportRecord, rows: number): string[] => [
  `The rows of ${file} that import ${importId} left out: ${count.format(rows)} of ${count.format(rejected)}.`,
  `Mend the cells that “What is wrong” names, save the file and import it as ${kind}. The rows that were right are stored already.`,
  'People stand as pseudonyms (p- and 20 letters and digits): leave them as they are, or write the name or number again. Both mean the same person.',
  'Comments and personal details are not in this file, because a rejected row is kept without them.',
];

/** @throws AppError import-unknown, nothing-to-mend */
async function rejectsForm(store: Store, record: ImportRecord, council: string): Promise<FormRequest> {
  const { importId, file, importedAt } = record;
  const importer = importerOf(record.kind);
  const rejected = await rejectedRows(store, importId);
  const cells = rejected.map((entry) => entry.cells);
  const kept = importer ? rejectedColumns(importer, cells, await mappingOf(store, importId)) : [];
  if (kept.length === 0) throw new AppError('nothing-to-mend', { importId });
  const problems = await problemsByRow(store, importId);
  const rows = rejected.map((entry): Cell[] => [
    ...kept.map(({ cell }) => cell(entry.cells)),
    wrongWith(problems.get(entry.row) ?? []),
    entry.row,
  ]);
  const title = `Rejected rows of import ${importId}`;
  return {
    name: `Rejected rows ${importId}`,
    title,
    reference: `${title}, ${file}`,
    creator: council,
    marking: 'Rejected rows: pseudonyms in place of people',
    created: new Date(importedAt).toISOString(),
    columns: [...kept.map(({ form }) => form), wrongColumn, rowColumn],
    rows,
    guide: { name: 'How_to_mend_it', title: 'How to mend it', lines: guideLines(record, rows.length) },
  };
}

export const rejectsHandlers: HandlersOf<'import.rejectsFile'> = {
  'import.rejectsFile': async ({ importId }, context) => {
    const workspace = context.house.workspace();
    const { store } = workspace;
    const record = await findImport(store, importId);
    const form = await rejectsForm(store, record, (await workspace.settings()).council);
    const made = await makeForm(form, `rejects-${importId}.xlsx`, context);
    return { ...made, importId, kind: record.kind, rows: form.rows.length, rejected: record.rejected };
  },
};
