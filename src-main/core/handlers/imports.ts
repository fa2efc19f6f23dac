// Answers for imports: preview, commit, history, problems, undo.
import { importList, importProblems } from '#core/importers/history.ts';
import { undoImport } from '#core/importers/load.ts';
import { AppError } from '#shared/errors.ts';
import type { HandlersOf } from './context.ts';
import { commitImport, previewImport } from './import-file.ts';

export const importHandlers: HandlersOf<
  'import.preview' | 'import.commit' | 'import.list' | 'import.rejects' | 'import.undo' | 'file.discard'
> = {
  'import.preview': previewImport,
  'import.commit': commitImport,
  'import.list': (_, { house }) => importList(house.workspace().store),
  'import.rejects': ({ importId }, { house }) => importProblems(house.workspace().store, importId),
  'import.undo': async ({ importId }, { house }) => {
    const { store } = house.workspace();
    const found = (await importList(store)).find((record) => record.importId === importId);
    if (!found) throw new AppError('import-unknown', { importId });
    await undoImport(store, importId);
    return { importId, kind: found.kind, file: found.file, rows: found.accepted };
  },
  'file.discard': async ({ file }, { house }) => {
    await (await house.inbox()).discard(file);
    return {};
  },
};
