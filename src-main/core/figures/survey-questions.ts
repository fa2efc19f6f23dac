// Owns the question registry as it is shown: each question of each wave, its line, its base where that is safe.
import type { Session } from '#core/store/store.ts';
import { AppError } from '#shared/errors.ts';
import type { SurveyQuestion } from '#shared/schemas/survey.ts';
import { scaleTitle } from '#shared/vocabulary/scales.ts';
import linkSql from './survey-link.sql?raw';
import sql from './survey-questions.sql?raw';

type Reader = Pick<Session, 'all'>;

/** Questions by instrument, line and wave. A base below the minimum is not told. */
export async function surveyQuestions(
  session: Reader,
  minimumBase: number,
  instrument: string | null,
): Promise<SurveyQuestion[]> {
  const rows = await session.all<SurveyQuestion & { base: number }>(sql, { instrument });
  return rows.map((row) => ({
    ...row,
    scale: row.scale === null ? null : scaleTitle(row.scale),
    base: row.base < minimumBase ? null : row.base,
  }));
}

/** Moves a question to another line, as a person decided. @throws AppError question-unknown */
export async function linkQuestion(session: Session, question: string, line: string): Promise<void> {
  const [importId, column] = question.split(':');
  const params = { import_id: importId ?? '', column_no: Number(column ?? -1), line };
  const found = await session.all(
    `select 1 as found from clean.survey_question
     where import_id = $import_id and column_no = $column_no
       and ($line = wording_line or exists (select 1 from clean.survey_question o where o.line = $line))`,
    params,
  );
  if (found.length === 0) throw new AppError('question-unknown');
  await session.run(linkSql, params);
}
