// Answers for packs: describe the workbook from figures, write it on the worker, keep it in the outbox.
import { createHash, randomUUID } from 'node:crypto';
import { readFigure } from '#core/figures/index.ts';
import { importList } from '#core/importers/history.ts';
import { describePack } from '#core/packs/describe.ts';
import type { PackResult } from '#shared/schemas/pack.ts';
import type { HandlersOf } from './context.ts';

export const packHandlers: HandlersOf<'pack.build' | 'pack.list'> = {
  'pack.build': async (request, { house, job }) => {
    const workspace = house.workspace();
    const settings = await workspace.settings();
    const builtAt = new Date().toISOString();
    const { model, notes, fileName } = await describePack(request, {
      settings,
      imports: await importList(workspace.store),
      builtAt,
      ask: (figure) => {
        job.signal.throwIfAborted();
        return readFigure(workspace.store, figure, settings);
      },
      progress: (step, fraction) => job.progress(step, fraction * 0.6),
    });
    job.progress('Writing the workbook', 0.6);
    const bytes = await house.threads.run('workbook', model, { signal: job.signal });
    const result: PackResult = {
      pack: randomUUID(),
      edition: request.edition,
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
    await workspace.outbox.put(result, bytes);
    return result;
  },
  'pack.list': (_, { house }) => house.workspace().outbox.list(),
};
