// Owns the lines of a figure: the cells of one group in time order, and where the line is broken.

import { formatDate, type Period } from '#shared/calendar.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { SeriesBreak } from '#shared/schemas/series-break.ts';
import { scaleTitle } from '#shared/vocabulary/scales.ts';
import { type FigureCell, keyOf } from './cell.ts';

export interface SegmentedCell extends FigureCell {
  /** Cells of one unbroken line share a segment. */
  readonly segment: number;
}

/** The cells of each group, in time order; groups in the order they come. */
export function seriesOf<C extends FigureCell>(cells: readonly C[]): C[][] {
  const series = new Map<string, C[]>();
  for (const cell of cells) {
    const key = keyOf(...cell.coords);
    const there = series.get(key);
    if (there) there.push(cell);
    else series.set(key, [cell]);
  }
  return [...series.values()];
}

/**
 * Numbers the segments: a new one starts in the period that holds a break set by a person (`breaks`: those
 * of this metric); at the wave from which a question is asked on another scale; and where one question
 * would stand beside another, or beside a mean of several. Answers the breaks that lie in the cells' span.
 */
export function segment(
  cells: readonly FigureCell[],
  breaks: readonly SeriesBreak[],
): { cells: SegmentedCell[]; breaks: SeriesBreak[]; notes: Note[] } {
  const first = cells.reduce((least, { period }) => (period.from < least ? period.from : least), '9999');
  const last = cells.reduce((most, { period }) => (period.to > most ? period.to : most), '');
  const within = breaks.filter(({ date }) => date > first && date <= last);
  const changes = [...new Set(within.map(({ date }) => date))];
  const scales: ScaleChange[] = [];
  let questionsChanged = false;
  const segmented = seriesOf(cells).flatMap((series) => {
    let before: FigureCell | undefined;
    let broken = 0;
    return series.map((cell) => {
      if (before && cell.scale !== null && before.scale !== null && cell.scale !== before.scale) {
        broken += 1;
        scales.push({ from: cell.period.from, before: before.scale, after: cell.scale });
      } else if (before && otherQuestions(before, cell)) {
        questionsChanged = true;
        if (isOneQuestion(before) || isOneQuestion(cell)) broken += 1;
      }
      if (cell.questions !== null || cell.scale !== null) before = cell;
      return { ...cell, segment: broken + changes.filter((date) => date <= cell.period.to).length };
    });
  });
  return {
    cells: segmented,
    breaks: within,
    notes: [
      ...within.map((one) => breakNote(one, cells)),
      ...scaleNotes(scales),
      ...(questionsChanged ? [questionsNote] : []),
    ],
  };
}

/** A period that begins before a break and ends on or after it holds rows of both sides. */
function breakNote({ date, title }: SeriesBreak, cells: readonly FigureCell[]): Note {
  const mixed = cells.find(({ period }) => period.from < date && period.to >= date);
  const both = mixed ? ` ${mixed.period.title} holds the day itself and mixes both.` : '';
  const text = `The series breaks on ${formatDate(date)} (${title}): what lies before and after it is not compared.${both}`;
  return { code: 'series-break', text };
}

/** The break that keeps two periods of one group from being compared; null where none does. */
export const breakBetween = (
  breaks: readonly SeriesBreak[],
  before: Pick<Period, 'to'>,
  after: Pick<Period, 'to'>,
): SeriesBreak | null => breaks.filter(({ date }) => date > before.to && date <= after.to).at(-1) ?? null;

const questionsNote: Note = {
  code: 'questions-changed',
  text: 'What is shown for a theme or a whole survey is not of the same questions in every wave: part of a change may be theirs.',
};

/** One question is never compared with another, nor with a mean of several. */
const isOneQuestion = ({ questions }: FigureCell): boolean => questions?.length === 1;

const otherQuestions = (before: FigureCell, after: FigureCell): boolean =>
  before.questions !== null &&
  after.questions !== null &&
  keyOf(...before.questions) !== keyOf(...after.questions);

interface ScaleChange {
  readonly from: string;
  readonly before: string;
  readonly after: string;
}

/** One note a wave and change of scale, however many questions and groups it touches. */
function scaleNotes(changes: readonly ScaleChange[]): Note[] {
  const kinds = new Map<string, ScaleChange[]>();
  for (const change of changes) {
    const key = keyOf(change.from, change.before, change.after);
    kinds.set(key, [...(kinds.get(key) ?? []), change]);
  }
  return [...kinds.values()].flatMap(([change]) =>
    change
      ? [
          {
            code: 'scale-break',
            text: `From ${formatDate(change.from)} the answer scale is another (${scaleWords(change.after)}; before it, ${scaleWords(change.before)}): the line breaks there and the two parts are not compared.`,
          },
        ]
      : [],
  );
}

const scaleWords = (scales: string): string => scales.split(' and ').map(scaleTitle).join(' and ');
