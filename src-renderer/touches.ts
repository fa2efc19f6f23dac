// Owns what a screen must ask for again after each command: the contract's `touches`, without zod.
// The rule: a unit test compares this list with the contract, so that the two cannot drift apart.
import type { ProcedureName } from '../src-shared/contract.ts';

export type Topic = 'workspace' | 'imports' | 'figures' | 'packs';

const everything: readonly Topic[] = ['workspace', 'imports', 'figures', 'packs'];

/** What each command changes. A command that is not named here changes nothing that is shown. */
export const touches: Partial<Record<ProcedureName, readonly Topic[]>> = {
  'workspace.create': everything,
  'workspace.open': everything,
  'workspace.close': ['workspace'],
  'workspace.settings': ['workspace', 'figures'],
  'workspace.sample': everything,
  'import.commit': ['imports', 'figures'],
  'import.undo': ['imports', 'figures'],
  'survey.link': ['figures'],
  'survey.reverse': ['figures'],
  'pack.build': ['packs'],
};

/** What each query rests on. */
const restsOn: Partial<Record<ProcedureName, readonly Topic[]>> = {
  'app.status': ['workspace', 'imports'],
  'workspace.list': ['workspace'],
  'import.list': ['workspace', 'imports'],
  'import.rejects': ['workspace', 'imports'],
  'figure.read': ['workspace', 'imports', 'figures'],
  'figure.options': ['workspace', 'imports', 'figures'],
  'survey.questions': ['workspace', 'imports', 'figures'],
  'pack.list': ['workspace', 'packs'],
};

/** Whether an answer of `query` may have changed once `command` has run. */
export function isStale(query: ProcedureName, command: ProcedureName): boolean {
  const changed = touches[command] ?? [];
  return (restsOn[query] ?? []).some((topic) => changed.includes(topic));
}
