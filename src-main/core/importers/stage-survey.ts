// Owns the pass over survey responses: twice through the file, first to see what the answers look like,
// then to write one staged row a respondent and one a given answer.
import { join } from 'node:path';
import { pseudonymiser } from '#core/identity/pseudonym.ts';
import type { Heading } from '#core/readers/head.ts';
import type { RowBatch } from '#core/readers/source-table.ts';
import { isNotAnswer } from '#shared/vocabulary/scales.ts';
import { stagedColumns } from './field.ts';
import { type StageTask, stagingNames } from './stage-result.ts';
import { openStagingFile, staged } from './staging-file.ts';
import { columnMatches, surveyColumns } from './survey-columns.ts';
import { completionDates } from './survey-dates.ts';
import {
  answerLabel,
  newProfile,
  planSurvey,
  profileCell,
  type SurveyPlan,
  writtenIn,
} from './survey-profile.ts';
import { surveyResponse } from './survey-response.ts';
import { openTally } from './tally.ts';

type Batches = () => AsyncIterable<RowBatch>;

async function eachRow(
  batches: Batches,
  firstRow: number,
  progress: (batch: RowBatch) => void,
  row: (cells: readonly string[], rowNo: number) => void,
): Promise<void> {
  for await (const batch of batches()) {
    for (const [index, cells] of batch.rows.entries()) {
      const rowNo = batch.firstRow + index;
      if (rowNo >= firstRow && cells.some((cell) => cell.trim() !== '')) row(cells, rowNo);
    }
    progress(batch);
  }
}

const testStatus = /^(1|2|8|16|survey preview|survey test|preview|test|spam)$/i;

const unticked = /^(0|no|false)$/i;

/** Writes the answers that one respondent gave. */
function answerWriter(plan: SurveyPlan, write: (record: string) => void) {
  return (cells: readonly string[], rowNo: number): void => {
    for (const { column, question, scale, choice, split, rare } of plan.columns) {
      const cell = answerLabel(cells[column] ?? '');
      if (cell === '') continue;
      // A tick stands for the choice its column is for.
      if (choice !== null && (isNotAnswer(cell) || unticked.test(cell)) && cell !== choice) continue;
      const given =
        choice !== null
          ? [choice]
          : split
            ? new Set(cell.split(';').map(answerLabel).filter(Boolean))
            : [cell];
      for (const answer of given) {
        const score = isNotAnswer(answer) ? null : (scale?.score(answer) ?? null);
        const favourable = score === null ? null : (scale?.favourable(score) ?? null);
        const label = rare.has(answer.toLowerCase()) ? writtenIn : answer;
        const answered = scale ? score !== null : !isNotAnswer(answer);
        write(`${rowNo},${question},${staged(label)},${score ?? ''},${favourable ?? ''},${answered}`);
      }
    }
  };
}

/** @returns what was staged; questions and the wave found, for the registry. */
export async function stageSurvey(
  heading: Heading,
  task: StageTask,
  batches: Batches,
  progress: (rows: number, batch: RowBatch) => void,
) {
  const firstRow = heading.headerRow + heading.headerRows;
  const columns = surveyColumns(heading, task);
  const profiles = heading.columns.map(newProfile);
  const dates = completionDates();
  const [ended, started] = [columns.metadata('end'), columns.metadata('start')];
  const dated = ended >= 0 ? ended : started;
  await eachRow(
    batches,
    firstRow,
    (batch) => progress(0, batch),
    (cells) => {
      for (const { index } of columns.answers)
        profileCell(profiles[index] ?? newProfile(), cells[index] ?? '');
      if (dated >= 0) dates.see((cells[dated] ?? '').trim());
    },
  );
  const plan = planSurvey(columns.answers, profiles, heading.dialect);

  const path = (name: string) => (task.folder === null ? null : join(task.folder, name));
  const rows = openStagingFile(path(stagingNames.rows), [
    'row_no',
    ...surveyResponse.fields.flatMap(stagedColumns),
    'test_response',
  ]);
  const answers = openStagingFile(path(stagingNames.answers), [
    'row_no',
    'column_no',
    'label',
    'score',
    'favourable',
    'answered',
  ]);
  const tally = openTally(task.folder);
  const pseudonymise = pseudonymiser(task.key);
  const writeAnswers = answerWriter(plan, answers.write);
  const [respondent, email, status] = [
    columns.metadata('respondent-id'),
    columns.metadata('email'),
    columns.metadata('status'),
  ];
  const needsDate = heading.dialect === 'google-forms' && dated >= 0;
  const sample: Record<string, string>[] = [];
  let tests = 0;
  const identityOf = (cells: readonly string[]): string => {
    const address = email < 0 ? '' : (cells[email] ?? '').trim();
    const given = /@/.test(address) ? address : respondent < 0 ? '' : (cells[respondent] ?? '').trim();
    return given === '' ? '' : pseudonymise(given);
  };
  try {
    await eachRow(
      batches,
      firstRow,
      (batch) => progress(tally.counts.read, batch),
      (cells, rowNo) => {
        tally.counts.read++;
        if (needsDate && (cells[dated] ?? '').trim() === '') {
          const column = heading.columns[dated]?.header ?? 'Timestamp';
          tally.note({
            row: rowNo,
            column,
            code: 'not-a-response',
            value: '',
            reason: 'has no time of answering, so it is not a response (a total or an average, perhaps)',
            rejects: true,
          });
          tally.reject(rowNo, {});
          return;
        }
        const test = status >= 0 && testStatus.test((cells[status] ?? '').trim());
        if (test) tests++;
        const groups = surveyResponse.fields.slice(1).map(({ id }) => {
          const mapped = columns.groups.find(({ field }) => field.id === id);
          if (mapped?.source.kind === 'constant') return staged(mapped.source.value);
          const text = mapped?.source.kind === 'column' ? answerLabel(cells[mapped.source.column] ?? '') : '';
          return isNotAnswer(text) ? '' : staged(text);
        });
        rows.write([rowNo, staged(identityOf(cells)), ...groups, test].join(','));
        writeAnswers(cells, rowNo);
        tally.counts.accepted++;
        if (sample.length < 8) {
          sample.push(
            Object.fromEntries(
              columns.answers
                .filter(({ index }) => plan.columns.some((entry) => entry.column === index))
                .slice(0, 12)
                .map(({ index, header }) => [header, (cells[index] ?? '').slice(0, 200)]),
            ),
          );
        }
      },
    );
  } finally {
    rows.close();
    answers.close();
    tally.close();
  }
  return {
    tally,
    sample,
    plan,
    tests,
    wave: task.wave ?? dates.wave(task.mapping.dateOrder),
    matches: columnMatches(heading, columns, plan),
  };
}
