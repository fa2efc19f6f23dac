// Owns the description of a pack from the open workspace as it is now: what every pack and preview starts from.
import { readFigure, type ToldCell } from '#core/figures/index.ts';
import { readFront } from '#core/governance/pack-front.ts';
import { nextIssue } from '#core/governance/pack-releases.ts';
import type { PackState } from '#core/governance/pack-state.ts';
import { importList } from '#core/importers/history.ts';
import { type DescribedPack, describePack } from '#core/packs/describe.ts';
import { circulationOf, findEdition } from '#core/packs/editions.ts';
import { packPeriod } from '#core/packs/pack-period.ts';
import type { ImportRecord } from '#shared/schemas/import.ts';
import type { Circulation, PackRequest, ReplacedPack } from '#shared/schemas/pack.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { CallContext } from './context.ts';
import { exemptRecords, packRecords } from './pack-records.ts';

export interface DescribedNow {
  readonly described: DescribedPack;
  readonly circulation: Circulation;
  readonly settings: WorkspaceSettings;
  readonly imports: readonly ImportRecord[];
  readonly state: PackState;
  readonly issue: number;
  readonly replaces: ReplacedPack | null;
  /** What it would tell of groups, to be remembered once it is released. */
  readonly told: readonly ToldCell[];
}

/**
 * Describes a draft from the open workspace; its progress runs from 0 to `share`.
 * @throws AppError edition-unknown, circulation-unknown, period-invalid, pack-invalid
 */
export async function describeNow(
  request: PackRequest,
  { house, job }: CallContext,
  share: number,
): Promise<DescribedNow> {
  const workspace = house.workspace();
  const { store } = workspace;
  const edition = findEdition(request.edition);
  const circulation = circulationOf(edition, request.circulation);
  const { period } = packPeriod(request.period);
  const settings = await workspace.settings();
  const state = await workspace.packState();
  const imports = await importList(store);
  const next = await nextIssue(store, edition.id, circulation, period);
  const told: ToldCell[] = [];
  const described = await describePack(request, {
    settings,
    imports,
    front: (await readFront(store, edition.id, period)).front,
    asAt: state.asAt,
    ...next,
    releasedAt: null,
    records: packRecords(house, settings, state.asAt),
    exempt: () => exemptRecords(house, request),
    ...(job.quiet ? { atOnce: 1 } : {}),
    ask: async (figure) => {
      await job.quiet?.();
      job.signal.throwIfAborted();
      return readFigure(store, figure, settings, (cells) => told.push(...cells));
    },
    progress: (step, fraction) => job.progress(step, fraction * share),
  });
  return { described, circulation, settings, imports, state, ...next, told };
}
