// Owns the whole pass over a file, on a worker thread: open, find the heading, recognise the kind,
// map the columns, stage every row. Nothing here touches the database.

import { type Heading, readHeading } from '#core/readers/head.ts';
import { openSource, type RowBatch, type SourceTable } from '#core/readers/open.ts';
import { AppError } from '#shared/errors.ts';
import type { ColumnMatch, Note } from '#shared/schemas/import.ts';
import { treatmentOf } from './field.ts';
import type { Importer } from './importer.ts';
import { importerOf, importers } from './index.ts';
import { type MappedField, mapFields } from './match-columns.ts';
import { recogniseKind } from './recognise-kind.ts';
import type { StageListener, StageResult, StageTask } from './stage-result.ts';
import { stageRows } from './stage-rows.ts';
import { stageSurvey } from './stage-survey.ts';
import { surveyResponse } from './survey-response.ts';

/** Records looked at to find the heading and recognise the kind. */
const headRecords = 200;

async function firstRows(table: SourceTable): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch.rows.slice(0, headRecords - rows.length));
    if (rows.length >= headRecords) break;
  }
  return rows;
}

function importerFor(task: StageTask, heading: Heading, rows: readonly (readonly string[])[]): Importer {
  if (task.kind !== null) {
    const importer = importerOf(task.kind);
    if (!importer)
      throw new AppError('kind-not-known', {
        kind: task.kind,
        kinds: importers.map(({ id }) => id).join(', '),
      });
    return importer;
  }
  const importer = recogniseKind(heading, rows);
  if (!importer) throw new AppError('kind-unknown', { name: task.name });
  return importer;
}

const missingOf = (importer: Importer, mapped: readonly MappedField[]): string[] => {
  const has = (id: string) => mapped.some(({ field }) => field.id === id);
  const label = (id: string) => importer.fields.find((field) => field.id === id)?.label ?? id;
  const needed = importer.fields
    .filter((field) => field.required && !has(field.id))
    .map((field) => field.label);
  const groups = (importer.oneOf ?? [])
    .filter((group) => !group.some(has))
    .map((group) => group.map(label).join(' or '));
  return [...needed, ...groups];
};

function rowMatches(heading: Heading, mapped: readonly MappedField[]): ColumnMatch[] {
  return heading.columns.map(({ index, header }): ColumnMatch => {
    const match = mapped.find(({ source }) =>
      source.kind === 'column'
        ? source.column === index
        : source.kind === 'flags' && source.columns.some(({ column }) => column === index),
    );
    if (!match) return { header, field: null, confidence: 0, treatment: 'not-imported' };
    return {
      header,
      field: match.field.id,
      confidence: Math.round(match.confidence * 100) / 100,
      treatment: treatmentOf(match.field),
    };
  });
}

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

function columnNotes(columns: readonly ColumnMatch[]): Note[] {
  const count = (treatment: ColumnMatch['treatment']) =>
    columns.filter((column) => column.treatment === treatment).length;
  const [held, pseudonyms, left] = [count('held-back'), count('pseudonym'), count('not-imported')];
  const notes: Note[] = [];
  if (held > 0)
    notes.push({
      code: 'comments-held-back',
      text: `${plural(held, 'comment column was', 'comment columns were')} held back: free text may name people.`,
    });
  if (pseudonyms > 0)
    notes.push({
      code: 'pseudonymised',
      text: `${plural(pseudonyms, 'column that names people became a pseudonym', 'columns that name people became pseudonyms')} before anything was stored.`,
    });
  if (left > 0)
    notes.push({
      code: 'columns-not-imported',
      text: `${plural(left, 'column was', 'columns were')} not imported.`,
    });
  return notes;
}

/**
 * Passes over one file.
 * @throws AppError whatever the reader throws; kind-unknown, kind-not-known, survey-summary
 */
export async function stage(task: StageTask, listener: StageListener): Promise<StageResult> {
  const table = await openSource(task.path, {
    name: task.name,
    ...(task.sheet === null ? {} : { sheet: task.sheet }),
  });
  const head = await firstRows(table);
  const heading = readHeading(head, task.headerRows === null ? {} : { headerRows: task.headerRows });
  if (heading.refusal) throw new AppError('survey-summary', { name: task.name });
  const firstRow = heading.headerRow + heading.headerRows;
  const importer = importerFor(task, heading, head.slice(firstRow - 1));
  const progress = (rows: number, batch: RowBatch) =>
    listener.progress({ rows, bytesRead: batch.bytesRead, bytesTotal: batch.bytesTotal });
  const batches = () => table.batches();
  const common = {
    kind: importer.id,
    dialect: heading.dialect,
    format: table.format,
    encoding: table.encoding,
    sheet: table.sheet,
    sheets: table.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name),
    headerRows: heading.headerRows,
    survey: null,
    ambiguousDates: null,
    missing: [],
  };
  const readerNotes: Note[] = [...table.notes, ...heading.notes].map(({ code, text }) => ({ code, text }));

  if (importer === surveyResponse) {
    const { tally, sample, plan, tests, wave, matches } = await stageSurvey(heading, task, batches, progress);
    const notes = [...readerNotes, ...columnNotes(matches)];
    if (tests > 0)
      notes.push({
        code: 'test-responses',
        text: `${plural(tests, 'response is', 'responses are')} marked as a test or preview and left out of every figure.`,
      });
    const turned = plan.questions.filter(({ reversed }) => reversed).length;
    if (turned > 0)
      notes.push({
        code: 'negatively-worded',
        text: `${plural(turned, 'question is', 'questions are')} worded negatively: agreeing counts as unfavourable, and scores are turned round.`,
      });
    if (tally.counts.read === 0) throw new AppError('no-rows', { name: task.name });
    return {
      ...common,
      ...counted(tally),
      columns: matches,
      sample,
      notes,
      survey: { instrument: task.instrument, wave, questions: plan.questions },
    };
  }

  const headings = heading.columns.map(({ header }) => header);
  const mapped = mapFields(headings, importer.fields, task.mapping);
  const columns = rowMatches(heading, mapped);
  const missing = missingOf(importer, mapped);
  if (missing.length > 0) {
    const rows = head.slice(firstRow - 1, firstRow + 7);
    const sample = rows.map((row) =>
      Object.fromEntries(
        headings.map((name, index) => [name, treatedSample(columns[index], row[index] ?? '')]),
      ),
    );
    return {
      ...common,
      columns,
      sample,
      missing,
      read: 0,
      accepted: 0,
      rejected: 0,
      problems: [],
      problemCount: 0,
      notes: readerNotes,
    };
  }
  const { tally, sample, order, ambiguousDates } = await stageRows(
    importer,
    mapped,
    task,
    firstRow,
    batches,
    progress,
    listener.part,
  );
  if (tally.counts.read === 0) throw new AppError('no-rows', { name: task.name });
  const notes = [...readerNotes, ...columnNotes(columns)];
  if (order === 'mdy')
    notes.push({
      code: 'dates-month-first',
      text: 'Dates were read month first: a second number above 12 shows it.',
    });
  return { ...common, ...counted(tally), columns, sample, notes, ambiguousDates };
}

const treatedSample = (match: ColumnMatch | undefined, cell: string): string =>
  match?.treatment === 'stored'
    ? cell.slice(0, 200)
    : match?.treatment === 'pseudonym'
      ? '(pseudonym)'
      : '(not shown)';

const counted = ({
  counts,
  problems,
}: {
  counts: { read: number; accepted: number; rejected: number; problems: number };
  problems: StageResult['problems'];
}) => ({
  read: counts.read,
  accepted: counts.accepted,
  rejected: counts.rejected,
  problems,
  problemCount: counts.problems,
});
