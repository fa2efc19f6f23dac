// Owns the whole pass over a file, on a worker thread: open, find the heading, recognise the kind,
// map the columns, stage every row. Nothing here touches the database.

import { sealNames } from '#core/identity/vault.ts';
import { cellsOf } from '#core/readers/cell-batch.ts';
import type { Heading } from '#core/readers/head.ts';
import type { RowBatch } from '#core/readers/open.ts';
import { mergedNotes } from '#core/readers/sheet-facts.ts';
import { AppError } from '#shared/errors.ts';
import type { ColumnMatch, Covers, Note } from '#shared/schemas/import.ts';
import { chooseMapping } from './choose-mapping.ts';
import { noteExample } from './example-row.ts';
import { treatmentOf } from './field.ts';
import { mapColumns } from './map-columns.ts';
import type { MappedField } from './match-columns.ts';
import { guessFields } from './match-values.ts';
import { missingFields } from './missing-fields.ts';
import { openTable } from './open-table.ts';
import { asRead, readingNotes } from './saved-reading.ts';
import type { StageListener, StageResult, StageTask } from './stage-result.ts';
import { stageRows } from './stage-rows.ts';
import { stageSurvey } from './stage-survey.ts';
import { surveyResponse } from './survey-response.ts';
import type { Tally } from './tally.ts';
import { unknownValues } from './unknown-values.ts';

function rowMatches(heading: Heading, mapped: readonly MappedField[]): ColumnMatch[] {
  return heading.columns.map(({ index, header }): ColumnMatch => {
    const match = mapped.find(({ source }) =>
      source.kind === 'column'
        ? source.column === index
        : (source.kind === 'flags' || source.kind === 'series') &&
          source.columns.some(({ column }) => column === index),
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
export async function stage(given: StageTask, listener: StageListener): Promise<StageResult> {
  const { table, head, heading } = await openTable(given);
  const firstRow = heading.headerRow + heading.headerRows;
  const rows = head.slice(firstRow - 1);
  const { importer, task, savedMapping } = chooseMapping({ ...given, sheet: table.sheet }, heading, rows);
  const progress = (rows: number, batch: Pick<RowBatch, 'bytesRead' | 'bytesTotal'>) =>
    listener.progress({ rows, bytesRead: batch.bytesRead, bytesTotal: batch.bytesTotal });
  const screened = (done: number, of: number) =>
    listener.progress({ rows: 0, bytesRead: 1, bytesTotal: 1, screened: { done, of } });
  const read = { sheet: table.sheet, headerRows: heading.headerRows };
  const ended = (tally: Tally) => counted(noteExample(tally, importer, heading, head, task.folder));
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
    savedMapping,
    mapping: asRead(task.mapping, read),
    matched: {},
    covers: null,
    unknownValues: [],
  };
  /** Asked for when the pass is over: what was left out below the table is known only then. */
  const readerNotes = (): Note[] => [
    ...(savedMapping ? readingNotes(savedMapping.name, task.mapping, given, read) : []),
    ...[...table.notes, ...heading.notes, ...mergedNotes(table.merged ?? [], heading)].map(
      ({ code, text }) => ({ code, text }),
    ),
  ];

  if (importer === surveyResponse) {
    const { tally, sample, plan, tests, wave, matches, unknown } = await stageSurvey(
      heading,
      task,
      () => cellsOf(table),
      progress,
      screened,
    );
    const notes = [...readerNotes(), ...columnNotes(matches)];
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
      ...ended(tally),
      columns: matches,
      sample,
      notes,
      matched: Object.fromEntries(
        matches.flatMap(({ header, field, treatment }) =>
          treatment === 'stored' && importer.fields.some(({ id }) => id === field) ? [[field, header]] : [],
        ),
      ),
      unknownValues: unknown,
      survey: { instrument: task.instrument, wave, questions: plan.questions },
    };
  }

  const headings = heading.columns.map(({ header }) => header);
  const named = mapColumns(importer, { headings, rows }, task.mapping);
  const { mapped, notes: guesses } = guessFields(headings, importer.fields, named, rows);
  const columns = rowMatches(heading, mapped);
  const missing = missingFields(importer, mapped);
  if (missing.length > 0) {
    const sample = rows
      .slice(0, 8)
      .map((row) =>
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
      problemGroups: [],
      notes: [...readerNotes(), ...guesses],
    };
  }
  const { tally, sample, order, ambiguousDates, names } = await stageRows({
    importer,
    mapped,
    task,
    firstRow,
    cells: () => cellsOf(table),
    progress,
    part: listener.part,
    screened,
  });
  if (tally.counts.read === 0) throw new AppError('no-rows', { name: task.name });
  const notes = [...readerNotes(), ...guesses, ...columnNotes(columns)];
  if (order === 'mdy')
    notes.push({
      code: 'dates-month-first',
      text: 'Dates were read month first: a second number above 12 shows it.',
    });
  return {
    ...common,
    ...ended(tally),
    columns,
    sample,
    notes,
    ambiguousDates,
    matched: Object.fromEntries(
      mapped.flatMap(({ field, source, heading: name }) =>
        source.kind === 'column' &&
        treatmentOf(field) !== 'held-back' &&
        treatmentOf(field) !== 'not-imported'
          ? [[field.id, name]]
          : [],
      ),
    ),
    covers: coversOf(tally),
    unknownValues: unknownValues(mapped, tally.unknown, task.mapping),
    ...(task.keepFor && names.size > 0 ? { names: sealNames(task.keepFor, names) } : {}),
  };
}

const treatedSample = (match: ColumnMatch | undefined, cell: string): string =>
  match?.treatment === 'stored'
    ? cell.slice(0, 200)
    : match?.treatment === 'pseudonym'
      ? '(pseudonym)'
      : '(not shown)';

/** A month or a year alone covers all its days. */
function coversOf({ covered: { from, to } }: Tally): Covers | null {
  if (from === '' || to === '') return null;
  const [year = '', month = '12', day] = to.split('-');
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { from: `${from}-01-01`.slice(0, 10), to: day === undefined ? `${year}-${month}-${last}` : to };
}

const counted = ({ counts, problems, groups }: Pick<Tally, 'counts' | 'problems' | 'groups'>) => ({
  read: counts.read,
  accepted: counts.accepted,
  rejected: counts.rejected,
  problems,
  problemCount: counts.problems,
  problemGroups: [...groups.values()],
});
