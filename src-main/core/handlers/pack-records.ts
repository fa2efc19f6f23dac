// Owns what packs are given besides figures: where each of their records is read.
// The rule: each is read once a pack, as at the state of the workspace; single cases need the officer's key.
import {
  readAdoption,
  readCommonIssues,
  readMirror,
  readSpeakUp,
  readSurvival,
} from '#core/figures/index.ts';
import { actionList } from '#core/governance/actions.ts';
import { caseList } from '#core/governance/case-list.ts';
import { readHealth } from '#core/governance/health.ts';
import { mechanismList } from '#core/governance/mechanisms.ts';
import { pinsOf } from '#core/governance/pins.ts';
import type { ExemptRecords, PackRecords } from '#core/packs/sheets/records.ts';
import { publishedCount } from '#core/pattern/published.ts';
import type { Store } from '#core/store/store.ts';
import type { PackRequest } from '#shared/schemas/pack.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { kinds } from './catalogue.ts';
import type { House } from './context.ts';
import { shown as judgementOf } from './judgement.ts';

/** The same answer for the same question, read when it is first asked. */
function once<A extends readonly unknown[], T>(
  read: (...asked: A) => Promise<T>,
): (...asked: A) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const answer = known.get(key) ?? read(...asked);
    known.set(key, answer);
    return answer;
  };
}

/** What any pack may ask for; `asAt` is the instant of the workspace's state. */
export const packRecords = (house: House, settings: WorkspaceSettings, asAt: string): PackRecords =>
  recordsOf(house.workspace().store, settings, asAt, (year) => judgementOf(house, year, asAt));

/** The same of a store, with a judgement that was screened. */
export function recordsOf(
  store: Store,
  settings: WorkspaceSettings,
  asAt: string,
  judgement: PackRecords['judgement'],
): PackRecords {
  const day = asAt.slice(0, 10);
  return {
    mechanisms: once(() => mechanismList(store, day)),
    pins: once(() => pinsOf(store)),
    health: once(() => readHealth(store, kinds, settings, day)),
    actions: once((to) => actionList(store, to)),
    judgement: once(judgement),
    mirror: once((request) => readMirror(store, request, settings)),
    speakUp: once((dates) => readSpeakUp(store, dates, settings)),
    adoption: once((request) => readAdoption(store, request, settings)),
    survival: once((dates) => readSurvival(store, dates, settings)),
    commonIssues: once((dates) => readCommonIssues(store, dates, settings)),
    patternCount: once(() => publishedCount(store)),
  };
}

/** What only an exempt pack may ask for. A reading of single cases stands in the audit log. */
export function exemptRecords(house: House, { edition, period }: PackRequest): ExemptRecords {
  const { store, officer, audit } = house.workspace();
  return {
    cases: once(async (dates) => {
      const { unlocked } = await officer.status();
      if (!unlocked) return null;
      await officer.privateKey();
      const cases = await caseList(store, dates);
      await audit.add(house.user, 'pack-cases-read', { edition, period, cases: cases.length });
      return cases;
    }),
  };
}
