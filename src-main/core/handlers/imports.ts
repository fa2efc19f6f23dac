// Answers for imports: preview, commit, history, problems, undo.
import { findImport, importList, importProblems, undoneImports } from '#core/importers/history.ts';
import { undoImport } from '#core/importers/load.ts';
import type { HandlersOf } from './context.ts';
import { findRow } from './find-row.ts';
import { commitImport } from './import-file.ts';
import { commitSet, planImports } from './import-set.ts';
import { compareImport, previewImport } from './preview-file.ts';

export const importHandlers: HandlersOf<
  | 'import.preview'
  | 'import.compare'
  | 'import.commit'
  | 'import.plan'
  | 'import.commitSet'
  | 'import.findRow'
  | 'import.list'
  | 'import.undone'
  | 'import.rejects'
  | 'import.undo'
  | 'file.discard'
> = {
  'import.preview': previewImport,
  'import.compare': compareImport,
  'import.commit': commitImport,
  'import.plan': planImports,
  'import.commitSet': commitSet,
  'import.findRow': findRow,
  'import.list': (_, { house }) => importList(house.workspace().store),
  'import.undone': (_, { house }) => undoneImports(house.workspace().store),
  'import.rejects': async ({ importId }, { house }) => {
    const { store } = house.workspace();
    await findImport(store, importId);
    return importProblems(store, importId);
  },
  'import.undo': async ({ importId }, { house }) => {
    const { store, vault } = house.workspace();
    const found = await findImport(store, importId);
    const undoing = { by: house.user, at: new Date().toISOString(), replacedBy: null };
    await store.transaction((session) => undoImport(session, importId, undoing));
    await vault.prune();
    return { importId, kind: found.kind, file: found.file, rows: found.accepted, replaced: found.replaced };
  },
  'file.discard': async ({ file }, { house }) => {
    await (await house.inbox()).discard(file);
    return {};
  },
};
