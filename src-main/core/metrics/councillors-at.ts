// Owns the other denominator: how many councillors were in office at a period's last day.
// Cuts other than party and role do not divide councillors: they are null in what is answered.

import sql from './councillors-at.sql?raw';
import { type Cell, cutParams, periodsJson, type Question, type Reader } from './metric.ts';

export interface CouncillorsRow extends Cell {
  readonly councillors: number;
}

/** The councillors in office at the end of each of the question's periods. */
export const councillorsAt = (session: Reader, question: Question): Promise<CouncillorsRow[]> =>
  session.all<CouncillorsRow>(sql, { ...cutParams(question), periods: periodsJson(question.periods) });
