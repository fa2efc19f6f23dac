// Gives packs their facts from a real store, as the app does: figures through the gate and every record.
import { readFigure } from '#core/figures/index.ts';
import { caseList } from '#core/governance/case-list.ts';
import { readJudgement } from '#core/governance/judgement.ts';
import { recordsOf } from '#core/handlers/pack-records.ts';
import { importList } from '#core/importers/history.ts';
import type { PackFacts } from '#core/packs/describe.ts';
import type { SheetModel, WorkbookModel } from '#core/packs/model.ts';
import type { Store } from '#core/store/store.ts';
import type { Judgement } from '#shared/schemas/judgement.ts';
import { defaultFront } from '#shared/schemas/pack.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';

const asAt = '2025-06-02T09:30:00Z';

interface Choices {
  /** Whether the officer's key is open. */
  readonly unlocked?: boolean;
  readonly screened?: Judgement['screened'];
}

/** The facts of a pack of a store. */
export async function realFacts(
  store: Store,
  settings: WorkspaceSettings,
  { unlocked = true, screened = [] }: Choices = {},
): Promise<PackFacts> {
  return {
    settings,
    imports: await importList(store),
    front: defaultFront,
    asAt,
    issue: 1,
    releasedAt: null,
    replaces: null,
    records: recordsOf(store, settings, asAt, async (year) => ({
      record: await readJudgement(
        store,
        year,
        (request) => readFigure(store, request, settings),
        settings.smallCount,
        asAt,
      ),
      screened,
    })),
    exempt: () => ({ cases: async (dates) => (unlocked ? caseList(store, dates) : null) }),
    ask: (request) => readFigure(store, request, settings),
    progress: () => {},
  };
}

/** A sheet by its name. */
export function sheetOf(model: WorkbookModel, name: string): SheetModel {
  const found = model.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

/** The cells of a column by its heading. */
export function columnOf({ name, table }: SheetModel, header: string) {
  const index = table.columns.findIndex((column) => column.header === header);
  if (index === -1) throw new Error(`no column ${header} on ${name}`);
  return table.rows.map((row) => row[index]);
}
