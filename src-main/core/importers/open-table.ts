// Owns which table of a file is read: the sheet that was asked for, else the one that holds data Candour knows.
// The rule: where several sheets could be meant, the analyst is asked, never guessed for.
import { type Heading, readHeading } from '#core/readers/head.ts';
import { openSource, type SourceTable } from '#core/readers/open.ts';
import { withoutFooter } from '#core/readers/table-end.ts';
import { AppError } from '#shared/errors.ts';
import { chooseMapping } from './choose-mapping.ts';
import { mapColumns } from './map-columns.ts';
import { missingFields } from './missing-fields.ts';
import { recogniseMapping } from './saved-mapping.ts';
import { asMapped, type SavedWay, savedWays } from './saved-reading.ts';
import type { StageTask } from './stage-result.ts';
import { surveyResponse } from './survey-response.ts';

/** Records looked at to find the heading and recognise the kind. */
const headRecords = 200;

/** A table with its first records and its heading; what stands below its last record is cut off. */
export interface OpenTable {
  readonly table: SourceTable;
  readonly head: string[][];
  readonly heading: Heading;
}

/** Opens the table that a task means. Throws AppError as the readers do, and `sheet-needed` or `survey-summary`. */
export async function openTable(given: StageTask): Promise<OpenTable> {
  const task = asMapped(given);
  const found = (await openAsSaved(task)) ?? (await openFound(task));
  if (found.heading.refusal) throw new AppError('survey-summary', { name: task.name });
  return found;
}

async function openFound(task: StageTask): Promise<OpenTable> {
  const { path, name, sheet, encoding } = task;
  const options = { ...(sheet === null ? {} : { sheet }), ...(encoding ? { encoding } : {}) };
  const first = await openSource(path, { name, ...options });
  return chosen(task, await look(first, task), first.others ?? []);
}

/** The table that one saved mapping alone names and knows by its headings; null where none does, or several do. */
async function openAsSaved(task: StageTask): Promise<OpenTable | null> {
  const known: { readonly table: OpenTable; readonly exact: boolean }[] = [];
  const find = async (ways: readonly SavedWay[]): Promise<void> => {
    for (const { way, saved } of ways) {
      const table = await openFound({ ...task, ...way }).catch((cause: unknown) => {
        if (cause instanceof AppError) return null;
        throw cause;
      });
      const headings = table?.heading.columns.map(({ header }) => header) ?? [];
      const own = recogniseMapping(saved, headings, task.kind);
      const best = recogniseMapping(task.saved ?? [], headings, task.kind);
      if (table && own && best && own.exact === best.exact) known.push({ table, exact: own.exact });
    }
  };
  await find(savedWays(task, 'whole'));
  if (known.length === 0) await find(savedWays(task, 'heading-rows'));
  const exact = known.filter((one) => one.exact);
  const [only, another] = exact.length > 0 ? exact : known;
  return another === undefined ? (only?.table ?? null) : null;
}

/** The table's first records and its heading. */
export async function headOf(
  table: SourceTable,
  headerRows: number | null,
): Promise<Pick<OpenTable, 'head' | 'heading'>> {
  const head: string[][] = [];
  for await (const batch of table.batches()) {
    head.push(...batch.rows.slice(0, headRecords - head.length));
    if (head.length >= headRecords) break;
  }
  const heading = readHeading(head, {
    ...(headerRows === null ? {} : { headerRows }),
    ...(table.merged ? { merged: table.merged } : {}),
  });
  return { head, heading };
}

async function look(table: SourceTable, { headerRows }: StageTask): Promise<OpenTable> {
  const { head, heading } = await headOf(table, headerRows);
  return { table: withoutFooter(table, heading, head), head, heading };
}

async function chosen(
  task: StageTask,
  first: OpenTable,
  others: readonly (() => SourceTable)[],
): Promise<OpenTable> {
  if (others.length === 0) return first;
  const all = [first];
  for (const open of others) all.push(await look(open(), task));
  const tables = all.filter(holdsTable);
  if (tables.length < 2) return tables[0] ?? first;
  const known = tables.filter((table) => isKnown(table, task));
  const [only] = known;
  if (only && known.length === 1) return only;
  const summary = tables.find(({ heading }) => heading.refusal !== null);
  if (known.length === 0 && summary) return summary;
  const sheets = (known.length > 0 ? known : tables).map(({ table }) => table.sheet ?? '').join(', ');
  // A preview keeps nothing: it shows one of them and says that the choice is still to be made.
  if (only && task.folder === null) return undecided(only, sheets);
  throw new AppError('sheet-needed', { name: task.name, sheets });
}

function undecided({ table, ...open }: OpenTable, sheets: string): OpenTable {
  const text = `Several sheets hold data: ${sheets}. Say which one to read before importing.`;
  return {
    ...open,
    table: {
      ...table,
      get notes() {
        return [{ code: 'sheet-needed', text }, ...table.notes];
      },
    },
  };
}

/** Two columns and a record at least: less is a cover or a note. */
const holdsTable = ({ head, heading }: OpenTable): boolean =>
  heading.refusal !== null ||
  (heading.columns.length > 1 && head.length >= heading.headerRow + heading.headerRows);

/** Whether the table is of the kind that was said, or of any. */
function isKnown({ table, head, heading }: OpenTable, asked: StageTask): boolean {
  const task = { ...asked, sheet: table.sheet };
  const rows = head.slice(heading.headerRow + heading.headerRows - 1);
  try {
    const any = chooseMapping({ ...task, kind: null }, heading, rows);
    if (any.importer === surveyResponse) return task.kind === null || task.kind === surveyResponse.id;
    if (task.kind === surveyResponse.id) return false;
  } catch (error) {
    if (!(error instanceof AppError) || task.kind === null || task.kind === surveyResponse.id) return false;
  }
  const { importer, task: followed } = chooseMapping(task, heading, rows);
  const headings = heading.columns.map(({ header }) => header);
  return missingFields(importer, mapColumns(importer, { headings, rows }, followed.mapping)).length === 0;
}
