// Owns the denominators: how many people and how much FTE there were at a period's first and last day.
// Cuts other than directorate and grade do not divide a workforce: they are null in what is answered.
import { type Cell, cutParams, periodsJson, type Question, type Reader } from './metric.ts';
import sql from './workforce-at.sql?raw';

export interface WorkforceRow extends Cell {
  /** Monday-to-Friday days of the period. */
  readonly weekdays: number;
  /** Null without a snapshot on or before the day, at most 13 months old. */
  readonly opening_headcount: number | null;
  readonly closing_headcount: number | null;
  readonly opening_fte: number | null;
  readonly closing_fte: number | null;
}

/** The workforce at each of the question's periods and, where it is cut by them, directorates and grades. */
export const workforceAt = (session: Reader, question: Question): Promise<WorkforceRow[]> =>
  session.all<WorkforceRow>(sql, { ...cutParams(question), periods: periodsJson(question.periods) });

/** Half the sum of the first and the last day's number (LG Inform); null where either is not known. */
export const average = (opening: number | null, closing: number | null): number | null =>
  opening === null || closing === null ? null : (opening + closing) / 2;

/** Said of every figure whose denominator is a snapshot. */
export const snapshotRule =
  'The number at a day is that of the latest workforce snapshot on or before it, no more than 13 months old.';
