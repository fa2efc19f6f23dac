// Owns the answers of a survey as numbers: each label that was given stands once in a list, and a
// response holds the numbers of its labels.
import { type Cells, textAt } from '#core/readers/cell-batch.ts';
import { isNotAnswer } from '#shared/vocabulary/scales.ts';
import { CellMemo } from './cell-memo.ts';
import type { RecordFile } from './record-file.ts';
import { openStagingFile, staged } from './staging-file.ts';
import {
  answerLabel,
  type ColumnPlan,
  type ColumnProfile,
  profileCell,
  writtenIn,
} from './survey-profile.ts';
import type { Given, SurveyTally } from './survey-tally.ts';

const unticked = /^(0|no|false)$/i;
/** More distinct cells than this are comments; they are counted one by one. */
const countedCells = 4096;

/** Counts what the cells of one column look like. */
export function cellCounter(profile: ColumnProfile) {
  let memo: CellMemo | null = new CellMemo((text) => text);
  const rows = new Int32Array(countedCells);
  const settle = (): void => {
    for (let entry = 0; entry < (memo?.entries ?? 0); entry++)
      profileCell(profile, memo?.value(entry) ?? '', rows[entry] ?? 0);
    memo = null;
  };
  return {
    see: (cells: Cells, row: number, column: number): void => {
      const cell = (cells.firstCells[row] as number) + column;
      if (cell >= (cells.firstCells[row + 1] as number)) return;
      if (memo === null) {
        profileCell(profile, textAt(cells, row, column), 1);
        return;
      }
      const entry = memo.at(cells, cell);
      rows[entry] = (rows[entry] ?? 0) + 1;
      if (memo.entries === countedCells) settle();
    },
    settle,
  };
}

/** The parts by which labels were counted: what is joined in one cell counts by its parts, split or not. */
const partsOf = (answer: string): string[] => answer.toLowerCase().split(';').map(answerLabel);

/** The answers in a cell, as the labels they are kept under. */
function answersIn({ scale, choice, split, rare }: ColumnPlan, text: string) {
  const cell = answerLabel(text);
  if (cell === '') return [];
  // A tick stands for the choice its column is for.
  if (choice !== null && (isNotAnswer(cell) || unticked.test(cell)) && cell !== choice) return [];
  const given =
    choice !== null ? [choice] : split ? new Set(cell.split(';').map(answerLabel).filter(Boolean)) : [cell];
  return [...given].map((answer) => {
    const score = isNotAnswer(answer) ? null : (scale?.score(answer) ?? null);
    return {
      label: partsOf(answer).some((part) => rare.has(part)) ? writtenIn : answer,
      score,
      favourable: score === null ? null : (scale?.favourable(score) ?? null),
      answered: scale ? score !== null : !isNotAnswer(answer),
    };
  });
}

/** Writes the answers of one response after another and counts them; `labels` is the path of the list of labels. */
export function answerWriter(columns: readonly ColumnPlan[], labels: string | null, tally: SurveyTally) {
  const file = openStagingFile(labels, [
    'answer_no',
    'column_no',
    'label',
    'score',
    'favourable',
    'answered',
  ]);
  const numbers = new Map<string, number>();
  const numberOf = (record: string): number => {
    const known = numbers.get(record);
    if (known !== undefined) return known;
    const number = numbers.size + 1;
    numbers.set(record, number);
    file.write(`${number},${record}`);
    return number;
  };
  const memos = columns.map((plan) => {
    /** What each entry of the memory gives. */
    const given: Given[] = [];
    const memo = new CellMemo((text) => {
      const answers = answersIn(plan, text);
      const own = answers.map(({ label, score, favourable, answered }) =>
        numberOf(`${plan.question},${staged(label)},${score ?? ''},${favourable ?? ''},${answered}`),
      );
      given.push({ numbers: own, answered: answers.some(({ answered }) => answered) });
      return own.join(',');
    });
    return { column: plan.column, slot: tally.slot(plan.question), memo, given };
  });
  return {
    /** `group`: the staged columns of the people it is counted with; null where it is not counted. */
    write: (cells: Cells, row: number, record: RecordFile, group: string | null): void => {
      const first = cells.firstCells[row] as number;
      const after = cells.firstCells[row + 1] as number;
      tally.begin(group);
      record.begin(cells.firstRow + row);
      record.list(() => {
        for (const { column, slot, memo, given } of memos) {
          if (first + column >= after) continue;
          memo.rest();
          if (memo.entries === 0) given.length = 0;
          const entry = memo.at(cells, first + column);
          const gives = given[entry];
          if (gives === undefined || gives.numbers.length === 0) continue;
          record.cells(memo, entry);
          tally.see(slot, gives);
        }
      });
      record.keep();
      tally.end();
    },
    close: file.close,
  };
}
