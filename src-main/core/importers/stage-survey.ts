// Owns the pass over survey responses: twice through the file, first to see what the answers look like,
// then to write one staged row a respondent and one a given answer.
import { join } from 'node:path';
import { pseudonymiser } from '#core/identity/pseudonym.ts';
import { type CellBatch, type Cells, isBlankRow, textAt } from '#core/readers/cell-batch.ts';
import type { Heading } from '#core/readers/head.ts';
import { isNotAnswer } from '#shared/vocabulary/scales.ts';
import { stagedColumns } from './field.ts';
import { RecordFile } from './record-file.ts';
import { openSurveyTexts } from './row-texts.ts';
import type { ScreeningStep } from './stage-free-text.ts';
import { type StageTask, stagingNames } from './stage-result.ts';
import { openStagingFile, staged } from './staging-file.ts';
import { answerWriter, cellCounter } from './survey-answers.ts';
import { columnMatches, surveyColumns } from './survey-columns.ts';
import { completionDates } from './survey-dates.ts';
import { meaningOf, unknownAnswers } from './survey-meanings.ts';
import { answerLabel, newProfile, planSurvey } from './survey-profile.ts';
import { surveyResponse } from './survey-response.ts';
import { SurveyTally } from './survey-tally.ts';
import { openTally } from './tally.ts';

type Batches = () => AsyncIterable<CellBatch>;

async function eachRow(
  batches: Batches,
  firstRow: number,
  progress: (batch: CellBatch) => void,
  each: (cells: Cells, row: number) => void,
): Promise<void> {
  for await (const batch of batches()) {
    for (let row = Math.max(0, firstRow - batch.firstRow); row < batch.rows; row++) {
      if (!isBlankRow(batch, row)) each(batch, row);
    }
    progress(batch);
  }
}

const testStatus = /^(1|2|8|16|survey preview|survey test|preview|test|spam)$/i;

/** @returns what was staged; questions and the wave found, for the registry. */
export async function stageSurvey(
  heading: Heading,
  task: StageTask,
  batches: Batches,
  progress: (rows: number, batch: CellBatch) => void,
  screened: ScreeningStep,
) {
  const firstRow = heading.headerRow + heading.headerRows;
  const columns = surveyColumns(heading, task);
  const profiles = heading.columns.map(newProfile);
  const counters = columns.answers.map(({ index }) => ({
    index,
    ...cellCounter(profiles[index] ?? newProfile()),
  }));
  const dates = completionDates();
  const [ended, started] = [columns.metadata('end'), columns.metadata('start')];
  const dated = ended >= 0 ? ended : started;
  await eachRow(
    batches,
    firstRow,
    (batch) => progress(0, batch),
    (cells, row) => {
      for (const { index, see } of counters) see(cells, row, index);
      if (dated >= 0) dates.see(textAt(cells, row, dated).trim());
    },
  );
  for (const { settle } of counters) settle();
  const meaning = meaningOf(task.mapping);
  const plan = planSurvey(columns.answers, profiles, heading.dialect, meaning);

  const path = (name: string) => (task.folder === null ? null : join(task.folder, name));
  const rows = openStagingFile(path(stagingNames.rows), [
    'row_no',
    ...surveyResponse.fields.flatMap(stagedColumns),
    'test_response',
  ]);
  const given = new RecordFile(path(stagingNames.answers), ['row_no', 'answer_nos']);
  const counted = new SurveyTally(plan.columns, {
    groups: path(stagingNames.groups),
    tally: path(stagingNames.tally),
    people: path(stagingNames.people),
    patterns: path(stagingNames.patterns),
  });
  const answers = answerWriter(plan.columns, path(stagingNames.labels), counted);
  const texts = openSurveyTexts(heading, plan.heldBack, task);
  const tally = openTally(task.folder);
  const pseudonymise = pseudonymiser(task.key);
  const [respondent, email, status] = [
    columns.metadata('respondent-id'),
    columns.metadata('email'),
    columns.metadata('status'),
  ];
  const needsDate = heading.dialect === 'google-forms' && dated >= 0;
  const sample: Record<string, string>[] = [];
  let tests = 0;
  const identityOf = (cell: (column: number) => string): string => {
    const address = cell(email).trim();
    const named = /@/.test(address) ? address : cell(respondent).trim();
    return named === '' ? '' : pseudonymise(named);
  };
  try {
    await eachRow(
      batches,
      firstRow,
      (batch) => progress(tally.counts.read, batch),
      (cells, row) => {
        const rowNo = cells.firstRow + row;
        const cell = (column: number): string => textAt(cells, row, column);
        tally.counts.read++;
        if (needsDate && cell(dated).trim() === '') {
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
        const test = status >= 0 && testStatus.test(cell(status).trim());
        if (test) tests++;
        const groups = surveyResponse.fields.slice(1).map(({ id }) => {
          const mapped = columns.groups.find(({ field }) => field.id === id);
          if (mapped?.source.kind === 'constant') return staged(mapped.source.value);
          const text = mapped?.source.kind === 'column' ? answerLabel(cell(mapped.source.column)) : '';
          return isNotAnswer(text) ? '' : staged(text);
        });
        rows.write([rowNo, staged(identityOf(cell)), ...groups, test].join(','));
        answers.write(cells, row, given, test ? null : groups.join(','));
        texts.see(cells, row, true);
        tally.counts.accepted++;
        if (sample.length < 8) {
          sample.push(
            Object.fromEntries(
              columns.answers
                .filter(({ index }) => plan.columns.some((entry) => entry.column === index))
                .slice(0, 12)
                .map(({ index, header }) => [header, cell(index).slice(0, 200)]),
            ),
          );
        }
      },
    );
    texts.close(screened);
  } finally {
    texts.abandon();
    rows.close();
    given.close();
    answers.close();
    counted.close();
    tally.close();
  }
  return {
    tally,
    sample,
    plan,
    tests,
    wave: task.wave ?? dates.wave(task.mapping.dateOrder),
    matches: columnMatches(heading, columns, plan),
    unknown: unknownAnswers(columns.answers, profiles, plan, meaning),
  };
}
