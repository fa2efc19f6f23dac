// Owns the pass over a file of one row a thing: every row accepted or rejected, nothing in between.
import { join } from 'node:path';
import { type CellBatch, isBlankRow } from '#core/readers/cell-batch.ts';
import type { DateOrder } from './dates.ts';
import type { Importer } from './importer.ts';
import type { MappedField } from './match-columns.ts';
import { RecordFile } from './record-file.ts';
import { type PassSettings, planRows, type RowPlan } from './row-plan.ts';
import { openRowTexts } from './row-texts.ts';
import type { ScreeningStep } from './stage-free-text.ts';
import { type StagedPart, type StageTask, stagingNames } from './stage-result.ts';
import { rowStager } from './stage-row.ts';
import { openTally, type Tally } from './tally.ts';

/** A part is handed on to be stored when it holds this many rows: two of the database's row groups. */
const partRows = 245_760;
/** Towards the end of a file parts are smaller, so that little is left to store when all is read. */
const lastPartRows = partRows / 4;
/** A category column with more unknown values than this holds comments, or names. */
const mostUnknown = 30;

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
    return new RecordFile(
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
    file: (): RecordFile => file,
    kept: (nearlyRead: boolean): void => {
      rows++;
      if (rows < (nearlyRead ? lastPartRows : partRows)) return;
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
  /** Names by pseudonym; empty where none are kept. */
  readonly names: ReadonlyMap<string, string>;
}

/** What a pass goes over, and whom it tells of it. */
export interface RowPass {
  readonly importer: Importer;
  readonly mapped: readonly MappedField[];
  readonly task: StageTask;
  readonly firstRow: number;
  /** Called anew for each pass. */
  readonly cells: () => AsyncIterable<CellBatch>;
  readonly progress: (rows: number, batch: CellBatch) => void;
  readonly part: (part: StagedPart) => void;
  /** Told while comments are screened, when all is read. */
  readonly screened: ScreeningStep;
}

/**
 * Passes over the table, again where the pass learns that dates are month first or that a category
 * column holds comments.
 */
export async function stageRows(given: RowPass): Promise<StagedRows> {
  const { importer, mapped, task, firstRow, cells, progress, part, screened } = given;
  const forced = task.mapping.dateOrder;
  const pass = async (settings: PassSettings): Promise<StagedRows | PassSettings> => {
    const plan = planRows(importer, mapped, task, settings);
    const rows = openParts(importer, plan, task.folder, part);
    const tally = openTally(task.folder);
    const texts = openRowTexts(importer, mapped, task);
    const sample: Record<string, string>[] = [];
    const stager = rowStager(importer, plan, tally, sample);
    try {
      for await (const batch of cells()) {
        const from = Math.max(0, firstRow - batch.firstRow);
        stager.lookUp(batch, from);
        const nearlyRead = batch.bytesRead > batch.bytesTotal * 0.9;
        for (let row = from; row < batch.rows; row++) {
          if (isBlankRow(batch, row)) continue;
          const accepted = stager.stage(row, rows.file());
          if (accepted) rows.kept(nearlyRead);
          texts.see(batch, row, accepted);
        }
        const better = betterSettings(settings, plan, forced, false);
        if (better) return better;
        progress(tally.counts.read, batch);
      }
      const better = betterSettings(settings, plan, forced, true);
      if (better) return better;
      rows.finish();
      texts.close(screened);
    } finally {
      rows.abandon();
      texts.abandon();
      tally.close();
    }
    const { dmy, mdy, either } = plan.findings;
    const ambiguousDates = forced || dmy || mdy ? null : either;
    return { tally, sample, order: settings.order, ambiguousDates, names: plan.names };
  };
  let settings: PassSettings = { order: forced ?? 'dmy', heldBack: new Set() };
  for (;;) {
    const outcome = await pass(settings);
    if ('tally' in outcome) return outcome;
    part({ kind: 'restart' });
    settings = outcome;
  }
}
