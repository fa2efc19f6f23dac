// Owns what a screen must ask for again after each command: the contract's `touches`, without zod.
// The rule: a unit test compares this list with the contract, so that the two cannot drift apart.
import type { ProcedureName } from '../src-shared/contract.ts';

export type Topic = 'workspace' | 'imports' | 'figures' | 'packs' | 'texts' | 'health';

const everything: readonly Topic[] = ['workspace', 'imports', 'figures', 'packs'];

/** What each command changes. A command that is not named here changes nothing that is shown. */
export const touches: Partial<Record<ProcedureName, readonly Topic[]>> = {
  'workspace.create': everything,
  'workspace.open': everything,
  'workspace.close': ['workspace'],
  'workspace.settings': ['workspace', 'figures'],
  'workspace.sample': everything,
  'import.commit': ['imports', 'figures'],
  'import.commitSet': ['imports', 'figures'],
  'mapping.save': ['imports'],
  'mapping.forget': ['imports'],
  'import.undo': ['imports', 'figures'],
  'survey.link': ['figures'],
  'survey.reverse': ['figures'],
  'text.release': ['texts'],
  'text.withdraw': ['texts'],
  'pack.build': ['packs'],
  'mechanism.set': ['health'],
  'crosswalk.set': ['figures', 'health'],
  'crosswalk.remove': ['figures', 'health'],
  'break.set': ['figures', 'health'],
  'break.remove': ['figures', 'health'],
};

/** What each query rests on. */
const restsOn: Partial<Record<ProcedureName, readonly Topic[]>> = {
  'app.status': ['workspace', 'imports'],
  'workspace.list': ['workspace'],
  'import.list': ['workspace', 'imports'],
  'import.undone': ['workspace', 'imports'],
  'mapping.list': ['workspace', 'imports'],
  'import.rejects': ['workspace', 'imports'],
  'figure.read': ['workspace', 'imports', 'figures'],
  'figure.options': ['workspace', 'imports', 'figures'],
  'survey.questions': ['workspace', 'imports', 'figures'],
  'text.list': ['workspace', 'imports', 'texts'],
  'pack.list': ['workspace', 'packs'],
  'health.read': ['workspace', 'imports', 'figures', 'health'],
  'mechanism.list': ['workspace', 'imports', 'health'],
  'crosswalk.list': ['workspace', 'imports', 'health'],
  'break.list': ['workspace', 'imports', 'health'],
};

/** Whether an answer of `query` may have changed once `command` has run. */
export function isStale(query: ProcedureName, command: ProcedureName): boolean {
  const changed = touches[command] ?? [];
  return (restsOn[query] ?? []).some((topic) => changed.includes(topic));
}
