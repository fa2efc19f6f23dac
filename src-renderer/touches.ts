// Owns what a screen must ask for again after each command: the contract's `touches`, without zod.
// The rule: a unit test compares this list with the contract, so that the two cannot drift apart.
import type { ProcedureName } from '../src-shared/contract.ts';

export type Topic =
  | 'workspace'
  | 'imports'
  | 'figures'
  | 'packs'
  | 'texts'
  | 'health'
  | 'officer'
  | 'judgement';

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
  'pack.setFront': ['packs'],
  'pack.rows': ['officer'],
  'pack.release': ['packs', 'figures', 'officer'],
  'pack.withdraw': ['packs', 'officer'],
  'pin.add': ['packs'],
  'pin.note': ['packs'],
  'pin.move': ['packs'],
  'pin.remove': ['packs'],
  'mechanism.set': ['health'],
  'crosswalk.set': ['figures', 'health'],
  'crosswalk.remove': ['figures', 'health'],
  'break.set': ['figures', 'health'],
  'break.remove': ['figures', 'health'],
  'judgement.answer': ['judgement'],
  'judgement.addEvidence': ['judgement'],
  'judgement.withdrawEvidence': ['judgement'],
  'judgement.sign': ['judgement', 'officer'],
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
  'pack.list': ['workspace', 'imports', 'figures', 'packs'],
  'pack.manifest': ['workspace', 'packs'],
  'pack.front': ['workspace', 'packs'],
  'pack.explain': ['workspace', 'imports', 'figures', 'packs'],
  'pack.diff': ['workspace', 'packs'],
  'pack.verify': ['workspace', 'packs'],
  'pack.issued': ['workspace', 'packs'],
  'pack.check': ['workspace', 'packs'],
  // A command, so that it can be cancelled; its answer is kept like a query's.
  'pack.preview': ['workspace', 'imports', 'figures', 'health', 'judgement', 'packs', 'texts'],
  'pin.list': ['workspace', 'packs'],
  'workspace.changes': ['workspace'],
  'health.read': ['workspace', 'imports', 'figures', 'health'],
  'mechanism.list': ['workspace', 'imports', 'health'],
  'crosswalk.list': ['workspace', 'imports', 'health'],
  'break.list': ['workspace', 'imports', 'health'],
  'judgement.read': ['workspace', 'imports', 'figures', 'health', 'judgement'],
  'judgement.years': ['workspace', 'imports', 'judgement'],
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
