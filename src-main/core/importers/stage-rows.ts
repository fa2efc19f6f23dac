// Owns the pass over a file of one row a thing: every row accepted or rejected, nothing in between.
import { join } from 'node:path';
import type { RowBatch } from '#core/readers/source-table.ts';
import { type Conversion, valueIn } from './conversion.ts';
import type { DateOrder } from './dates.ts';
import type { Importer } from './importer.ts';
import type { MappedField } from './match-columns.ts';
import { keptCell, type PassSettings, planRows, type RowPlan } from './row-plan.ts';
import { type StagedPart, type StageTask, stagingNames } from './stage-result.ts';
import { openStagingFile } from './staging-file.ts';
import { openTally, type Tally } from './tally.ts';

const sampleRows = 8;
/** A part is handed on to be stored when it holds this many rows. */
const partRows = 120_000;
/** A category column with more unknown values than this holds comments, or names. */
const mostUnknown = 30;

/** The rules over a whole row: one of several fields filled, and the kind's own checks. */
function rowChecks(
  importer: Importer,
  plan: RowPlan,
  results: readonly Conversion[],
  tally: Tally,
): (row: number) => boolean {
  const valueAt = (index: number): string => valueIn(results[index]);
  const oneOf = (importer.oneOf ?? []).map((fields) => ({ fields, at: plan.positions(fields) }));
  const checks = importer.checks.map((check) => ({ ...check, at: plan.positions(check.fields) }));
  return (row) => {
    let rejects = false;
    for (const { fields, at } of oneOf) {
      if (at.some((index) => valueAt(index) !== '')) continue;
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
      const reason = check.test(...check.at.map(valueAt));
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

/** One row at a time: converted, checked, written to the staged file or put among the rejected. */
function rowStager(
  importer: Importer,
  plan: RowPlan,
  tally: Tally,
  write: (record: string) => void,
  sample: Record<string, string>[],
) {
  const { columns } = plan;
  const results: Conversion[] = new Array(columns.length);
  const failsChecks = rowChecks(importer, plan, results, tally);
  const shown = (cells: readonly string[], row: number, identity?: string): Record<string, string> =>
    Object.fromEntries(
      columns.flatMap((column, index) => {
        if (!column.mapped) return [];
        const kept = keptCell(column, column.read(cells, row), results[index]);
        return [[column.heading, column.field.type.kind === 'identity' ? (identity ?? kept) : kept]];
      }),
    );
  return (cells: readonly string[], row: number): void => {
    tally.counts.read++;
    let rejects = false;
    let record = String(row);
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index];
      if (!column) continue;
      const text = column.at < 0 ? column.read(cells, row) : (cells[column.at] ?? '');
      const result = column.convert(text);
      results[index] = result;
      if (typeof result === 'string') {
        record += `,${result}`;
        continue;
      }
      record += `,${result.cells}`;
      if (result.problem === null || (!column.mapped && !result.problem.rejects)) continue;
      rejects ||= result.problem.rejects;
      tally.note({ row, column: column.heading, value: keptCell(column, text, result), ...result.problem });
    }
    if (failsChecks(row)) rejects = true;
    if (sample.length < sampleRows) sample.push(shown(cells, row, '(pseudonym)'));
    if (rejects) {
      tally.reject(row, shown(cells, row));
      return;
    }
    tally.counts.accepted++;
    write(record);
  };
}

/**
 * The settings that a pass should have had, once its findings show it; null while there is no reason. At the
 * end a category with more unknown values than known ones is not the category its heading says.
 */
function betterSettings(
  settings: PassSettings,
  { findings }: RowPlan,
  forced: DateOrder | undefined,
  ended: boolean,
): PassSettings | null {
  const order = !forced && settings.order === 'dmy' && findings.mdy && !findings.dmy ? 'mdy' : settings.order;
  const comments = [...findings.unknown]
    .filter(([id, { size }]) => size > mostUnknown || (ended && size > (findings.known.get(id)?.size ?? 0)))
    .map(([id]) => id)
    .filter((id) => !settings.heldBack.has(id));
  if (order === settings.order && comments.length === 0) return null;
  return { order, heldBack: new Set([...settings.heldBack, ...comments]) };
}

/** Staged rows in files of bearable size, each handed on when it is full. */
function openParts(
  importer: Importer,
  plan: RowPlan,
  folder: string | null,
  part: (part: StagedPart) => void,
) {
  let parts = 0;
  let rows = 0;
  const next = () => {
    parts++;
    rows = 0;
    return openStagingFile(
      folder === null ? null : join(folder, `${parts}-${stagingNames.rows}`),
      plan.staged,
    );
  };
  let file = next();
  const handOn = (): void => {
    file.close();
    if (folder !== null && rows > 0) part({ kind: 'rows', importer: importer.id, file: file.path });
  };
  return {
    write: (record: string): void => {
      file.write(record);
      rows++;
      if (rows < partRows) return;
      handOn();
      file = next();
    },
    finish: handOn,
    abandon: () => file.close(),
  };
}

export interface StagedRows {
  readonly tally: Tally;
  readonly sample: readonly Record<string, string>[];
  readonly order: DateOrder;
  readonly ambiguousDates: string | null;
}

/**
 * Passes over the table, again where the pass learns that dates are month first or that a category
 * column holds comments. `batches` is called anew for each pass.
 */
export async function stageRows(
  importer: Importer,
  mapped: readonly MappedField[],
  task: StageTask,
  firstRow: number,
  batches: () => AsyncIterable<RowBatch>,
  progress: (rows: number, batch: RowBatch) => void,
  part: (part: StagedPart) => void,
): Promise<StagedRows> {
  const forced = task.mapping.dateOrder;
  const pass = async (settings: PassSettings): Promise<StagedRows | PassSettings> => {
    const plan = planRows(importer, mapped, task, settings);
    const rows = openParts(importer, plan, task.folder, part);
    const tally = openTally(task.folder);
    const sample: Record<string, string>[] = [];
    const stageRow = rowStager(importer, plan, tally, rows.write, sample);
    try {
      for await (const batch of batches()) {
        for (let index = 0; index < batch.rows.length; index++) {
          const cells = batch.rows[index];
          const row = batch.firstRow + index;
          if (cells && row >= firstRow && cells.some((cell) => cell.trim() !== '')) stageRow(cells, row);
        }
        const better = betterSettings(settings, plan, forced, false);
        if (better) return better;
        progress(tally.counts.read, batch);
      }
      const better = betterSettings(settings, plan, forced, true);
      if (better) return better;
      rows.finish();
    } finally {
      rows.abandon();
      tally.close();
    }
    const { dmy, mdy, either } = plan.findings;
    return { tally, sample, order: settings.order, ambiguousDates: forced || dmy || mdy ? null : either };
  };
  let settings: PassSettings = { order: forced ?? 'dmy', heldBack: new Set() };
  for (;;) {
    const outcome = await pass(settings);
    if ('tally' in outcome) return outcome;
    part({ kind: 'restart' });
    settings = outcome;
  }
}
