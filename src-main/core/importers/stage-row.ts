// Owns how records become staged rows, or rejected ones with their problems.
import { type Cells, hashOf, textAt } from '#core/readers/cell-batch.ts';
import { CellMemo } from './cell-memo.ts';
import type { Importer } from './importer.ts';
import type { RecordFile } from './record-file.ts';
import { keptCell, type PlannedColumn, type RowPlan, rejectedCell } from './row-plan.ts';
import type { Tally } from './tally.ts';

const sampleRows = 8;

/** The rules over a whole row: one of several fields filled, and the kind's own checks. */
function rowChecks(
  importer: Importer,
  plan: RowPlan,
  valueAt: (index: number) => string,
  failed: Uint8Array,
  tally: Tally,
): (row: number) => boolean {
  const oneOf = (importer.oneOf ?? []).map((fields) => ({ fields, at: plan.positions(fields) }));
  const checks = importer.checks.map((check) => {
    const at = plan.positions(check.fields);
    return { ...check, at, values: at.map(() => '') };
  });
  return (row) => {
    let rejects = false;
    for (const { fields, at } of oneOf) {
      // A cell that could not be read has been told of already.
      if (at.some((index) => valueAt(index) !== '' || failed[index] === 1)) continue;
      rejects = true;
      tally.note({
        row,
        column: fields.join(' or '),
        code: 'required-missing',
        value: '',
        reason: 'one of these is needed',
        rejects: true,
      });
    }
    for (const check of checks) {
      for (let index = 0; index < check.at.length; index++) {
        check.values[index] = valueAt(check.at[index] ?? -1);
      }
      const reason = check.test(...check.values);
      if (reason === null) continue;
      rejects ||= check.rejects;
      const last = check.at.at(-1) ?? 0;
      tally.note({
        row,
        column: plan.columns[last]?.heading ?? '',
        code: check.code,
        value: valueAt(last),
        reason,
        rejects: check.rejects,
      });
    }
    return rejects;
  };
}

/** Looks up a cell that is made rather than read: a constant, a number, several cells as one. */
function madeFinder(memo: CellMemo) {
  let text: string | null = null;
  let bytes = Buffer.alloc(0);
  let hash = 0;
  return (next: string): number => {
    if (next !== text) {
      text = next;
      bytes = Buffer.from(next);
      hash = hashOf(bytes, 0, bytes.length);
    }
    return memo.find(bytes, 0, bytes.length, hash);
  };
}

interface StagedColumn extends PlannedColumn {
  readonly memo: CellMemo;
  readonly made: (text: string) => number;
  /** For each record of the batch at hand the entry of its cell. */
  entries: Int32Array;
  /** Whether none of them holds a problem. */
  plain: boolean;
}

/** Looks up a column's cells in a whole batch: one column after another is much quicker than row by row. */
function lookUp(column: StagedColumn, cells: Cells, from: number): void {
  const { memo, made, read } = column;
  if (column.entries.length < cells.rows) column.entries = new Int32Array(cells.rows * 2);
  memo.rest();
  if (column.at >= 0) {
    column.plain = memo.findAll(cells, column.at, from, column.entries);
    return;
  }
  column.plain = true;
  for (let row = from; row < cells.rows; row++) {
    const entry = made(read((at) => textAt(cells, row, at), cells.firstRow + row));
    column.entries[row] = entry;
    if (!memo.isPlain(entry)) column.plain = false;
  }
}

/**
 * A batch is looked up first; then each of its rows is checked and written to the staged file or put among
 * the rejected. `stage` answers whether the row was accepted.
 */
export function rowStager(importer: Importer, plan: RowPlan, tally: Tally, sample: Record<string, string>[]) {
  const columns = plan.columns.map((column): StagedColumn => {
    const memo = new CellMemo(column.convert);
    return { ...column, memo, made: madeFinder(memo), entries: new Int32Array(0), plain: true };
  });
  let cells: Cells | null = null;
  let at = 0;
  const entryOf = ({ entries }: StagedColumn): number => entries[at] as number;
  const valueAt = (index: number): string => {
    const column = columns[index];
    return column ? column.memo.value(entryOf(column)) : '';
  };
  const cell = (column: number): string => (cells ? textAt(cells, at, column) : '');
  /** 1 for each column whose cell rejects the row at hand. */
  const failed = new Uint8Array(columns.length);
  const failsChecks = rowChecks(importer, plan, valueAt, failed, tally);
  const [dated = -1] = importer.covers ? plan.positions([importer.covers]) : [];
  const shown = (row: number, identity?: string) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        if (!column.mapped) return [];
        const keep = identity === undefined ? rejectedCell : keptCell;
        const kept = keep(column, column.read(cell, row), column.memo.conversion(entryOf(column)));
        return [[column.heading, column.field.type.kind === 'identity' ? (identity ?? kept) : kept]];
      }),
    );
  /** Notes what is wrong with a cell; answers whether the row is rejected for it. */
  const failsIn = (column: StagedColumn, row: number): boolean => {
    const result = column.memo.conversion(entryOf(column));
    const problem = typeof result === 'string' ? null : result.problem;
    if (problem === null || (!column.mapped && !problem.rejects)) return false;
    const value = keptCell(column, column.read(cell, row), result);
    tally.note({ row, column: column.heading, value, ...problem });
    return problem.rejects;
  };
  return {
    lookUp: (batch: Cells, from: number): void => {
      cells = batch;
      for (const column of columns) lookUp(column, batch, from);
    },
    stage: (index: number, record: RecordFile): boolean => {
      at = index;
      const row = (cells?.firstRow ?? 0) + index;
      let rejects = false;
      tally.counts.read++;
      record.begin(row);
      for (let nth = 0; nth < columns.length; nth++) {
        const column = columns[nth] as StagedColumn;
        record.cells(column.memo, entryOf(column));
        failed[nth] = !column.plain && failsIn(column, row) ? 1 : 0;
        if (failed[nth] === 1) rejects = true;
      }
      if (failsChecks(row)) rejects = true;
      if (sample.length < sampleRows) sample.push(shown(row, '(pseudonym)'));
      if (rejects) {
        record.drop();
        tally.reject(row, shown(row));
        return false;
      }
      tally.counts.accepted++;
      if (dated >= 0) tally.cover(valueAt(dated));
      record.keep();
      return true;
    },
  };
}
