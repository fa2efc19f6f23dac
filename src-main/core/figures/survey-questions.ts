// Owns the question registry as it is shown: each question of each wave, its line, its base where that is safe.
import type { Session } from '#core/store/store.ts';
import { AppError } from '#shared/errors.ts';
import type { SurveyQuestion } from '#shared/schemas/survey.ts';
import { scaleEnds, scaleTitle } from '#shared/vocabulary/scales.ts';
import linkSql from './survey-link.sql?raw';
import sql from './survey-questions.sql?raw';
import reverseSql from './survey-reverse.sql?raw';

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

const idOf = (question: string) => {
  const [importId, column] = question.split(':');
  return { import_id: importId ?? '', column_no: Number(column ?? -1) };
};

/**
 * Turns the scores of a question round where it is not worded as was thought.
 * @throws AppError question-unknown, also for a question whose scale has no good side
 */
export async function reverseQuestion(session: Session, question: string, reversed: boolean): Promise<void> {
  const id = idOf(question);
  const [found] = await session.all<{ scale: string | null; reversed: boolean }>(
    'select scale, reversed from clean.survey_question where import_id = $import_id and column_no = $column_no',
    id,
  );
  const ends = found?.scale ? scaleEnds(found.scale) : null;
  if (!found || ends === null) throw new AppError('question-unknown');
  if (found.reversed === reversed) {
    await session.run(
      `update clean.survey_question set reversed_by = 'person'
       where import_id = $import_id and column_no = $column_no`,
      id,
    );
    return;
  }
  await session.run(reverseSql, { ...id, ends: ends.low + ends.high, favourable_from: ends.favourableFrom });
}

/** Moves a question to another line, as a person decided. @throws AppError question-unknown */
export async function linkQuestion(session: Session, question: string, line: string): Promise<void> {
  const params = { ...idOf(question), line };
  const found = await session.all(
    `select 1 as found from clean.survey_question
     where import_id = $import_id and column_no = $column_no
       and ($line = wording_line or exists (select 1 from clean.survey_question o where o.line = $line))`,
    params,
  );
  if (found.length === 0) throw new AppError('question-unknown');
  await session.run(linkSql, params);
}

/**
 * Takes over for the questions of a new import what a person said of their wording in other waves of the
 * instrument: whether they are worded negatively.
 */
export async function takeOverWording(session: Session, importId: string): Promise<void> {
  const said = await session.all<{ column: number; scale: string; reversed: boolean }>(
    `select n.column_no as "column", n.scale, p.reversed
     from clean.survey_question n
     join (
       select q.instrument, q.wording_line, arg_max(q.reversed, i.imported_at) as reversed
       from clean.survey_question q
       join import i using (import_id)
       where q.reversed_by = 'person' and q.import_id <> $import_id
       group by all
     ) p using (instrument, wording_line)
     where n.import_id = $import_id and n.scale is not null`,
    { import_id: importId },
  );
  for (const { column, scale, reversed } of said) {
    if (scaleEnds(scale)) await reverseQuestion(session, `${importId}:${column}`, reversed);
  }
}
