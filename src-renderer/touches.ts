// Owns what a screen must ask for again after each command: the contract's `touches`, without zod.
// The rule: a unit test compares this list with the contract, so that the two cannot drift apart.
import type { ProcedureName } from '../src-shared/contract.ts';

export type Topic = 'workspace' | 'imports' | 'figures' | 'packs' | 'texts' | 'health' | 'officer';

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
  'chart.judge': ['figures'],
  'chart.target': ['figures'],
  'chart.rebase': ['figures'],
  'chart.unrebase': ['figures'],
  'survey.link': ['figures'],
  'survey.reverse': ['figures'],
  'survey.tag': ['figures'],
  'survey.step': ['figures'],
  'survey.asks': ['figures', 'health'],
  'text.release': ['texts'],
  'text.withdraw': ['texts'],
  'pack.build': ['packs'],
  'pack.issue': ['packs', 'figures'],
  'mechanism.set': ['health'],
  'crosswalk.set': ['figures', 'health'],
  'crosswalk.remove': ['figures', 'health'],
  'break.set': ['figures', 'health'],
  'break.remove': ['figures', 'health'],
  'officer.setKey': ['officer'],
  'officer.unlock': ['officer'],
  'officer.lock': ['officer'],
  'officer.keepIdentities': ['officer'],
  'officer.reidentify': ['officer'],
  'pattern.setRule': ['officer'],
  'pattern.flags': ['officer'],
  'pattern.decide': ['officer'],
  'pattern.publishCount': ['officer', 'packs'],
  'restriction.set': ['officer'],
  'restriction.end': ['officer'],
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
  'chart.settings': ['workspace', 'figures'],
  'adoption.read': ['workspace', 'imports', 'figures'],
  'association.read': ['workspace', 'imports', 'figures'],
  'speakup.read': ['workspace', 'imports', 'figures'],
  'survey.questions': ['workspace', 'imports', 'figures'],
  'survey.lens': ['workspace', 'imports', 'figures'],
  'survey.funnel': ['workspace', 'imports', 'figures'],
  'mirror.read': ['workspace', 'imports', 'figures'],
  'representativeness.read': ['workspace', 'imports', 'figures'],
  'text.list': ['workspace', 'imports', 'texts'],
  'pack.list': ['workspace', 'packs'],
  'pack.issued': ['workspace', 'packs'],
  'workspace.changes': ['workspace'],
  'health.read': ['workspace', 'imports', 'figures', 'health'],
  'mechanism.list': ['workspace', 'imports', 'health'],
  'crosswalk.list': ['workspace', 'imports', 'health'],
  'break.list': ['workspace', 'imports', 'health'],
  'officer.status': ['workspace', 'officer'],
  'officer.lock': ['workspace'],
  'audit.list': ['workspace', 'officer'],
  'audit.verify': ['workspace', 'officer'],
  'pattern.read': ['workspace', 'officer'],
  'pattern.published': ['workspace', 'officer'],
};

/** Whether an answer of `query` may have changed once `command` has run. */
export function isStale(query: ProcedureName, command: ProcedureName): boolean {
  const changed = touches[command] ?? [];
  return (restsOn[query] ?? []).some((topic) => changed.includes(topic));
}
