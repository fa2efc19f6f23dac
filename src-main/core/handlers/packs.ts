// Answers for packs: describe the workbook from figures, write it on the worker, keep it in the outbox.
import { createHash, randomUUID } from 'node:crypto';
import { issuedPacks, readFigure, rememberIssued, type ToldCell } from '#core/figures/index.ts';
import { mechanismList } from '#core/governance/mechanisms.ts';
import { importList } from '#core/importers/history.ts';
import { circulationOf, describePack, findEdition } from '#core/packs/describe.ts';
import { defaultFront, type PackResult } from '#shared/schemas/pack.ts';
import type { HandlersOf } from './context.ts';

export const packHandlers: HandlersOf<'pack.build' | 'pack.list' | 'pack.issue' | 'pack.issued'> = {
  'pack.build': async (request, { house, job }) => {
    const workspace = house.workspace();
    const settings = await workspace.settings();
    const builtAt = new Date().toISOString();
    const asAt = await workspace.asAt();
    const told: ToldCell[] = [];
    const { model, notes, fileName } = await describePack(request, {
      settings,
      imports: await importList(workspace.store),
      front: defaultFront,
      asAt,
      issue: 1,
      releasedAt: null,
      records: { mechanisms: () => mechanismList(workspace.store, asAt.slice(0, 10)) },
      exempt: () => ({}),
      ask: (figure) => {
        job.signal.throwIfAborted();
        return readFigure(workspace.store, figure, settings, (cells) => told.push(...cells));
      },
      progress: (step, fraction) => job.progress(step, fraction * 0.6),
    });
    job.progress('Writing the workbook', 0.6);
    const bytes = await house.threads.run('workbook', model, { signal: job.signal });
    const result: PackResult = {
      pack: randomUUID(),
      edition: request.edition,
      circulation: circulationOf(findEdition(request.edition), request.circulation),
      profile: request.profile,
      period: request.period,
      title: model.title,
      fileName,
      bytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sheets: model.sheets.map(({ name, title, table, charts, missing = null }) => ({
        name,
        title,
        rows: table.rows.length,
        charts: charts.length,
        missing,
      })),
      notes,
      builtAt,
    };
    await workspace.outbox.put(result, bytes, JSON.stringify(told));
    return result;
  },
  'pack.list': (_, { house }) => house.workspace().outbox.list(),
  'pack.issue': async ({ pack }, { house }) => {
    const { outbox, store, audit } = house.workspace();
    const { result } = await outbox.find(pack);
    const told = JSON.parse(await outbox.told(pack)) as ToldCell[];
    const issued = await store.transaction((session) => rememberIssued(session, result, told, house.user));
    await audit.add(house.user, 'pack-issued', { pack, sha256: result.sha256 });
    return issued;
  },
  'pack.issued': (_, { house }) => issuedPacks(house.workspace().store),
};
