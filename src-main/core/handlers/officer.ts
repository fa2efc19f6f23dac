// Answers for what only the Monitoring Officer may do: the key, names, the audit log, the cumulative rule.
// The rule: whatever tells of a person asks for the private key first, so that it is refused while locked.
import { reidentify } from '#core/identity/reidentify.ts';
import { keepDecision } from '#core/pattern/decisions.ts';
import { casesOf, readFlags } from '#core/pattern/flags.ts';
import { publishCount, publishedCount, safeCount } from '#core/pattern/published.ts';
import { noRule, rules, ruleText, setRule } from '#core/pattern/rule.ts';
import { AppError } from '#shared/errors.ts';
import type { AuditList } from '#shared/schemas/audit.ts';
import type {
  DecideRequest,
  PatternFlags,
  PatternRuleRequest,
  PatternState,
} from '#shared/schemas/pattern.ts';
import type { HandlersOf, House } from './context.ts';

/** What is known of the rule: to everybody whether there is one, to the officer which. */
async function patternState(house: House): Promise<PatternState> {
  const { store, officer } = house.workspace();
  const { unlocked } = await officer.status();
  const [rule, ...history] = await rules(store);
  const published = await publishedCount(store);
  if (!rule) return { set: false, reading: noRule, rule: null, history: [], published };
  const reading = unlocked
    ? `The rule: ${ruleText(rule)}.`
    : 'A rule is set. Who is flagged under it is for the Monitoring Officer alone.';
  return { set: true, reading, rule: unlocked ? rule : null, history: unlocked ? history : [], published };
}

/** @throws AppError officer-no-key, officer-locked */
async function flagsOf(house: House): Promise<PatternFlags> {
  const { store, officer, key } = house.workspace();
  return readFlags(store, await officer.privateKey(), key);
}

async function changeRule(house: House, request: PatternRuleRequest): Promise<PatternState> {
  const { store, officer, audit } = house.workspace();
  await officer.privateKey();
  await store.transaction(async (session) => {
    await setRule(session, request, house.user);
    await audit.add(house.user, 'pattern-rule', { ...request });
  });
  return patternState(house);
}

/** A decision is about whoever is flagged now, and holds for the cases that are known now. */
async function decide(house: House, { pseudonym, decision, reason }: DecideRequest) {
  const { store, officer, audit } = house.workspace();
  const { rule, flags } = await flagsOf(house);
  if (!rule) throw new AppError('pattern-no-rule');
  const flag = flags.find((one) => one.pseudonym === pseudonym);
  if (!flag) throw new AppError('pattern-not-flagged', { pseudonym });
  const kept = { decision, reason, decidedAt: new Date().toISOString(), decidedBy: house.user };
  const publicKey = await officer.publicKey();
  await store.transaction(async (session) => {
    const id = await keepDecision(session, publicKey, { ...kept, pseudonym, cases: casesOf(flag) });
    await audit.add(house.user, 'pattern-decision', { id });
  });
  return { ...flag, decision: kept, earlier: [...(flag.decision ? [flag.decision] : []), ...flag.earlier] };
}

async function release(house: House) {
  const { store, audit } = house.workspace();
  const { rule, flags } = await flagsOf(house);
  if (!rule) throw new AppError('pattern-no-rule');
  const { smallCount } = await house.workspace().settings();
  await store.transaction(async (session) => {
    await publishCount(session, safeCount(flags.length, smallCount), rule, house.user);
    await audit.add(house.user, 'pattern-count-released');
  });
  const published = await publishedCount(store);
  if (!published) throw new Error('the released count is not there');
  return published;
}

/** Acts whose detail tells of a person or of the rule. */
const guarded = new Set(['reidentify', 'reidentify-unknown', 'pattern-rule']);

/** Everybody may see that something was done, when and by whom; of whom and why, only the officer. */
async function auditList(house: House, page: number | undefined): Promise<AuditList> {
  const { officer, audit } = house.workspace();
  const list = await audit.list(page);
  if ((await officer.status()).unlocked) return list;
  const entries = list.entries.map((entry) =>
    guarded.has(entry.action) ? { ...entry, detail: { withheld: 'until the key is unlocked' } } : entry,
  );
  return { ...list, entries };
}

export const officerHandlers: HandlersOf<
  | 'officer.status'
  | 'officer.setKey'
  | 'officer.unlock'
  | 'officer.lock'
  | 'officer.keepIdentities'
  | 'officer.reidentify'
  | 'audit.list'
  | 'audit.verify'
  | 'pattern.read'
  | 'pattern.setRule'
  | 'pattern.flags'
  | 'pattern.decide'
  | 'pattern.publishCount'
  | 'pattern.published'
> = {
  'officer.status': (_, { house }) => house.workspace().officer.status(),
  'officer.setKey': ({ passphrase, current }, { house }) =>
    house.workspace().officer.setKey(passphrase, current, house.user),
  'officer.unlock': ({ passphrase }, { house }) => house.workspace().officer.unlock(passphrase, house.user),
  'officer.lock': (_, { house }) => house.workspace().officer.lock(house.user),
  'officer.keepIdentities': ({ on }, { house }) => house.workspace().officer.keepIdentities(on, house.user),
  'officer.reidentify': (request, { house }) => reidentify(house.workspace(), request, house.user),
  'audit.list': ({ page }, { house }) => auditList(house, page),
  'audit.verify': (_, { house }) => house.workspace().audit.verify(),
  'pattern.read': (_, { house }) => patternState(house),
  'pattern.setRule': (request, { house }) => changeRule(house, request),
  'pattern.flags': async (_, { house }) => {
    const { audit, officer } = house.workspace();
    await officer.privateKey();
    await audit.add(house.user, 'pattern-flags-read');
    return flagsOf(house);
  },
  'pattern.decide': (request, { house }) => decide(house, request),
  'pattern.publishCount': (_, { house }) => release(house),
  'pattern.published': async (_, { house }) => ({ published: await publishedCount(house.workspace().store) }),
};
